/** What waits for the customer's word on a lower priority is found when one of theirs leaves: there are few of these. */
export const findDowngradesWaiting = `
create index items_downgrade_waiting on items (supplier) where open and waiting_for @> '{downgrade}';
`
