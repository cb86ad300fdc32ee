/**
 * As `claim_outbox`, with what a row was posted together with. Asked for beside it in one statement, that was read as of the
 * statement's beginning: a row that came while the claim waited for another was claimed, and handed to nobody until its lease
 * ended. Older processes go on calling the one before.
 */
export const takeOutbox = `
create function take_outbox(at bigint, most integer, lease bigint, claimer text, known text[])
returns table (
  id text, item text, seq integer, line text, "owedAt" bigint, attempts integer, notice jsonb, together text
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
      and not exists (select from items i where i.id = o.item and i.kind <> all (known))
    order by o.lane, o.id limit most for update of o skip locked
  ), leased as (
    update outbox o set lease_until = at + lease, holder = claimer, attempts = attempts + 1
    from ready where o.id = ready.id
    returning o.id, o.lane, coalesce(o.item, '') as item, o.seq, o.line, o.owed_at, o.attempts, o.notice, o.together)
  select leased.id::text, leased.item, leased.seq, leased.line, leased.owed_at, leased.attempts - 1, leased.notice,
    leased.together::text
  from leased order by lane, leased.id;
end $$;
`
