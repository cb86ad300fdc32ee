import type { Post } from '../chat/adapter.ts'
import type { Place } from '../chat/inbound.ts'
import type { Instant } from '../domain/calendar/calendar.ts'
import type { MessageRef } from '../domain/ticket/event.ts'
import type { FollowedCard } from '../store/living.ts'
import type { Owed } from '../store/store.ts'
import { actsOf } from '../view/outdated-card.ts'
import { delayed } from './delayed.ts'
import type { Candidate } from './destination.ts'
import type { Pace } from './pace.ts'
import { ringsFor } from './rings-for.ts'
import { shaped } from './shaped.ts'

/** From the second try on, the person's next account is tried too: an hour is long for an alarm. */
export const triesAlone = 2
/** So long a chat that gives no clear answer is waited for, ms. */
export const patienceMs = 2 * 3_600_000
/** How long until the next try, ms. */
export const backoff = (attempts: number): number => Math.min(1000 * 2 ** attempts, 60_000)

/** What a notice came to: where it stands, that it is no longer so, when to try again, or why it stands nowhere. */
export type Outcome =
  | ({ readonly at: 'sent'; readonly message: MessageRef } & Pick<FollowedCard, 'shape'>)
  | { readonly at: 'ended'; readonly why: string }
  /** `away`: the chat gave no clear answer, as one that is down. `held`: what begins its thread is itself still to be sent. */
  | {
      readonly at: 'again'
      readonly nextAt: Instant
      readonly why: string
      readonly away: boolean
      readonly held?: boolean
    }
  /** Not sent yet, because the platform asks for a pause: no try of it, and never a reason to give up. */
  | { readonly at: 'later'; readonly nextAt: Instant; readonly why: string }
  | { readonly at: 'nowhere'; readonly why: string }

const sentAs = (message: MessageRef, shape: FollowedCard['shape']): Extract<Outcome, { at: 'sent' }> => ({
  at: 'sent',
  message,
  ...(shape === undefined ? {} : { shape }),
})

/** Where an earlier attempt, cut short before it was settled, left the notice standing. */
export const standing = async (
  { id, attempts }: Owed,
  candidates: readonly Candidate[],
): Promise<Extract<Outcome, { at: 'sent' }> | undefined> => {
  if (attempts === 0) return undefined
  for (const { adapter, place, shape } of candidates) {
    const message = await adapter.find(place, id)
    if (message !== undefined) return sentAs(message, shape)
  }
  return undefined
}

export const unclear = (error: unknown) => ({ outcome: 'unknown', why: String(error) }) as const

export const isSamePlace = (one: Place, other: Place): boolean =>
  one.platform === other.platform && one.team === other.team && one.conversation === other.conversation

const postOf = (
  owed: Owed,
  { shape, mention }: Candidate,
  thread: MessageRef | undefined,
  now: Instant,
): Post => {
  const { id, item, notice } = owed
  const { language, zone, to } = notice
  const card = shaped(notice, shape, item)
  const asks = shape === 'brief' && to.kind === 'person' && (ringsFor(notice) || actsOf(card).length > 0)
  return {
    ...{ key: id, card: delayed(card, owed, now), language, zone },
    ...(mention === undefined ? {} : { mention }),
    ...(thread === undefined ? {} : { thread }),
    ...(asks ? { aloud: true } : {}),
  }
}

/** Posts a notice in the first of these places that takes it. `threadFor`: where in a room what it is about is talked about. */
export const tryPlaces = async (
  { now, pace }: { readonly now: () => Instant; readonly pace: Pace },
  owed: Owed,
  candidates: readonly Candidate[],
  threadFor: (place: Place) => Promise<MessageRef | undefined>,
): Promise<Outcome> => {
  const { id, attempts, notice } = owed
  const reasons: string[] = []
  let again: string | undefined
  let unsure: Place | undefined
  for (const candidate of candidates) {
    const { adapter, place, shape } = candidate
    // It may stand there already, in another shape.
    if (unsure !== undefined && isSamePlace(unsure, place)) continue
    const going = { act: 'post', to: place, limits: adapter } as const
    const wait = pace.take(going, notice.lane, id)
    if (wait > 0) return { at: 'later', nextAt: now() + wait, why: 'in turn' }
    const thread = adapter.leads && place.direct ? await threadFor(place) : undefined
    const posted = await adapter.post(place, postOf(owed, candidate, thread, now())).catch(unclear)
    switch (posted.outcome) {
      case 'sent':
        return sentAs(posted.message, shape)
      case 'wait':
        pace.hold(going, posted.retryAfter, notice.lane, posted.everywhere ?? false)
        return { at: 'later', nextAt: now() + posted.retryAfter, why: 'asked to wait' }
      case 'unknown': {
        const found = await adapter.find(place, id).catch(() => undefined)
        if (found !== undefined) return sentAs(found, shape)
        again = posted.why
        unsure = place
        if (attempts < triesAlone)
          return { at: 'again', nextAt: now() + backoff(attempts), why: again, away: true }
        break
      }
      case 'unreachable':
        reasons.push(posted.why)
    }
  }
  if (again !== undefined) return { at: 'again', nextAt: now() + backoff(attempts), why: again, away: true }
  return { at: 'nowhere', why: reasons.join('; ') || 'no account on a platform that is switched on' }
}
