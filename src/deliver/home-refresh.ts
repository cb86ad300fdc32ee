import type { Flow } from '../chat/flow.ts'
import type { Inbound } from '../chat/inbound.ts'
import { isOf } from '../domain/item/kinds.ts'
import type { Account } from '../domain/people/directory.ts'
import { personByAccount } from '../domain/people/find.ts'
import type { Change } from '../store/change.ts'
import { drawHomes, type HomeDrawer } from './home-draw.ts'
import { createRunner, type Runner } from './runner.ts'

/** What this process has yet to tell the store: pages opened, organisations where something happened, or who is in which. */
type News = {
  readonly opened: readonly Account[]
  readonly orgs: ReadonlySet<string>
  readonly regrouped: ReadonlySet<string>
}

const none: News = { opened: [], orgs: new Set(), regrouped: new Set() }

const joined = (one: News, other: News): News => ({
  opened: [...one.opened, ...other.opened],
  orgs: new Set([...one.orgs, ...other.orgs]),
  regrouped: new Set([...one.regrouped, ...other.regrouped]),
})

/**
 * Whose pages a change concerns: an item's two organisations; when a directory changed, its supplier's and all its
 * customers', and those of accounts that nobody knew; when it is only about how one person is spoken to, their
 * organisation's.
 */
const newsOf = (change: Change): News => {
  const { supplier, customer } = change.index
  if (!isOf('directory', change))
    return { ...none, orgs: new Set([supplier, ...(customer ? [customer] : [])]) }
  const { events, state } = change
  const { people, suppliers, customers } = state
  const persons = events.flatMap((event) =>
    'person' in event ? [people[String(event.person)]?.org ?? ''] : [],
  )
  const removed = events.flatMap((event) =>
    event.type === 'directory.removed' && 'id' in event ? [String(event.id)] : [],
  )
  const all = ['', ...Object.keys(suppliers), ...Object.keys(customers), ...removed]
  const isRegrouped = events.some(({ type }) => type === 'directory.set' || type === 'directory.removed')
  return { ...none, orgs: new Set(persons), regrouped: new Set(isRegrouped ? all : []) }
}

/**
 * Keeps people's own pages up to date where a platform has them: one that was opened is drawn anew when something happens
 * in its organisation, never by asking round. Which pages are due is kept in the store, so any process draws them. Word of
 * a change may be lost with a process; the next change brings the page up to date as well.
 */
export const createHomeRefresh = ({
  flows,
  ...parts
}: Omit<HomeDrawer, 'flow'> & { readonly flows: readonly Flow[] }): Runner & {
  /** Somebody acted: if it was opening their page, it is theirs to see from now on. */
  readonly heard: (inbound: Inbound) => void
  readonly committed: (changes: readonly Change[]) => void
} => {
  const { store, adapters, now, log } = parts
  const flow = flows.find(({ name }) => name === 'home')
  const has = ({ who }: Pick<Inbound, 'who'>): boolean => adapters[who.platform]?.home !== undefined
  const used = Object.values(adapters).some(({ home }) => home !== undefined)
  let news = none

  const tell = async ({ opened, orgs, regrouped }: News): Promise<void> => {
    // Nobody's page is drawn too: it says that the account is not known.
    for (const account of opened) {
      const directory = await store.directories.whose(account)
      const org = directory && personByAccount(directory, account)?.org
      await store.homes.opened(account, org ?? '', now())
    }
    if (regrouped.size > 0) await store.homes.touchedAll([...regrouped], now())
    if (orgs.size > 0) await store.homes.touched([...orgs], now())
  }

  const step = async (): Promise<boolean> => {
    const telling = news
    news = none
    if (telling !== none)
      await tell(telling).catch((error) => {
        news = joined(telling, news)
        throw error
      })
    return flow !== undefined && (await drawHomes({ ...parts, flow })) > 0
  }

  const runner = createRunner(step, (error) => log.warn('drawing pages pauses', { error }))
  const kick = (): void => {
    if (used) runner.kick()
  }
  const learn = (more: News): void => {
    if (!used) return
    news = joined(news, more)
    runner.kick()
  }

  return {
    ...runner,
    kick,
    heard: (inbound) => {
      const { kind, place } = inbound
      if (kind === 'press' && inbound.press.flow === flow?.name && place.direct && has(inbound))
        learn({ ...none, opened: [inbound.who] })
    },
    committed: (changes) => {
      if (changes.length > 0) learn(changes.map(newsOf).reduce(joined))
    },
  }
}
