import { toJson } from './json.ts'
import type { Sql } from './sql.ts'
import type { Living, Store } from './store.ts'
import { type RefRow, refOf } from './threads.ts'

/** The share lock on the item makes a commit that runs meanwhile either seen here or see this card (the end of `commit_changes`). */
const add = `
with item as (select seq from items where id = $6 for share)
insert into living (platform, team, conversation, message, thread, item, audience, language, zone, drawn_seq, wanted_seq)
select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10::integer, greatest(seq, $10::integer) from item
on conflict (platform, team, conversation, message) do nothing`

/** Rows are met by where they stand, so that no plan made while there were few cards reads all of them. */
const stale = `
update living set lease_until = $1 + $3::bigint where ctid = any (array(
  select ctid from living where wanted_seq > drawn_seq and lease_until <= $1
  order by item limit $2 for update skip locked))
returning platform, team, conversation, message, thread, item, audience, language, zone, drawn_seq as "drawnSeq"`

/** $1 cards with the seq each was drawn at. Locked in one order, so that two processes never wait for each other in a circle. */
const drawn = `
with given as materialized (
  select * from json_to_recordset($1::json) as g(
    platform text, team text, conversation text, message text, seq integer)
), locked as materialized (
  select l.platform, l.team, l.conversation, l.message, g.seq from living l join given g
    using (platform, team, conversation, message)
  order by 1, 2, 3, 4 for update of l
)
update living l set drawn_seq = greatest(drawn_seq, k.seq), lease_until = 0 from locked k
where (l.platform, l.team, l.conversation, l.message) = (k.platform, k.team, k.conversation, k.message)`

type LivingRow = RefRow & Omit<Living, 'message'>

const livingOf = (row: LivingRow): Living => {
  const { item, audience, drawnSeq, language, zone } = row
  return { item, message: refOf(row), audience, drawnSeq, language, zone }
}

/** The cards that follow their item. A card the item left behind is stale until it is drawn at the item's seq. */
export const createLiving = (sql: Sql): Store['living'] => ({
  add: async ({ item, message, audience, drawnSeq, language, zone }) => {
    const { platform, team, conversation, thread } = message
    const place = [platform, team, conversation, message.message, thread ?? null]
    await sql(add, [...place, item, audience, language, zone, drawnSeq])
  },
  stale: async (now, limit, leaseMs) => (await sql<LivingRow>(stale, [now, limit, leaseMs])).map(livingOf),
  drawn: async (cards) => {
    await sql(drawn, [toJson(cards.map(({ message, seq }) => ({ ...message, seq })))])
  },
})
