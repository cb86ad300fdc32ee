/** What ended, as by a merge, while it waited for an answer is found among all that ever ended: there are few of these. */
export const findEndedAsked = `
create index items_ended_asked on items (customer, kind, length(id) desc, id desc)
  where not open and waiting_for @> '{answer}';
`
