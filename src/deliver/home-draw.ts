import type { Adapter } from '../chat/adapter.ts'
import type { Flow } from '../chat/flow.ts'
import type { Instant } from '../domain/calendar/calendar.ts'
import type { Account } from '../domain/people/directory.ts'
import { emptyDirectory } from '../domain/people/evolve-directory.ts'
import type { Log } from '../process/log.ts'
import type { HomePage } from '../store/homes.ts'
import type { Store } from '../store/store.ts'
import type { KindsOfWork } from '../work/kind.ts'
import type { Adapters } from './destination.ts'
import { homePage } from './home-page.ts'
import type { Pace } from './pace.ts'

/** Few at a time, so that a process that dies holds up few. */
const batchSize = 25
/** Meanwhile no other process draws the page; one not begun while a drawing surely fits in is left for the next round. */
const leaseMs = 60_000
const longestDrawingMs = 15_000
/** The least time between two drawings of one page, where the platform states none. */
const usualPaceMs = 1_000
/** A drawing that failed, or may have, is made again after this long: doing it twice does no harm. */
const againMs = 10_000
/** No page is an alarm. */
const lane = 3

export type HomeDrawer = {
  readonly store: Store
  readonly kinds: KindsOfWork
  readonly adapters: Adapters
  readonly flow: Flow
  readonly now: () => Instant
  readonly log: Log
  readonly pace: Pace
}

const goingTo = ({ account: { platform, team, user } }: HomePage, limits: Adapter) =>
  ({ act: 'home', to: { platform, team, conversation: user }, limits }) as const

/** Draws one page. Returns how long its platform wants to be left alone, if it does. */
const drawOne = async (
  { store, kinds, flow, now, log, pace }: HomeDrawer,
  adapter: Adapter,
  page: HomePage,
): Promise<number | undefined> => {
  const directory = (await store.directories.whose(page.account)) ?? emptyDirectory
  const { org, dueAt, ...drawing } = await homePage({ store, kinds, flow, now }, directory, page)
  const drawn = (await adapter.home?.(page.account, drawing)) ?? { outcome: 'unreachable', why: 'no pages' }
  switch (drawn.outcome) {
    case 'sent': {
      const then = {
        freeAt: now() + (adapter.pace ?? usualPaceMs),
        ...(dueAt === undefined ? {} : { dueAt }),
      }
      if (org === undefined) await store.homes.forget(page)
      else await store.homes.settle(page, now(), { ...then, org })
      return undefined
    }
    case 'unreachable':
      log.info('a page is not drawn any more, until it is opened again', { ...page.account, why: drawn.why })
      await store.homes.forget(page)
      return undefined
    case 'unknown':
      return againMs
    case 'wait':
      pace.hold(goingTo(page, adapter), drawn.retryAfter, lane, drawn.everywhere ?? false)
      return drawn.retryAfter
  }
}

const putOff = ({ store, now }: Pick<HomeDrawer, 'store' | 'now'>, page: HomePage, ms: number) =>
  store.homes.settle(page, now(), { freeAt: now() + ms, dueAt: now() + ms })

const workspaceOf = ({ platform, team }: Account): string => `${platform} ${team}`

/**
 * Draws pages that are due, one drawing for however much happened since, each by one process alone. A workspace that asks
 * to wait, or does not answer, is left alone with all its pages. A page is a projection; losing a drawing loses nothing.
 * Returns how many were looked at.
 */
export const drawHomes = async (drawer: HomeDrawer): Promise<number> => {
  const { store, adapters, now, log, pace } = drawer
  const platforms = Object.values(adapters).flatMap((one) => (one.home === undefined ? [] : one.platform))
  const pages = await store.homes.claim(platforms, now(), batchSize, leaseMs)
  if (pages.length === 0) return 0
  const drawAll = async (workspace: string): Promise<void> => {
    let wait: number | undefined
    for (const page of pages.filter(({ account }) => workspaceOf(account) === workspace)) {
      const adapter = adapters[page.account.platform]
      if (now() > page.until - longestDrawingMs) return
      try {
        if (adapter === undefined) continue
        const turn = wait ?? pace.take(goingTo(page, adapter), lane, page.account.user)
        if (turn === 0) wait = await drawOne(drawer, adapter, page)
        const later = wait ?? turn
        if (later > 0) await putOff(drawer, page, later)
      } catch (error) {
        log.warn('a page could not be drawn; it will be tried again', { ...page.account, error })
        await putOff(drawer, page, againMs)
      }
    }
  }
  await Promise.all([...new Set(pages.map(({ account }) => workspaceOf(account)))].map(drawAll))
  return pages.length
}
