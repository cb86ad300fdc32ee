import { contextOf } from '../app/running/step.ts'
import { privatePlace } from '../app/speaker/placed.ts'
import { speakingOf } from '../app/speaker/speaking.ts'
import { strangerSaying } from '../app/speaker/stranger.ts'
import type { Post } from '../chat/adapter.ts'
import { card } from '../chat/card.ts'
import type { Flow } from '../chat/flow.ts'
import { ownPage } from '../chat/own-page.ts'
import type { Instant } from '../domain/calendar/calendar.ts'
import type { Directory } from '../domain/people/directory.ts'
import type { HomePage } from '../store/homes.ts'
import type { Store } from '../store/store.ts'
import { dutyChangesAt } from '../view/home-duty.ts'
import type { KindsOfWork } from '../work/kind.ts'
import { listReads } from '../work/list-reads.ts'
import { readStep } from './read-step.ts'

/** What a page shows now. Without `org` it is nobody's any more: it says so and is then forgotten. */
export type HomeDrawing = Omit<Post, 'key'> & {
  readonly org?: string
  /** When it changes by itself. */
  readonly dueAt?: Instant
}

const plain = (saying: string) => card({ summary: saying, blocks: [{ type: 'text', text: saying }] })

/**
 * Draws a page as its flow shows it to whoever the account is at this moment, read in their own scope: somebody who moved
 * to another organisation sees that one's, somebody removed nothing at all (T49).
 */
export const homePage = async (
  {
    store,
    kinds,
    flow,
    now,
  }: {
    readonly store: Store
    readonly kinds: KindsOfWork
    readonly flow: Flow
    readonly now: () => Instant
  },
  directory: Directory,
  { account }: HomePage,
): Promise<HomeDrawing> => {
  const place = privatePlace({
    who: account,
    place: { ...account, conversation: account.user, direct: true },
  })
  const where = { who: account, place }
  const speaking = speakingOf(directory, where, { privately: true })
  if (typeof speaking === 'string') {
    const { saying, language } = strangerSaying(directory, where)
    return { card: plain(saying), language, zone: 'UTC' }
  }
  const { person, language, zone, reader } = speaking
  const scoped = store.as(reader)
  const about = { place, words: '', choice: ownPage.choice }
  const context = await contextOf(kinds, scoped, speaking, now(), about)
  const lists = listReads(kinds, scoped, { ...context, alone: person }, person)
  const step = await readStep({ ...scoped, ...lists }, flow.begin(context))
  if (step === undefined) throw new Error(`the flow ${flow.name} does more than read`)
  const dueAt = person.side === 'supplier' ? dutyChangesAt(directory, person.org, now()) : undefined
  return {
    card: step.kind === 'show' ? step.card : plain(step.saying),
    language,
    zone,
    org: person.org,
    ...(dueAt === undefined ? {} : { dueAt }),
  }
}
