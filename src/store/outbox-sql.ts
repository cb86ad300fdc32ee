/** $1 now, $2 limit, $3 lease in ms, $4 the holder, $5 the kinds it knows. */
export const claim = `select * from take_outbox($1, $2, $3, $4, $5)`

/**
 * $1 settlements, $2 the holder. Only rows that nobody else claimed since: a sender that was frozen beyond its lease is
 * fenced off. A row to be tried again takes the unsent rest of its line back with it. What was sent belongs to its item from
 * now on: a reply to it finds the item.
 */
export const settle = `
with given as materialized (
  select * from json_to_recordset($1::json) as g(
    id bigint, status text, at bigint, next_at bigint, message jsonb, why text, tried boolean, shared boolean)
), locked as materialized (
  select id, line, lane, lease_until, holder, status, item, side from outbox
  where id = any (array(select id from given)) order by id for update
), mine as materialized (
  select l.id, l.line, l.lane, l.lease_until, l.item, l.side, g.status, g.at, g.next_at, g.message, g.why, g.tried, g.shared
  from locked l join given g on g.id = l.id where l.holder = $2 and l.status = 'owed'
), settled as (
  update outbox o set
    status = case m.status when 'again' then 'owed' else m.status end,
    settled_at = case m.status when 'again' then null else m.at end,
    next_try_at = coalesce(m.next_at, o.next_try_at), attempts = o.attempts - (m.tried is false)::integer, lease_until = 0, message = m.message, why = m.why
  from mine m where o.id = m.id
), returned as (
  update outbox o set lease_until = 0, attempts = o.attempts - 1
  from mine m where m.status = 'again' and o.line = m.line and o.lane = m.lane and o.id > m.id
    and o.status = 'owed' and o.lease_until = m.lease_until and o.lease_until > 0 and o.id not in (select id from mine)
), linked as (
  insert into threads (platform, team, conversation, message, thread, item, side, root)
  select message->>'platform', message->>'team', message->>'conversation', message->>'message', message->>'thread',
    item, side, false
  from mine where status = 'sent' and item is not null and message is not null and shared is not true
  on conflict do nothing
)
select id::text from mine`

/** $1 rows. A key that is owed already stays as it is. */
export const owe = `
insert into outbox (key, item, seq, line, lane, side, collapse, owed_at, next_try_at, notice)
select key, item, seq, line, lane, side, collapse, owed_at, owed_at, notice from json_to_recordset($1::json) as n(
  key text, item text, seq integer, line text, lane smallint, side text, collapse text, owed_at bigint, notice jsonb,
  place integer)
order by place
on conflict (key) do nothing`

/** $1 the item, $2 the side, $3 the line of its room. */
export const owesRoot = `
select from outbox where item = $1 and side = $2 and line = $3 and status = 'owed' and notice->>'living' is not null limit 1`
