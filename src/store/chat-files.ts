import type { Pool, PoolClient } from 'pg'
import type { ChatFile, ChatFiles, ChatMessage, NewMessage } from '../chat/chat-log.ts'

type Client = Pick<PoolClient, 'query'>

const unsentMs = 24 * 3_600_000
/** So many a person may have uploaded and not sent. */
const mostUnsent = 50

const columns = 'id, name, type, size'

/** The files of `m` as one value, in their order. */
export const filesOfMessage = `(
  select json_agg(json_build_object('id', f.id, 'name', f.name, 'type', f.type, 'size', f.size) order by f.place)
  from chat_file f where f.message = m.id)`

/** The code of an error: a file went with another message in the same moment, so this one may not stand without it. */
export const fileGone = 'file_gone'

/** Puts what was uploaded under the messages it was sent with; throws {@link fileGone} where another message has it. */
export const attach = async (
  client: Client,
  said: readonly NewMessage[],
  standing: readonly ChatMessage[],
): Promise<void> => {
  for (const [index, { content }] of said.entries()) {
    const message = standing[index]
    if (content.kind !== 'said' || content.files === undefined || message === undefined) continue
    const ids = new Set(content.files.map(({ id }) => id))
    const { rowCount } = await client.query(
      `update chat_file f set message = $1, place = g.place
       from unnest($2::uuid[]) with ordinality g(id, place) where f.id = g.id and (f.message is null or f.message = $1)`,
      [message.id, [...ids]],
    )
    if (rowCount !== ids.size)
      throw Object.assign(new Error('A file of a chat message is gone'), { code: fileGone })
  }
}

/** The words were taken back: so are the files. */
export const removeFiles = (client: Client, message: string) =>
  client.query('delete from chat_file where message = $1', [message])

/** The web chat's files on PostgreSQL. */
export const createChatFiles = (pool: Pool): ChatFiles => ({
  keep: async ({ conversation, person, name, type, at, bytes }) => {
    await pool.query('delete from chat_file where person = $1 and message is null and at < $2', [
      person,
      at - unsentMs,
    ])
    const { rows } = await pool.query<ChatFile>(
      `insert into chat_file (conversation, person, name, type, size, at, bytes)
       select $1, $2, $3, $4, $5, $6, $7
       where (select count(*) from chat_file where person = $2 and message is null) < ${mostUnsent}
       returning ${columns}`,
      [conversation, person, name, type, bytes.length, at, bytes],
    )
    return rows[0]
  },
  unsent: async (person, conversation, ids, key) => {
    const { rows } = await pool.query<ChatFile>(
      `select ${columns} from chat_file f join unnest($3::uuid[]) with ordinality g(wanted, place) on f.id = g.wanted
       where person = $1 and conversation = $2 and (message is null or message in (
         select id from chat_message where key = $4)) order by g.place`,
      [person, conversation, ids, key],
    )
    return rows
  },
  read: async (id) => {
    const { rows } = await pool.query<
      ChatFile & { conversation: string; person: string; bytes: Buffer; isSent: boolean }
    >(
      `select ${columns}, conversation, person, bytes, message is not null as "isSent" from chat_file where id = $1`,
      [id],
    )
    return rows[0]
  },
})
