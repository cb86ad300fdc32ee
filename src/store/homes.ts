import type { Instant } from '../domain/calendar/calendar.ts'
import type { Account } from '../domain/people/directory.ts'
import type { Sql } from './sql.ts'

/** A page to draw, held by its drawer until `until`. */
export type HomePage = { readonly account: Account; readonly until: Instant }

/** The personal pages people opened, and which of them are to be drawn. No page is with two drawers at once. */
export type Homes = {
  /** Somebody of this organisation looks at their page: it is due now, and again with what happens there. */
  readonly opened: (account: Account, org: string, now: Instant) => Promise<void>
  /** Something happened in these organisations: their pages are due now; those nobody opened for a week wait to be opened. */
  readonly touched: (orgs: readonly string[], now: Instant) => Promise<void>
  /** Who belongs to these organisations changed: every page of theirs is due now, also those nobody opened for long. */
  readonly touchedAll: (orgs: readonly string[], now: Instant) => Promise<void>
  /** Due pages of these platforms, leased for `leaseMs`; one that is not settled by then is due again. */
  readonly claim: (
    platforms: readonly string[],
    now: Instant,
    limit: number,
    leaseMs: number,
  ) => Promise<readonly HomePage[]>
  /** Drawn, or put off: not before `freeAt`, and by itself at `dueAt`. What happened meanwhile still makes it due. */
  readonly settle: (
    page: HomePage,
    now: Instant,
    then: { readonly freeAt: Instant; readonly dueAt?: Instant; readonly org?: string },
  ) => Promise<void>
  /** Nobody can be shown this page; unless it became due meanwhile, it is forgotten until it is opened again. */
  readonly forget: (page: HomePage) => Promise<void>
}

/** So long is a page kept up to date that nobody opens, ms. */
const keptMs = 7 * 24 * 3_600_000

const opened = `
insert into homes (platform, team, usr, org, opened_at, due_at) values ($1, $2, $3, $4, $5, $5)
on conflict (platform, team, usr) do update
  set org = excluded.org, opened_at = excluded.opened_at, due_at = excluded.due_at`

/** Pages due already are left alone, so that a burst of events writes each page once. */
const touched = `
with quiet as materialized (
  select platform, team, usr from homes
  where (due_at is null or due_at > $1) and org = any($2) and opened_at > $3
  order by 1, 2, 3 for update
)
update homes h set due_at = $1 from quiet q where (h.platform, h.team, h.usr) = (q.platform, q.team, q.usr)`

/** A claimed page is due again when its lease ends: its drawer may die. */
const claim = `
update homes set due_at = $2::bigint + $4::bigint, free_at = $2::bigint + $4::bigint where ctid = any (array(
  select ctid from homes where due_at <= $2 and free_at <= $2 and platform = any($1)
  order by due_at limit $3 for update skip locked))
returning platform, team, usr as "user", free_at as until`

/** Once the lease is over a page may have been touched without a trace: it stays due. */
const settle = `
update homes set free_at = $5, due_at = case when due_at = $4 and due_at > $8 then $6 else due_at end,
  org = coalesce($7, org)
where platform = $1 and team = $2 and usr = $3 and free_at = $4`

const forget = `
delete from homes where platform = $1 and team = $2 and usr = $3 and free_at = $4 and due_at = $4`

type PageRow = Account & { readonly until: Instant }

const keyOf = ({ platform, team, user }: Account) => [platform, team, user]

/** The table `homes`; see `Homes`. */
export const createHomes = (sql: Sql): Homes => ({
  opened: async (account, org, now) => {
    await sql(opened, [...keyOf(account), org, now])
  },
  touched: async (orgs, now) => {
    await sql(touched, [now, orgs, now - keptMs])
  },
  touchedAll: async (orgs, now) => {
    await sql(touched, [now, orgs, -1])
  },
  claim: async (platforms, now, limit, leaseMs) =>
    (await sql<PageRow>(claim, [platforms, now, limit, leaseMs])).map(({ until, ...account }) => ({
      account,
      until,
    })),
  settle: async ({ account, until }, now, { freeAt, dueAt, org }) => {
    await sql(settle, [...keyOf(account), until, freeAt, dueAt ?? null, org ?? null, now])
  },
  forget: async ({ account, until }) => {
    await sql(forget, [...keyOf(account), until])
  },
})
