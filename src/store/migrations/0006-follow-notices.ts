/**
 * What stands in the chats is followed together with the notice it came as: `notice` is its row of the outbox. A notice that
 * is not its item's card only loses buttons; `acts` are those that were left when it was drawn last, null as it was sent.
 */
export const followNotices = `
alter table living add column notice bigint, add column acts text[];
`
