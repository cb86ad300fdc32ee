import type { Instant } from '../domain/calendar/calendar.ts'
import type { Conversation } from '../domain/people/directory.ts'
import type { Language } from '../domain/people/sides.ts'
import type { MessageRef } from '../domain/ticket/event.ts'
import type { Notice } from './change.ts'
import { toJson } from './json.ts'
import type { Sql } from './sql.ts'

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

/** A list that is due for a new drawing, whole. */
export type StaleList = StandingList & {
  readonly drawnAs?: string
  readonly rows: readonly (ListedItem & { readonly wantedSeq: number })[]
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
  /** Lists with an item that moved since they were drawn, leased to the caller. */
  readonly stale: (now: Instant, limit: number, leaseMs: number) => Promise<readonly StaleList[]>
  /** Drawn as that, with these items at these seqs; `done` ones are followed no longer. */
  readonly drawn: (
    list: StandingList,
    as: string | undefined,
    rows: readonly { item: string; seq: number; done: boolean }[],
  ) => Promise<void>
  /** When somebody was last rung for in their conversation, and of what kinds of news. */
  readonly bell: (place: Conversation) => Promise<Bell | undefined>
  readonly rung: (place: Conversation, bell: Bell) => Promise<void>
}

const here = 'platform = $1 and team = $2 and conversation = $3'
const at = `select platform, team, conversation, message from lists l where ${here} and exists (
  select from listed r where (r.platform, r.team, r.conversation) = (l.platform, l.team, l.conversation))`
const holding = `select l.platform, l.team, l.conversation, l.message from lists l join listed r using (platform, team, conversation)
where ${here} and r.item = $4`
const join = 'update outbox set together = $2::bigint where id = any ($1::bigint[])'

/** The share lock makes a commit that runs meanwhile either seen here or see these rows. */
const stand = `
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
  notice = greatest(listed.notice, excluded.notice), drawn_seq = -1, wanted_seq = greatest(listed.wanted_seq, excluded.wanted_seq)`

const stale = `
with leased as (
  update lists set lease_until = $1 + $3::bigint where ctid = any (array(
    select l.ctid from lists l where l.lease_until <= $1 and exists (
      select from listed r where (r.platform, r.team, r.conversation) = (l.platform, l.team, l.conversation)
        and r.wanted_seq > r.drawn_seq)
    limit $2 for update skip locked))
  returning *
)
select l.platform, l.team, l.conversation, l.message, l.supplier, l.person, l.side, l.language, l.zone,
  l.drawn_as as "drawnAs", r.item, r.wanted_seq as "wantedSeq", o.notice
from leased l join listed r on (r.platform, r.team, r.conversation) = (l.platform, l.team, l.conversation)
join outbox o on o.id = r.notice order by r.notice`

/** A list that was replaced meanwhile has no say in the new one. */
const drawn = `
with given as materialized (
  select * from json_to_recordset($6::json) as g(item text, seq integer, done boolean)
), list as (
  update lists set lease_until = 0, drawn_as = coalesce($5, drawn_as) where ${here} and message = $4 returning 1
), gone as (
  delete from listed r using given g where ${here} and r.item = g.item and g.done and r.wanted_seq <= g.seq
    and exists (select from list)
)
update listed r set drawn_seq = greatest(r.drawn_seq, g.seq) from given g
where ${here} and r.item = g.item and not (g.done and r.wanted_seq <= g.seq) and exists (select from list)`
const bell = `select rung_at as at, abouts from bells where ${here}`
const rung = `
insert into bells (platform, team, conversation, rung_at, abouts) values ($1, $2, $3, $4, $5)
on conflict (platform, team, conversation) do update set rung_at = excluded.rung_at, abouts = excluded.abouts
where bells.rung_at <= excluded.rung_at`

type StaleRow = Omit<StandingList, 'message'> &
  MessageRef &
  ListedItem & { readonly drawnAs: string | null; readonly wantedSeq: number }

const staleOf = (rows: readonly StaleRow[]): readonly StaleList[] => {
  const lists = new Map<string, StaleRow[]>()
  for (const row of rows) {
    const key = `${row.platform} ${row.team} ${row.conversation}`
    lists.set(key, [...(lists.get(key) ?? []), row])
  }
  return [...lists.values()].flatMap((all) => {
    const [first] = all
    if (first === undefined) return []
    const { platform, team, conversation, message, supplier, person, side, language, zone, drawnAs } = first
    return [
      {
        ...{ message: { platform, team, conversation, message }, supplier, person, side, language, zone },
        ...(drawnAs === null ? {} : { drawnAs }),
        rows: all.map(({ item, notice, wantedSeq }) => ({ item, notice, wantedSeq })),
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
export const createLists = (sql: Sql): Lists => ({
  at: async (place) => (await sql<MessageRef>(at, placed(place)))[0],
  holding: async (item, place) => (await sql<MessageRef>(holding, [...placed(place), item]))[0],
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
  stale: async (now, limit, leaseMs) => staleOf(await sql<StaleRow>(stale, [now, limit, leaseMs])),
  drawn: async ({ message }, as, rows) => {
    await sql(drawn, [...placed(message), message.message, as ?? null, toJson(rows)])
  },
  bell: async (place) => (await sql<Bell>(bell, placed(place)))[0],
  rung: async (place, { at, abouts }) => {
    await sql(rung, [...placed(place), at, abouts])
  },
})
