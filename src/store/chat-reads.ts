import type { Pool } from 'pg'
import type { ChatLog, Unread } from '../chat/chat-log.ts'

/** Beyond so many nobody counts: the badge says “99+”. */
const mostCounted = 100

/** Of the place `p` for the person `who`: what others said after their mark. */
const after = (who: string): string => `
  select count(*)::int count from (
    select from chat_message m
    where m.conversation = p.conversation and m.thread = p.thread and m.id > coalesce(r.upto, 0)
      and m.author is distinct from ${who} and m.deleted_at is null
    limit ${mostCounted}) counted`

/** A place whose last message is not after the mark is not looked into. */
const unread = `
select p.conversation, p.thread, coalesce(r.upto, 0) upto, coalesce(n.count, 0) count
from chat_place p
left join chat_read r on r.person = $1 and r.conversation = p.conversation and r.thread = p.thread
left join lateral (${after('$1')}) n on p.last > coalesce(r.upto, 0)
where p.conversation = any($2)
order by p.conversation, p.thread`

const waiting = `
select f.person, least(sum(n.count), ${mostCounted})::int count
from unnest($1::text[], $2::text[]) f(person, conversation)
join chat_place p on p.conversation = f.conversation
left join chat_read r on r.person = f.person and r.conversation = p.conversation and r.thread = p.thread
cross join lateral (${after('f.person')}) n
where p.last > coalesce(r.upto, 0)
group by f.person having sum(n.count) > 0`

/** How far people have read, on PostgreSQL. */
export const createChatReads = (pool: Pool): Pick<ChatLog, 'markRead' | 'unread' | 'waiting'> => ({
  markRead: async (person, { conversation, thread, upto }) => {
    await pool.query(
      `insert into chat_read (person, conversation, thread, upto) values ($1, $2, $3, $4)
       on conflict (person, conversation, thread) do update set upto = greatest(chat_read.upto, excluded.upto)`,
      [person, conversation, thread ?? 0, upto],
    )
  },
  unread: async (person, conversations) => {
    type Row = Unread & { readonly thread: string }
    const { rows } = await pool.query<Row>(unread, [person, conversations])
    return rows.map(({ thread, ...mark }) => (thread === '0' ? mark : { ...mark, thread }))
  },
  waiting: async (seats) => {
    type Row = { readonly person: string; readonly count: number }
    const pairs = seats.flatMap(({ person, conversations }) =>
      conversations.map((conversation) => [person, conversation] as const),
    )
    const { rows } = await pool.query<Row>(waiting, [
      pairs.map(([person]) => person),
      pairs.map(([, conversation]) => conversation),
    ])
    return new Map(rows.map(({ person, count }) => [person, count]))
  },
})
