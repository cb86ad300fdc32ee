/**
 * What is owed by somebody who left before this was seen to at their leaving, and a lower priority that waits for somebody's
 * word, has its next moment found anew at the next start. Told by the people of a directory's snapshot, which may be some
 * changes old: what was looked at for nothing gets the moment again that it had.
 */
export const lookForLeftOwners = `
with staff as materialized (
  select d.supplier, p.key as person from items d, jsonb_each(d.state->'people') p
  where d.kind = 'directory' and p.value->>'side' = 'supplier' and p.value->>'org' = d.supplier
)
update items i set next_due_at = null, undated_seq = null
where i.kind = 'ticket' and i.open and i.status in ('new', 'in_progress', 'on_hold') and (
  i.waiting_for @> '{downgrade}'
  or (coalesce(i.assignee, i.state->>'dispatchedTo') is not null and not exists (
    select from staff s where s.supplier = i.supplier and s.person = coalesce(i.assignee, i.state->>'dispatchedTo'))));
`
