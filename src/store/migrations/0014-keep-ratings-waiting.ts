/**
 * What waits for its reporter's score is found among all they ever reported, and tickets that were closed before lists knew
 * of scores wait for one too.
 */
export const keepRatingsWaiting = `
update items set waiting_for = waiting_for || '{rating}'
where kind = 'ticket' and status = 'closed' and state->'rating' is null and not waiting_for @> '{rating}';

create index items_ended_waiting on items (reporter, kind, length(id) desc, id desc)
  where not open and waiting_for <> '{}';
`
