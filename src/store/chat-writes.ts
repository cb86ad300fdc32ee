import type { Pool, PoolClient } from 'pg'
import type { ChatMessage, Content, DrawnCard, Hears, NewMessage } from '../chat/chat-log.ts'
import type { Inbound } from '../chat/inbound.ts'
import { attach, fileGone } from './chat-files.ts'
import { type MessageRow, messageOf, select } from './chat-row.ts'
import { errorCode, isOfOne } from './database-error.ts'
import { createGather } from './gather.ts'
import { arrivalRows, layInbox } from './inbox-row.ts'
import { toJson } from './json.ts'
import { inTransaction } from './transaction.ts'

/** So many go together that a rush costs a few commits a second, and so few that nobody waits for the others. */
const most = 50

/**
 * $1 messages in the order they came. One statement, so one commit: numbered under the head's lock, counted at their threads'
 * roots, announced to all processes once.
 */
const append = `
with given as materialized (
  select distinct on (key) * from json_to_recordset($1::json) as g(place integer, key text, conversation text,
    thread bigint, at bigint, author text, text text, card jsonb, language text, zone text)
  order by key, place
), fresh as materialized (
  select *, row_number() over (order by place) as n, count(*) over () as total from given g
  where not exists (select from chat_message m where m.key = g.key)
), head as (
  update chat_head set cursor = cursor + 2 * (select count(*) from fresh) where exists (select from fresh) returning cursor
), said as (
  insert into chat_message (id, changed, key, conversation, thread, at, author, text, card, language, zone, heard)
  select cursor - 2 * (total - n), cursor - 2 * (total - n), key, conversation, thread, at, author, text, card, language,
    zone, author is null from fresh, head order by n
  on conflict (key) do nothing returning key, id, changed, text, thread
), root as (
  update chat_message m set changed = last - 1
  from (select thread, max(id) as last from said where thread > 0 group by thread) replied where m.id = replied.thread
)
select key, id, changed, text, pg_notify('accord_chat', '') from said`

/** $1 cards in place of those that stand, of each message the last that was given. */
const redraw = `
with given as materialized (
  select distinct on (id) * from json_to_recordset($1::json) as g(place integer, id bigint, card jsonb, language text,
    zone text)
  order by id, place desc
), meant as materialized (
  select g.*, row_number() over (order by place) as n, count(*) over () as total
  from given g join chat_message m using (id)
  where (m.card, m.language, m.zone) is distinct from (g.card, g.language, g.zone) and m.card is not null
), head as (
  update chat_head set cursor = cursor + 2 * (select count(*) from meant) where exists (select from meant) returning cursor
), drawn as (
  update chat_message m set changed = cursor - 2 * (total - n), card = meant.card, language = meant.language,
    zone = meant.zone
  from meant, head where m.id = meant.id returning m.thread, m.changed
), root as (
  update chat_message m set changed = last - 1
  from (select thread, max(changed) as last from drawn where thread > 0 group by thread) replied
  where m.id = replied.thread
)
select pg_notify('accord_chat', '') where exists (select from drawn)`

const columnsOf = (content: Content) =>
  content.kind === 'said'
    ? { author: content.author, text: content.text }
    : { card: content.card, language: content.language, zone: content.zone }

/** A card that is drawn into the message `id`. */
export type Redrawn = { readonly id: string } & DrawnCard

/** A message with what the bot is to hear of it. */
type Heard = { readonly said: NewMessage; readonly hears: Hears }

type Client = Pick<PoolClient, 'query'>
type Fresh = Pick<MessageRow, 'key' | 'id' | 'changed' | 'text'>

/** Puts messages there; what stands already under its key stays. All of them as they stand then, in their order. */
const put = async (client: Client, messages: readonly NewMessage[]): Promise<readonly ChatMessage[]> => {
  const given = messages.map(({ content, thread = '0', ...said }, place) => ({
    ...{ place, ...said, thread },
    ...columnsOf(content),
  }))
  const { rows: fresh } = await client.query<Fresh>(append, [toJson(given)])
  const made = new Map(fresh.map((row) => [row.key, row]))
  const others = messages.flatMap(({ key }) => (made.has(key) ? [] : [key]))
  const { rows } =
    others.length === 0
      ? { rows: [] }
      : await client.query<MessageRow>(`${select} where m.key = any($1)`, [others])
  const standing = new Map(rows.map((row) => [row.key, messageOf(row)]))
  return messages.map((said) => {
    const found = made.get(said.key)
    const message = found === undefined ? standing.get(said.key) : asKept(said, found)
    if (message === undefined) throw new Error('A chat message was written and is not there')
    return message
  })
}

const asKept = (said: NewMessage, { id, changed, text }: Fresh): ChatMessage => {
  const content = said.content.kind === 'said' ? { ...said.content, text: text ?? '' } : said.content
  return { ...said, content, id, changed: Number(changed), edits: 0 }
}

/** Lays what the bot is to hear into its inbox. No process has it in hand yet: whoever is told of it first takes it up. */
export const layHeard = async (client: Client, inbounds: readonly Inbound[]): Promise<void> => {
  if (inbounds.length === 0) return
  const arrivals = inbounds.map((inbound) => ({ inbound, receivedAt: inbound.at, leaseUntil: 0 }))
  await client.query(layInbox, [arrivalRows(arrivals)])
}

/**
 * What is written into the chat, all of one moment together: each write holds the head's lock until it is committed, so in a
 * rush one by one would wait for all others.
 */
export const createChatWrites = (pool: Pool) => {
  /** What people say stands together with what the bot is to hear of it, or not at all. */
  const sayAll = (batch: readonly Heard[]): Promise<readonly ChatMessage[]> =>
    inTransaction(pool, async (client) => {
      const said = batch.map((one) => one.said)
      const standing = await put(client, said)
      await attach(client, said, standing)
      const heard = standing.flatMap((message, place) => batch[place]?.hears(message) ?? [])
      await layHeard(client, heard)
      return standing
    })

  /** Whether each stands as a card of the bot's. */
  const redrawAll = async (batch: readonly Redrawn[]): Promise<readonly boolean[]> => {
    await pool.query(redraw, [toJson(batch.map((one, place) => ({ place, ...one })))])
    const ids = batch.map(({ id }) => id)
    const { rows } = await pool.query<{ id: string }>(
      'select id from chat_message where id = any($1) and card is not null',
      [ids],
    )
    const standing = new Set(rows.map(({ id }) => id))
    return ids.map((id) => standing.has(id))
  }

  return {
    /** What nobody has to hear is one statement: a process that is frozen meanwhile holds the head from nobody. */
    append: createGather({ run: (batch: readonly NewMessage[]) => put(pool, batch), most, isOfOne }),
    say: createGather({
      run: sayAll,
      most,
      isOfOne: (error) => isOfOne(error) || errorCode(error) === fileGone,
    }),
    redraw: createGather({ run: redrawAll, most, isOfOne }),
  }
}
