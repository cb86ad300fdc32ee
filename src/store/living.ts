import type { Notice } from './change.ts'
import { toJson } from './json.ts'
import type { Sql } from './sql.ts'
import type { Stale, Store } from './store.ts'
import { type RefRow, refOf } from './threads.ts'

/** The share lock on the item makes a commit that runs meanwhile either seen here or see this card (the end of `commit_changes`). */
const add = `
with item as (select seq from items where id = $6 for share)
insert into living (platform, team, conversation, message, thread, item, audience, language, zone, drawn_seq, wanted_seq,
  notice)
select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10::integer, greatest(seq, $10::integer), $11::bigint from item
on conflict (platform, team, conversation, message) do nothing`

/** Rows are met by where they stand, so that no plan made while there were few cards reads all of them. */
const stale = `
with leased as (
  update living set lease_until = $1 + $3::bigint where ctid = any (array(
    select ctid from living where wanted_seq > drawn_seq and lease_until <= $1
    order by item limit $2 for update skip locked))
  returning *
)
select l.platform, l.team, l.conversation, l.message, l.thread, l.item, l.audience, l.language, l.zone,
  l.drawn_seq as "drawnSeq", l.acts, o.notice
from leased l left join outbox o on o.id = l.notice`

/**
 * $1 cards with the seq each was drawn at, and when they are due again if they are; `done` ones are followed no longer. Locked
 * in one order, so that two processes never wait for each other in a circle. A drawing that another process overtook, at a
 * later seq, has no say in what is left of a card.
 */
const drawn = `
with given as materialized (
  select * from json_to_recordset($1::json) as g(
    platform text, team text, conversation text, message text, seq integer, again bigint, acts text[],
    done boolean)
), locked as materialized (
  select l.platform, l.team, l.conversation, l.message, g.seq, g.again, g.acts,
    g.done is true and g.seq >= l.drawn_seq as done from living l join given g
    using (platform, team, conversation, message)
  order by 1, 2, 3, 4 for update of l
), forgotten as (
  delete from living l using locked k where k.done
    and (l.platform, l.team, l.conversation, l.message) = (k.platform, k.team, k.conversation, k.message)
)
update living l set drawn_seq = greatest(drawn_seq, k.seq), lease_until = coalesce(k.again, 0),
  acts = case when k.seq >= l.drawn_seq then coalesce(k.acts, l.acts) else l.acts end
from locked k where not k.done
  and (l.platform, l.team, l.conversation, l.message) = (k.platform, k.team, k.conversation, k.message)`

type LivingRow = RefRow &
  Omit<Stale, 'message' | 'notice' | 'acts'> & {
    readonly notice: Notice | null
    readonly acts: readonly string[] | null
  }

const staleOf = (row: LivingRow): Stale => {
  const { item, audience, drawnSeq, language, zone, notice, acts } = row
  return {
    item,
    message: refOf(row),
    audience,
    drawnSeq,
    language,
    zone,
    ...(notice === null ? {} : { notice }),
    ...(acts === null ? {} : { acts }),
  }
}

/** The cards that follow their item. A card the item left behind is stale until it is drawn at the item's seq. */
export const createLiving = (sql: Sql): Store['living'] => ({
  add: async ({ item, message, audience, drawnSeq, language, zone, notice }) => {
    const { platform, team, conversation, thread } = message
    const place = [platform, team, conversation, message.message, thread ?? null]
    await sql(add, [...place, item, audience, language, zone, drawnSeq, notice ?? null])
  },
  stale: async (now, limit, leaseMs) => (await sql<LivingRow>(stale, [now, limit, leaseMs])).map(staleOf),
  drawn: async (cards) => {
    await sql(drawn, [toJson(cards.map(({ message, ...drawing }) => ({ ...message, ...drawing })))])
  },
})
