/**
 * Lists, wake-ups and notices by kind of item: a process takes only what is of a kind it knows, so that an older one beside
 * a newer one leaves the rest to it. `undated_seq`: at this seq the item was found to wait for no moment.
 */
export const takeKnownKinds = `
alter table items add column undated_seq integer;

drop index items_undated;
create index items_undated on items (id)
  where open and next_due_at is null and undated_seq is distinct from seq;

create index items_supplier_kind on items (supplier, kind, due_at, id) where open;
create index items_customer_kind on items (customer, kind, due_at, id) where open;
create index items_assignee_kind on items (assignee, kind, due_at, id) where open;
create index items_reporter_kind on items (reporter, kind, open desc, due_at, id);
drop index items_supplier;
drop index items_customer;
drop index items_assignee;
drop index items_reporter;

-- Beside the one without \`known\`, which older processes go on calling.
create function claim_outbox(at bigint, most integer, lease bigint, claimer text, known text[])
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
      and not exists (select from items i where i.id = o.item and i.kind <> all (known))
    order by o.lane, o.id limit most for update of o skip locked
  ), leased as (
    update outbox o set lease_until = at + lease, holder = claimer, attempts = attempts + 1
    from ready where o.id = ready.id
    returning o.id, o.lane, coalesce(o.item, '') as item, o.seq, o.line, o.owed_at, o.attempts, o.notice)
  select leased.id::text, leased.item, leased.seq, leased.line, leased.owed_at, leased.attempts - 1, leased.notice
  from leased order by lane, leased.id;
end $$;
`
