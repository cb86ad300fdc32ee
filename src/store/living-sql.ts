/** $1 cards. The share lock on the item makes a commit that runs meanwhile either seen here or see this card (the end of `commit_changes`). */
export const add = `
with given as materialized (
  select * from json_to_recordset($1::json) as g(place integer, platform text, team text, conversation text, message text,
    thread text, item text, audience text, language text, zone text, seq integer, notice bigint, shape text)
), item as materialized (
  select id, seq from items where id = any (array(select item from given)) order by id for share
)
insert into living (platform, team, conversation, message, thread, item, audience, language, zone, drawn_seq, wanted_seq,
  notice, shape)
select platform, team, conversation, message, thread, g.item, audience, language, zone, g.seq, greatest(i.seq, g.seq), notice, shape
from given g join item i on i.id = g.item order by place
on conflict (platform, team, conversation, message) do nothing`

const columns = `l.platform, l.team, l.conversation, l.message, l.thread, l.item, l.audience, l.language, l.zone,
  l.drawn_seq as "drawnSeq", l.acts as "drawnAs", l.shape, o.notice`

/**
 * Rows are met by where they stand, and each asks for its own kind, so that no plan made while there were few cards, or by a
 * guess of how many are stale, reads all of them.
 */
export const stale = `
with leased as (
  update living set lease_until = $1 + $3::bigint where ctid = any (array(
    select c.ctid from living c where c.wanted_seq > c.drawn_seq and c.lease_until <= $1
      and (select i.kind from items i where i.id = c.item) = any ($4)
    order by c.item limit $2 for update skip locked))
  returning *
)
select ${columns} from leased l left join outbox o on o.id = l.notice`

/** $1–$4 where it stands. */
export const at = `
select ${columns} from living l left join outbox o on o.id = l.notice
where l.platform = $1 and l.team = $2 and l.conversation = $3 and l.message = $4`

/** $1 items, each with the side and the conversation. */
export const own = `
select g.place, l.* from json_to_recordset($1::json) as g(
  place integer, item text, side text, platform text, team text, conversation text)
cross join lateral (
  select l.platform, l.team, l.conversation, l.message, l.thread from living l left join outbox o on o.id = l.notice
  where l.item = g.item and l.audience = g.side
    and l.platform = g.platform and l.team = g.team and l.conversation = g.conversation
    and (l.shape = 'own' or (l.shape is null and (o.id is null or o.notice->>'living' is not null)))
  order by o.id desc nulls last limit 1) l`

/** Each time another one, so that a drawing in hand can tell that it came meanwhile. */
export const unlike = `
update living set acts = array['?', gen_random_uuid()::text]
where platform = $1 and team = $2 and conversation = $3 and message = $4`

/**
 * $1 cards with the seq each was drawn at, and when they are due again if they are; `done` ones are followed no longer. Locked
 * in one order, so that two processes never wait for each other in a circle. A drawing that another process overtook, at a
 * later seq, has no say in what is left of a card. One during which the card came to count as something else, for somebody was
 * shown another there, is no drawing: it is made once more.
 */
export const drawn = `
with given as materialized (
  select * from json_to_recordset($1::json) as g(
    platform text, team text, conversation text, message text, seq integer, was text[], again bigint, acts text[],
    done boolean)
), locked as materialized (
  select l.platform, l.team, l.conversation, l.message, g.again, g.acts,
    case when l.acts is distinct from g.was then l.drawn_seq else g.seq end as seq,
    l.acts is distinct from g.was as moved,
    g.done is true and g.seq >= l.drawn_seq and l.acts is not distinct from g.was as done
  from living l join given g
    using (platform, team, conversation, message)
  order by 1, 2, 3, 4 for update of l
), forgotten as (
  delete from living l using locked k where k.done
    and (l.platform, l.team, l.conversation, l.message) = (k.platform, k.team, k.conversation, k.message)
)
update living l set drawn_seq = greatest(drawn_seq, k.seq), lease_until = coalesce(k.again, 0),
  acts = case when k.seq >= l.drawn_seq and not k.moved then coalesce(k.acts, l.acts) else l.acts end
from locked k where not k.done
  and (l.platform, l.team, l.conversation, l.message) = (k.platform, k.team, k.conversation, k.message)`
