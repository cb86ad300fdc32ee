import type { Instant } from '../domain/calendar/calendar.ts'
import type { Conversation } from '../domain/people/directory.ts'
import type { Language } from '../domain/people/sides.ts'
import type { MessageRef } from '../domain/ticket/event.ts'
import type { Notice } from './change.ts'
import { toJson } from './json.ts'
import { at, bell, drawn, holding, join, rung, stale, stand } from './lists-sql.ts'
import { createLookUp } from './look-up.ts'
import type { Sql } from './sql.ts'
import { refOf } from './threads.ts'

/** The list in somebody's conversation with the bot: several items that wait for them, in one message. */
export type StandingList = {
  readonly message: MessageRef
  readonly supplier: string
  readonly person: string
  readonly side: Notice['side']
  readonly language: Language
  readonly zone: string
}

/** An item in it, with the last that was told of it. */
export type ListedItem = { readonly item: string; readonly notice: Notice }

/** How many items ask for something, and how many for nothing any more. */
export type Counts = { readonly waiting: number; readonly done: number }

/** A list that is due for a new drawing: the rows that moved, and the first of both sorts; the rest is counted. */
export type StaleList = StandingList & {
  readonly drawnAs?: string
  readonly rows: readonly (ListedItem & { readonly wantedSeq: number })[]
  readonly rest: Counts
}

/** A message that made a sound: when, and what it was about. */
export type Bell = { readonly at: Instant; readonly abouts: readonly string[] }

/** Lists that stand in people's chats, and when somebody was last rung for. */
export type Lists = {
  /** The list that stands in a conversation, while anything of it may change. */
  readonly at: (place: Conversation) => Promise<MessageRef | undefined>
  /** The list in a conversation that holds this item. */
  readonly holding: (item: string, place: Conversation) => Promise<MessageRef | undefined>
  /** These rows of the outbox are posted together from now on, under the id of the first. */
  readonly join: (rows: readonly string[], first: string) => Promise<void>
  /** The list stands there with these rows, and with those it had if it is the same message. */
  readonly stand: (
    list: StandingList,
    rows: readonly { item: string; seq: number; notice: string }[],
  ) => Promise<void>
  /** Lists with an item that moved since they were drawn, leased to the caller; `shown`: how many of each sort are read. */
  readonly stale: (
    now: Instant,
    limit: number,
    leaseMs: number,
    shown: number,
  ) => Promise<readonly StaleList[]>
  /**
   * Drawn as that, with these items at these seqs, and not again before `next`. `over`: nothing of it is followed any more that
   * did not move since.
   */
  readonly drawn: (
    list: StandingList,
    as: string | undefined,
    rows: readonly { item: string; seq: number; done: boolean }[],
    over: boolean,
    next: Instant,
  ) => Promise<void>
  /** When somebody was last rung for in their conversation, and of what kinds of news. */
  readonly bell: (place: Conversation) => Promise<Bell | undefined>
  readonly rung: (place: Conversation, bell: Bell) => Promise<void>
}

type StaleRow = Omit<StandingList, 'message'> &
  MessageRef &
  ListedItem &
  Counts & { readonly drawnAs: string | null; readonly wantedSeq: number }

const staleOf = (rows: readonly StaleRow[]): readonly StaleList[] => {
  const lists = new Map<string, StaleRow[]>()
  for (const row of rows) {
    const key = `${row.platform} ${row.team} ${row.conversation}`
    lists.set(key, [...(lists.get(key) ?? []), row])
  }
  return [...lists.values()].flatMap((all) => {
    const [first] = all
    if (first === undefined) return []
    const {
      platform,
      team,
      conversation,
      message,
      supplier,
      person,
      side,
      language,
      zone,
      drawnAs,
      waiting,
      done,
    } = first
    return [
      {
        ...{ message: { platform, team, conversation, message }, supplier, person, side, language, zone },
        ...(drawnAs === null ? {} : { drawnAs }),
        rows: all.map(({ item, notice, wantedSeq }) => ({ item, notice, wantedSeq })),
        rest: { waiting, done },
      },
    ]
  })
}

const placed = ({ platform, team, conversation }: Conversation): readonly string[] => [
  platform,
  team,
  conversation,
]

/** The lists of one database; see `Lists`. */
export const createLists = (sql: Sql): Lists => {
  const listOf = createLookUp<Pick<ListedItem, 'item'> & Conversation, MessageRef>(sql, holding)
  return {
    at: async (place) => (await sql<MessageRef>(at, placed(place)))[0],
    holding: async (item, { platform, team, conversation }) => {
      const found = await listOf({ item, platform, team, conversation })
      return found && refOf({ ...found, thread: null })
    },
    join: async (rows, first) => {
      await sql(join, [rows, first])
    },
    stand: async ({ message, supplier, person, side, language, zone }, rows) => {
      await sql(stand, [
        ...placed(message),
        message.message,
        supplier,
        person,
        side,
        language,
        zone,
        toJson(rows),
      ])
    },
    stale: async (now, limit, leaseMs, shown) =>
      staleOf(await sql<StaleRow>(stale, [now, limit, leaseMs, shown])),
    drawn: async ({ message }, as, rows, over, next) => {
      await sql(drawn, [...placed(message), message.message, as ?? null, toJson(rows), over, next])
    },
    bell: async (place) => (await sql<Bell>(bell, placed(place)))[0],
    rung: async (place, { at, abouts }) => {
      await sql(rung, [...placed(place), at, abouts])
    },
  }
}
