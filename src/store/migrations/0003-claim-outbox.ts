/**
 * Hands out rows of the outbox in one call: one claim at a time in all processes, each seeing what the one before it leased.
 *
 * First the rows that nobody holds and that a newer row of their group follows are superseded. Then a line gives its rows up
 * to the first that is held or waits for its next try, so that nothing overtakes within it; another lane of the same place
 * is another line. Few rows are held, and an index finds them, so a claim costs what it gives and not what is owed.
 */
export const claimOutbox = `
create index if not exists outbox_held on outbox (greatest(lease_until, next_try_at)) where status = 'owed';

create function claim_outbox(at bigint, most integer, lease bigint, claimer text)
returns table (
  id text, item text, seq integer, line text, "owedAt" bigint, attempts integer, notice jsonb
) language plpgsql as $$
#variable_conflict use_column
begin
  perform pg_advisory_xact_lock(4182026);

  update outbox o set status = 'superseded', settled_at = at, why = 'a newer notice replaced it'
  where status = 'owed' and collapse is not null and lease_until <= at
    and (select max(newer.id) from outbox newer where newer.collapse = o.collapse) > o.id;

  return query
  with held as materialized (
    select line, lane, min(id) as first from outbox
    where status = 'owed' and greatest(lease_until, next_try_at) > at group by line, lane
  ), ready as (
    select o.id from outbox o
    where o.status = 'owed' and greatest(o.lease_until, o.next_try_at) <= at
      and not exists (select from held h where h.line = o.line and h.lane = o.lane and h.first < o.id)
    order by o.lane, o.id limit most for update of o skip locked
  ), leased as (
    update outbox o set lease_until = at + lease, holder = claimer, attempts = attempts + 1
    from ready where o.id = ready.id
    returning o.id, o.lane, coalesce(o.item, '') as item, o.seq, o.line, o.owed_at, o.attempts, o.notice)
  select leased.id::text, leased.item, leased.seq, leased.line, leased.owed_at, leased.attempts - 1, leased.notice
  from leased order by lane, leased.id;
end $$;
`
