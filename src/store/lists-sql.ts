const here = 'platform = $1 and team = $2 and conversation = $3'
/** $1–$3 the conversation, here as below. */
export const at = `select platform, team, conversation, message from lists l where ${here} and exists (
  select from listed r where (r.platform, r.team, r.conversation) = (l.platform, l.team, l.conversation))`
/** $1 items, each with the conversation. */
export const holding = `
select g.place, l.platform, l.team, l.conversation, l.message
from json_to_recordset($1::json) as g(place integer, item text, platform text, team text, conversation text)
join listed using (platform, team, conversation, item) join lists l using (platform, team, conversation)`
/** $1 rows of the outbox, $2 the first. */
export const join = 'update outbox set together = $2::bigint where id = any ($1::bigint[])'

/** The share lock makes a commit that runs meanwhile either seen here or see these rows. */
export const stand = `
with old as (
  delete from listed r using lists l where (r.platform, r.team, r.conversation) = ($1, $2, $3)
    and (l.platform, l.team, l.conversation) = ($1, $2, $3) and l.message <> $4
), list as (
  insert into lists (platform, team, conversation, message, supplier, person, side, language, zone)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
  on conflict (platform, team, conversation) do update set message = excluded.message, supplier = excluded.supplier,
    person = excluded.person, side = excluded.side, language = excluded.language, zone = excluded.zone,
    drawn_as = case when lists.message = excluded.message then lists.drawn_as end
), given as materialized (
  select * from json_to_recordset($10::json) as g(item text, seq integer, notice bigint)
), item as materialized (
  select id, seq from items where id = any (array(select item from given)) order by id for share
)
insert into listed (platform, team, conversation, item, notice, drawn_seq, wanted_seq)
select $1, $2, $3, g.item, g.notice, -1, greatest(i.seq, g.seq) from given g join item i on i.id = g.item order by g.item
on conflict (platform, team, conversation, item) do update set
  notice = greatest(listed.notice, excluded.notice), done = false, drawn_seq = -1, wanted_seq = greatest(listed.wanted_seq, excluded.wanted_seq)`

/** $1 now, $2 how many lists, $3 lease in ms, $4 how many of each sort are read besides what moved. */
export const stale = `
with leased as (
  update lists set lease_until = $1 + $3::bigint where ctid = any (array(
    select l.ctid from lists l where l.lease_until <= $1 and exists (
      select from listed r where (r.platform, r.team, r.conversation) = (l.platform, l.team, l.conversation)
        and r.wanted_seq > r.drawn_seq)
    limit $2 for update skip locked))
  returning *
), ranked as materialized (
  select r.*, r.wanted_seq > r.drawn_seq as moved, row_number() over (
    partition by r.platform, r.team, r.conversation, r.wanted_seq > r.drawn_seq, r.done order by r.notice) as place
  from leased join listed r using (platform, team, conversation)
), counted as (
  select platform, team, conversation, count(*) filter (where not done)::integer as waiting,
    count(*) filter (where done)::integer as done
  from ranked where not moved and place > $4 group by platform, team, conversation
)
select l.platform, l.team, l.conversation, l.message, l.supplier, l.person, l.side, l.language, l.zone,
  l.drawn_as as "drawnAs", r.item, r.wanted_seq as "wantedSeq", o.notice,
  coalesce(c.waiting, 0) as waiting, coalesce(c.done, 0) as done
from leased l join ranked r using (platform, team, conversation)
left join counted c using (platform, team, conversation)
join outbox o on o.id = r.notice
where r.moved or r.place <= $4 order by r.notice`

/**
 * $4 the message, $5 drawn as, $6 rows, $7 whether it is over, $8 before when it is not drawn again. A list that was replaced meanwhile has no say in the new one.
 */
export const drawn = `
with given as materialized (
  select * from json_to_recordset($6::json) as g(item text, seq integer, done boolean)
), list as (
  update lists set lease_until = $8, drawn_as = coalesce($5, drawn_as) where ${here} and message = $4 returning 1
), gone as (
  delete from listed r where $7 and ${here} and exists (select from list)
    and r.wanted_seq <= coalesce((select seq from given g where g.item = r.item), r.drawn_seq)
)
update listed r set drawn_seq = greatest(r.drawn_seq, g.seq), done = g.done from given g
where ${here} and r.item = g.item and not ($7 and r.wanted_seq <= g.seq) and exists (select from list)`

export const bell = `select rung_at as at, abouts from bells where ${here}`
export const rung = `
insert into bells (platform, team, conversation, rung_at, abouts) values ($1, $2, $3, $4, $5)
on conflict (platform, team, conversation) do update set rung_at = excluded.rung_at, abouts = excluded.abouts
where bells.rung_at <= excluded.rung_at`
