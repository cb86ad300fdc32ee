/** Finds the row of a message by where it stands, whoever wrote it. */
export const findInboxByPlace = `
create index inbox_place on inbox (conversation, message) where message is not null;
`
