import type { KeptPost, Posts } from '../chat/posts.ts'
import type { Account } from '../domain/people/directory.ts'
import { toJson } from './json.ts'
import type { Sql } from './sql.ts'

/** A post in one message is asked for until it is settled; only what needs several is looked up later, to be redrawn. */
const shortMs = 7 * 24 * 3_600_000
const hourMs = 3_600_000

const columns = 'key, team, conversation, thread, parts, whole'
const find = `
select ${columns} from post where platform = $1 and key = $2 and team = $3 and conversation = $4`
const beginningWith = `
select ${columns} from post where platform = $1 and team = $2 and conversation = $3 and parts #>> '{0,message}' = $4
order by at desc limit 1`
const keep = `
insert into post (platform, key, team, conversation, thread, parts, whole, at)
values ($1, $2, $3, $4, $5, $6::jsonb, $7, $8)
on conflict (platform, key, team, conversation) do update set
  thread = excluded.thread, parts = excluded.parts, whole = excluded.whole, at = excluded.at`
const claim = `
insert into post (platform, key, team, conversation, thread, parts, whole, at)
values ($1, $2, $3, $4, null, '[]', false, $5) on conflict do nothing returning true`
const forget = 'delete from post where platform = $1 and at < $2 and jsonb_array_length(parts) < 2'

type Row = Omit<KeptPost, 'thread'> & { readonly thread: string | null }

const postOf = ({ thread, ...row }: Row): KeptPost => ({ ...row, ...(thread === null ? {} : { thread }) })

/** The posts of one platform; see `Posts`. What is no longer asked for is forgotten about once an hour. */
export const createPosts = (sql: Sql, platform: Account['platform'] = 'teams'): Posts => {
  let tidiedAt = 0
  return {
    find: async (key, { team, conversation }) =>
      (await sql<Row>(find, [platform, key, team, conversation])).map(postOf)[0],
    beginningWith: async ({ team, conversation, message }) =>
      (await sql<Row>(beginningWith, [platform, team, conversation, message])).map(postOf)[0],
    keep: async ({ key, team, conversation, thread = null, parts, whole }, now) => {
      await sql(keep, [platform, key, team, conversation, thread, toJson(parts), whole, now])
      if (now - tidiedAt < hourMs) return
      tidiedAt = now
      await sql(forget, [platform, now - shortMs])
    },
    claim: async (key, { team, conversation }, now) =>
      (await sql(claim, [platform, key, team, conversation, now])).length > 0,
  }
}
