import type { Instant } from '../domain/calendar/calendar.ts'
import type { Conversation } from '../domain/people/directory.ts'
import type { MessageRef } from '../domain/ticket/event.ts'
import type { Notice } from './change.ts'
import { isOfOne } from './database-error.ts'
import { createGather } from './gather.ts'
import { toJson } from './json.ts'
import { type Kinds, namesOf } from './kinds.ts'
import { add, at, drawn, own, stale, unlike } from './living-sql.ts'
import { createLookUp } from './look-up.ts'
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
export const createLiving = (sql: Sql, kinds: Kinds): LivingCards => {
  const ownCard = createLookUp<Pick<FollowedCard, 'item'> & Conversation & { side: string }, RefRow>(sql, own)
  return {
    add: createGather({ run: (batch: readonly FollowedCard[]) => addAll(sql, batch), most: 100, isOfOne }),
    stale: async (now, limit, leaseMs) =>
      (await sql<LivingRow>(stale, [now, limit, leaseMs, namesOf(kinds)])).map(staleOf),
    at: async ({ platform, team, conversation, message }) =>
      (await sql<LivingRow>(at, [platform, team, conversation, message])).map(staleOf)[0],
    own: async (item, side, { platform, team, conversation }) => {
      const found = await ownCard({ item, side, platform, team, conversation })
      return found && refOf(found)
    },
    unlike: async ({ platform, team, conversation, message }) => {
      await sql(unlike, [platform, team, conversation, message])
    },
    drawn: async (cards) => {
      const given = cards.map(({ message, as: acts, ...drawing }) => ({ ...message, ...drawing, acts }))
      await sql(drawn, [toJson(given)])
    },
  }
}
