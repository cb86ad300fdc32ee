import type { Reference, References } from '../chat/references.ts'
import type { Account } from '../domain/people/directory.ts'
import { createFresh } from './fresh.ts'
import type { Sql } from './sql.ts'
import type { Store } from './store.ts'

const hourMs = 3_600_000

const columns = `team, conversation, kind, usr, service_url as "serviceUrl", seen_at as "seenAt", dead`
const at = `select ${columns} from reference where platform = $1 and team = $2 and conversation = $3`
/** One that is alive before one that is not. */
const ofPerson = `
select ${columns} from reference where platform = $1 and team = $2 and usr = $3
order by dead is not null, seen_at desc limit 1`
const serviceOf = `
select service_url as "serviceUrl" from reference where platform = $1 and team = $2 and service_url <> ''
order by seen_at desc limit 1`
const all = `select ${columns} from reference where platform = $1 order by team, conversation`
/** Somebody who speaks in a conversation of their own is also no longer out of reach by their id. */
const seen = `
with reached as (
  delete from reference where platform = $1 and team = $2 and conversation = $5 and conversation <> $3
)
insert into reference as r (platform, team, conversation, kind, usr, service_url, seen_at)
values ($1, $2, $3, $4, $5, $6, $7)
on conflict (platform, team, conversation) do update set
  kind = excluded.kind, usr = excluded.usr, service_url = excluded.service_url, seen_at = excluded.seen_at, dead = null
where r.dead is not null or (excluded.seen_at >= r.seen_at and (
  excluded.seen_at - r.seen_at >= ${hourMs}
  or (r.kind, r.usr, r.service_url) is distinct from (excluded.kind, excluded.usr, excluded.service_url)))`
/** What is not known yet is a person's id; every process hears of it, so that none takes the conversation for known. */
const died = `
with found as (
  insert into reference as r (platform, team, conversation, kind, usr, service_url, seen_at, dead)
  values ($1, $2, $3, 'personal', $3, '', 0, $4)
  on conflict (platform, team, conversation) do update set dead = excluded.dead where r.dead is null
  returning true
)
select pg_notify('accord', 'reference ') from found`

type Row = Omit<Reference, 'user' | 'dead'> & { readonly usr: string | null; readonly dead: string | null }

const referenceOf = ({ usr, dead, ...row }: Row): Reference => ({
  ...row,
  ...(usr === null ? {} : { user: usr }),
  ...(dead === null ? {} : { dead }),
})

/**
 * The conversations of one platform that the bot knows; see `References`. What came a moment ago from the same place is not
 * written again; `onTold` says when another process could not write there, which makes it new again.
 */
export const createReferences = (
  sql: Sql,
  onTold: Store['onCommit'],
  platform: Account['platform'] = 'teams',
): References => {
  const fresh = createFresh(hourMs)
  onTold((topic) => {
    if (topic === 'reference') fresh.clear()
  })
  return {
    seen: async (reference) => {
      const { team, conversation, kind, user = null, serviceUrl, seenAt } = reference
      if (fresh.has(reference)) return
      await sql(seen, [platform, team, conversation, kind, user, serviceUrl, seenAt])
      fresh.add(reference)
    },
    at: async (team, conversation) =>
      (await sql<Row>(at, [platform, team, conversation])).map(referenceOf)[0],
    ofPerson: async (team, user) => (await sql<Row>(ofPerson, [platform, team, user])).map(referenceOf)[0],
    serviceOf: async (team) =>
      (await sql<{ serviceUrl: string }>(serviceOf, [platform, team]))[0]?.serviceUrl,
    died: async (team, conversation, why) => {
      fresh.clear()
      return (await sql(died, [platform, team, conversation, why])).length > 0
    },
    all: async () => (await sql<Row>(all, [platform])).map(referenceOf),
  }
}
