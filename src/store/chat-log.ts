import type { Pool, PoolClient } from 'pg'
import type { ChatLog, ChatMessage, Hears } from '../chat/chat-log.ts'
import { chatFeed } from './chat-feed.ts'
import { createChatFiles, removeFiles } from './chat-files.ts'
import { createChatReads } from './chat-reads.ts'
import { type MessageRow, messageOf, select } from './chat-row.ts'
import { createChatWrites, layHeard } from './chat-writes.ts'
import { inTransaction } from './transaction.ts'

/** A change of one message under the same lock. `$1` is its id. */
const change = (set: string, where: string): string => `
with meant as (select id from chat_message where id = $1 and ${where}),
head as (update chat_head set cursor = cursor + 2 where exists (select from meant) returning cursor),
changed as (
  update chat_message m set changed = cursor, ${set} from head
  where m.id = $1 and ${where} returning m.thread),
root as (
  update chat_message set changed = cursor - 1 from head, changed
  where id = changed.thread and changed.thread > 0)
select pg_notify('accord_chat', '') from changed`

const edit = change(
  'text = $2, edits = edits + 1, edited_at = $3, heard = false',
  'author is not null and deleted_at is null and text is distinct from $2',
)
const erase = change("text = '', deleted_at = $2, heard = false", 'author is not null and deleted_at is null')

/** What comes first of each conversation after its own cursor, and of it all the first. */
const since = `
where m.id = any(array(
  select c.id from unnest($1::text[], $2::bigint[]) f(conversation, after)
  cross join lateral (
    select id, changed from chat_message m where m.conversation = f.conversation and m.changed > f.after
    order by changed limit $3) c
  order by c.changed limit $3))
order by m.changed`

/** The chat log on PostgreSQL. It owns one more connection, for LISTEN, while anybody listens. */
export const createChatLog = (pool: Pool): ChatLog => {
  const feed = chatFeed(pool)
  const writes = createChatWrites(pool)
  const rows = async (tail: string, values: readonly unknown[]): Promise<readonly ChatMessage[]> =>
    (await pool.query<MessageRow>(`${select} ${tail}`, [...values])).rows.map(messageOf)
  const one = async (tail: string, value: string) => (await rows(tail, [value]))[0]
  const message = (id: string) => one('where m.id = $1', id)

  /**
   * What a person did stands together with what the bot is to hear of it, or not at all: nothing is shown that the bot does not
   * know, on a full disk neither.
   */
  const keep = (
    work: (client: PoolClient) => Promise<unknown>,
    where: readonly [string, string],
    hears: Hears,
  ): Promise<ChatMessage | undefined> =>
    inTransaction(pool, async (client) => {
      await work(client)
      const { rows } = await client.query<MessageRow>(`${select} ${where[0]}`, [where[1]])
      const standing = rows.map(messageOf)[0]
      await layHeard(client, standing ? hears(standing) : [])
      return standing
    })
  const withKey = (key: string) => one('where m.key = $1', key)

  return {
    files: createChatFiles(pool),
    message,
    withKey,
    append: (said, hears) => (hears === undefined ? writes.append(said) : writes.say({ said, hears })),
    edit: async (id, text, at, hears = () => []) => {
      const standing = await keep(
        (client) => client.query(edit, [id, text, at]),
        ['where m.id = $1', id],
        hears,
      )
      return standing?.deletedAt === undefined ? standing : undefined
    },
    erase: (id, at, hears = () => []) =>
      keep(
        async (client) => {
          await client.query(erase, [id, at])
          await removeFiles(client, id)
        },
        ['where m.id = $1', id],
        hears,
      ),
    redraw: (id, { card, language, zone }) => writes.redraw({ id, card, language, zone }),
    page: async ({ conversation, thread, before, limit }) => {
      const newestFirst = await rows(
        `where m.conversation = $1 and m.thread = $2 and ($3::bigint is null or m.id < $3)
         order by m.id desc limit $4`,
        [conversation, thread ?? 0, before ?? null, limit],
      )
      return newestFirst.toReversed()
    },
    cursor: async () => {
      const { rows } = await pool.query<{ cursor: string }>('select cursor from chat_head')
      return Number(rows[0]?.cursor ?? 0)
    },
    since: (cursors, limit) => rows(since, [[...cursors.keys()], [...cursors.values()], limit]),
    unheard: () => rows('where not m.heard order by m.id', []),
    heard: async ({ id, edits, deletedAt }) => {
      await pool.query(
        'update chat_message set heard = true where id = $1 and edits = $2 and deleted_at is not distinct from $3',
        [id, edits, deletedAt ?? null],
      )
    },
    ...createChatReads(pool),
    onChange: feed.onChange,
    close: feed.close,
  }
}
