import type { Place } from '../chat/inbound.ts'
import type { Side } from '../domain/people/sides.ts'
import type { Moved } from '../domain/people/wish.ts'
import type { MessageRef } from '../domain/ticket/event.ts'
import type { Sql } from './sql.ts'

/** Which message belongs to which item. */
export type Threads = {
  /** The item whose thread or message this is. */
  readonly find: (
    message: Pick<MessageRef, 'platform' | 'team' | 'conversation' | 'message'>,
  ) => Promise<{ item: string; side: 'supplier' | 'customer'; kind: string } | undefined>
  /** The root of the item's thread on that side in that conversation, when it stands there. */
  readonly root: (
    item: string,
    side: 'supplier' | 'customer',
    place?: Pick<Place, 'platform' | 'team' | 'conversation'>,
  ) => Promise<MessageRef | undefined>
  readonly link: (
    item: string,
    side: 'supplier' | 'customer',
    message: MessageRef,
    root: boolean,
  ) => Promise<void>
  /** The conversation has another id: what stands in it, living cards too, is found under that one. */
  readonly moved: (moved: Moved) => Promise<void>
}

/** A message's place as columns; `refOf` makes the port's type of them. */
export type RefRow = Omit<MessageRef, 'thread'> & { readonly thread: string | null }

/** The message, without `thread` when it stands in none. */
export const refOf = ({ platform, team, conversation, message, thread }: RefRow): MessageRef => ({
  platform,
  team,
  conversation,
  message,
  ...(thread === null ? {} : { thread }),
})

const find = `
select t.item, t.side, i.kind from threads t join items i on i.id = t.item
where t.platform = $1 and t.team = $2 and t.conversation = $3 and t.message = $4`
const root = `
select platform, team, conversation, message, thread from threads
where item = $1 and side = $2 and root
  and ($3::text is null or (platform = $3 and team = $4 and conversation = $5)) limit 1`
const link = `
insert into threads (platform, team, conversation, message, thread, item, side, root)
values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`
/**
 * What stands under the new id already, because somebody wrote there before this was heard, stays as it is. Cards are drawn
 * anew: a drawing sent to the old id in between reached nothing, whatever was noted of it. What is written of the old id
 * from now on is written under the new one (migration 0015).
 */
const moved = `
with noted as (
  insert into moved_conversations (platform, team, old_id, new_id) values ($1, $2, $3, $4)
  on conflict (platform, team, old_id) do update set new_id = excluded.new_id
), further as (
  update moved_conversations set new_id = $4 where platform = $1 and team = $2 and new_id = $3 and old_id <> $4
), back as (
  delete from moved_conversations where platform = $1 and team = $2 and old_id = $4
), cards as (
  update living l set conversation = $4, drawn_seq = least(l.drawn_seq, l.wanted_seq - 1), acts = '{?}', lease_until = 0
  where platform = $1 and team = $2 and conversation = $3
    and not exists (select from living n where n.platform = l.platform and n.team = l.team
      and n.conversation = $4 and n.message = l.message)
)
update threads t set conversation = $4
where platform = $1 and team = $2 and conversation = $3
  and not exists (select from threads n where n.platform = t.platform and n.team = t.team
    and n.conversation = $4 and n.message = t.message)`

/** Which message belongs to which item. The first link of a message stands. */
export const createThreads = (sql: Sql): Threads => ({
  find: async ({ platform, team, conversation, message }) => {
    const rows = await sql<{ item: string; side: Side; kind: string }>(find, [
      platform,
      team,
      conversation,
      message,
    ])
    return rows[0]
  },
  root: async (item, side, place) => {
    const where = [place?.platform ?? null, place?.team ?? null, place?.conversation ?? null]
    return (await sql<RefRow>(root, [item, side, ...where])).map(refOf)[0]
  },
  link: async (item, side, message, isRoot) => {
    const { platform, team, conversation, thread } = message
    await sql(link, [platform, team, conversation, message.message, thread ?? null, item, side, isRoot])
  },
  moved: async ({ platform, team, from, to }) => {
    await sql(moved, [platform, team, from, to])
  },
})
