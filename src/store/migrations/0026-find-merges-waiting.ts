/** A merge that waits for the customer's word is found when one of theirs leaves: there are few of these. */
export const findMergesWaiting = `
create index items_merge_waiting on items (supplier) where open and waiting_for @> '{merge}';
`
