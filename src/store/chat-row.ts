import type { ChatFile, ChatMessage, Content, Replies, ShownCard } from '../chat/chat-log.ts'
import type { Language } from '../domain/people/sides.ts'
import { filesOfMessage } from './chat-files.ts'

/** A chat message with the summary of its thread, as `select` reads it. bigint columns come as text. */
export type MessageRow = {
  readonly id: string
  readonly changed: string
  readonly key: string
  readonly conversation: string
  readonly thread: string
  readonly at: string
  readonly author: string | null
  readonly text: string | null
  readonly files: readonly ChatFile[] | null
  readonly card: ShownCard | null
  readonly language: Language | null
  readonly zone: string | null
  readonly edits: number
  readonly edited_at: string | null
  readonly deleted_at: string | null
  readonly count: number | null
  readonly last_at: string | null
  readonly last_author: string | null
  readonly last_words: string | null
}

/** Reads messages as they stand; a condition on `m` follows. Deleted replies do not count. */
export const select = `
select m.id, m.changed, m.key, m.conversation, m.thread, m.at, m.author, m.text, ${filesOfMessage} files, m.card, m.language, m.zone,
  m.edits, m.edited_at, m.deleted_at,
  r.count, l.at last_at, l.author last_author, coalesce(l.text, l.card->>'summary') last_words
from chat_message m
left join lateral (
  select count(*)::int count, max(id) last from chat_message
  where conversation = m.conversation and thread = m.id and deleted_at is null) r on m.thread = 0
left join chat_message l on l.id = r.last`

/** The chat's message in a row. */
export const messageOf = (row: MessageRow): ChatMessage => {
  const replies = repliesOf(row)
  return {
    id: row.id,
    changed: Number(row.changed),
    key: row.key,
    conversation: row.conversation,
    ...(row.thread === '0' ? {} : { thread: row.thread }),
    at: Number(row.at),
    content: contentOf(row),
    edits: row.edits,
    ...(row.edited_at === null ? {} : { editedAt: Number(row.edited_at) }),
    ...(row.deleted_at === null ? {} : { deletedAt: Number(row.deleted_at) }),
    ...(replies ? { replies } : {}),
  }
}

const contentOf = ({ author, text, files, card, language, zone }: MessageRow): Content =>
  card
    ? { kind: 'posted', card, language: language ?? 'en', zone: zone ?? 'UTC' }
    : { kind: 'said', author: author ?? '', text: text ?? '', ...(files === null ? {} : { files }) }

const repliesOf = (row: MessageRow): Replies | undefined =>
  row.count && row.last_at
    ? {
        count: row.count,
        lastAt: Number(row.last_at),
        ...(row.last_author === null ? {} : { lastAuthor: row.last_author }),
        lastWords: row.last_words ?? '',
      }
    : undefined
