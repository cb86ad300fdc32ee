/**
 * How a followed message stands: `own`, a person's own card of its item in their conversation with the bot, one for all that
 * is told of it there; `brief`, in short below the item's card; `named`, the same where there are no threads. Null: as sent.
 */
export const standOnce = `
alter table living add column shape text check (shape in ('own', 'brief', 'named'));
`
