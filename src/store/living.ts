import type { Instant } from '../domain/calendar/calendar.ts'
import type { MessageRef } from '../domain/ticket/event.ts'
import type { Notice } from './change.ts'
import { isOfOne } from './database-error.ts'
import { createGather } from './gather.ts'
import { toJson } from './json.ts'
import { type Kinds, namesOf } from './kinds.ts'
import type { Sql } from './sql.ts'
import { type RefRow, refOf } from './threads.ts'

/**
 * How a notice stands: as a person's `own` card of its item, one for all that is told of it there; in `brief` below the item's
 * card; `named`, in brief where there are no threads. Otherwise as it was written.
 */
export type Shape = 'own' | 'brief' | 'named'

/** A card that stands in a chat and follows its item: the item's own card, or a notice that offers something to do. */
export type FollowedCard = {
  readonly item: string
  readonly message: MessageRef
  readonly audience: 'customer' | 'supplier'
  readonly drawnSeq: number
  readonly language: Notice['language']
  readonly zone: string
  readonly shape?: Shape
  /** The row of the outbox it came as. */
  readonly notice?: string
}

/** A card that is due for a new drawing, with the notice it came as; `drawnAs`: what it counted as when it was drawn last. */
export type StaleCard = Omit<FollowedCard, 'notice'> & {
  readonly notice?: Notice
  readonly drawnAs?: readonly string[]
}

/**
 * How a drawing ended: at which seq; `was`: what the card counted as when it began; `again`: once more, not before then; `as`:
 * what it counts as from then on; `done`: it is followed no longer.
 */
export type Redrawing = {
  readonly message: MessageRef
  readonly seq: number
  readonly was?: readonly string[]
  readonly again?: Instant
  readonly as?: readonly string[]
  readonly done?: true
}

type Where = Pick<MessageRef, 'platform' | 'team' | 'conversation' | 'message'>

/** What a card counts as of which nobody knows how much of a drawing stands, or who sees what of it: it is like no other. */
export const uncertain: readonly string[] = ['?']

/** The cards that follow their items. */
export type LivingCards = {
  readonly add: (card: FollowedCard) => Promise<void>
  /** Cards drawn before their item's present seq, of the kinds this store knows, leased to the caller. */
  readonly stale: (now: Instant, limit: number, leaseMs: number) => Promise<readonly StaleCard[]>
  readonly drawn: (cards: readonly Redrawing[]) => Promise<void>
  /** The card that is followed at this message, whether it is stale or not. */
  readonly at: (message: Where) => Promise<StaleCard | undefined>
  /** The item's own card for that side in a conversation, where all that is told of it there belongs: the newest. */
  readonly own: (
    item: string,
    side: FollowedCard['audience'],
    place: Pick<MessageRef, 'platform' | 'team' | 'conversation'>,
  ) => Promise<MessageRef | undefined>
  /** Somebody sees something else at this message than what was drawn there, so its next drawing is like none before. */
  readonly unlike: (message: Where) => Promise<void>
}

/** $1 cards. The share lock on the item makes a commit that runs meanwhile either seen here or see this card (the end of `commit_changes`). */
const add = `
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
const stale = `
with leased as (
  update living set lease_until = $1 + $3::bigint where ctid = any (array(
    select c.ctid from living c where c.wanted_seq > c.drawn_seq and c.lease_until <= $1
      and (select i.kind from items i where i.id = c.item) = any ($4)
    order by c.item limit $2 for update skip locked))
  returning *
)
select ${columns} from leased l left join outbox o on o.id = l.notice`

const at = `
select ${columns} from living l left join outbox o on o.id = l.notice
where l.platform = $1 and l.team = $2 and l.conversation = $3 and l.message = $4`

const own = `
select l.platform, l.team, l.conversation, l.message, l.thread from living l left join outbox o on o.id = l.notice
where l.item = $1 and l.audience = $2 and l.platform = $3 and l.team = $4 and l.conversation = $5
  and (l.shape = 'own' or (l.shape is null and (o.id is null or o.notice->>'living' is not null)))
order by o.id desc nulls last limit 1`

/** Each time another one, so that a drawing in hand can tell that it came meanwhile. */
const unlike = `
update living set acts = array['?', gen_random_uuid()::text]
where platform = $1 and team = $2 and conversation = $3 and message = $4`

/**
 * $1 cards with the seq each was drawn at, and when they are due again if they are; `done` ones are followed no longer. Locked
 * in one order, so that two processes never wait for each other in a circle. A drawing that another process overtook, at a
 * later seq, has no say in what is left of a card. One during which the card came to count as something else, for somebody was
 * shown another there, is no drawing: it is made once more.
 */
const drawn = `
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

type LivingRow = RefRow &
  Omit<StaleCard, 'message' | 'notice' | 'drawnAs' | 'shape'> & {
    readonly shape: Shape | null
    readonly notice: Notice | null
    readonly drawnAs: readonly string[] | null
  }

const staleOf = (row: LivingRow): StaleCard => {
  const { item, audience, drawnSeq, language, zone, shape, notice, drawnAs } = row
  return {
    item,
    message: refOf(row),
    audience,
    drawnSeq,
    language,
    zone,
    ...(shape === null ? {} : { shape }),
    ...(notice === null ? {} : { notice }),
    ...(drawnAs === null ? {} : { drawnAs }),
  }
}

const addAll = async (sql: Sql, batch: readonly FollowedCard[]): Promise<readonly undefined[]> => {
  const rows = batch.map(({ message, drawnSeq, ...living }, place) => ({
    place,
    ...message,
    ...living,
    seq: drawnSeq,
  }))
  await sql(add, [toJson(rows)])
  return batch.map(() => undefined)
}

/** The cards that follow their item. A card the item left behind is stale until it is drawn at the item's seq. */
export const createLiving = (sql: Sql, kinds: Kinds): LivingCards => ({
  add: createGather({ run: (batch: readonly FollowedCard[]) => addAll(sql, batch), most: 100, isOfOne }),
  stale: async (now, limit, leaseMs) =>
    (await sql<LivingRow>(stale, [now, limit, leaseMs, namesOf(kinds)])).map(staleOf),
  at: async ({ platform, team, conversation, message }) =>
    (await sql<LivingRow>(at, [platform, team, conversation, message])).map(staleOf)[0],
  own: async (item, side, { platform, team, conversation }) =>
    (await sql<RefRow>(own, [item, side, platform, team, conversation])).map(refOf)[0],
  unlike: async ({ platform, team, conversation, message }) => {
    await sql(unlike, [platform, team, conversation, message])
  },
  drawn: async (cards) => {
    const given = cards.map(({ message, as: acts, ...drawing }) => ({ ...message, ...drawing, acts }))
    await sql(drawn, [toJson(given)])
  },
})
