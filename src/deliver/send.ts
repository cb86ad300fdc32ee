import type { createRarely } from '../chat/rarely.ts'
import type { Instant } from '../domain/calendar/calendar.ts'
import type { Directory } from '../domain/people/directory.ts'
import type { Log } from '../process/log.ts'
import type { FollowedCard } from '../store/living.ts'
import type { Settlement } from '../store/settlement.ts'
import type { Owed, Store } from '../store/store.ts'
import { actsOf } from '../view/outdated-card.ts'
import type { Subject } from '../work/in-hand.ts'
import type { KindsOfWork } from '../work/kind.ts'
import type { OrderItems } from '../work/order.ts'
import { dueSince } from './delayed.ts'
import type { Adapters } from './destination.ts'
import { candidatesFor } from './destination.ts'
import { isElsewhere } from './is-elsewhere.ts'
import type { Pace } from './pace.ts'
import { shaped } from './shaped.ts'
import { threadElsewhere } from './thread-elsewhere.ts'
import { backoff, type Outcome, patienceMs, standing, tryPlaces, unclear } from './try-places.ts'

/** How often and how long an uncertain or failing post is tried: a chat may be away for an hour, and nothing is lost by it. */
const maxAttempts = 12
export type Sending = {
  readonly store: Store
  readonly kinds: KindsOfWork
  readonly adapters: Adapters
  readonly order: OrderItems
  readonly now: () => Instant
  readonly log: Log
  readonly pace: Pace
  /** Which of the same troubles are worth a line. */
  readonly rarely: ReturnType<typeof createRarely>
}

/** What a decision to send is made on, as read for this round: the directory of the notice's own supplier. */
export type Known = { readonly directory: Directory; readonly subject: Subject | undefined }

const tryToSend = async (sending: Sending, owed: Owed, { directory, subject }: Known): Promise<Outcome> => {
  const { store, adapters, now } = sending
  const { guard } = owed.notice
  const nextAt = now() + backoff(owed.attempts)
  const known = { directory, adapters, store, belongs: subject?.belongs }
  const candidates = await candidatesFor(owed, known).catch(unclear)
  if (typeof candidates !== 'string' && 'outcome' in candidates)
    return { at: 'again', nextAt, why: candidates.why, away: true }
  if (candidates !== 'wait' && candidates.length === 0 && isElsewhere(owed.notice, directory, adapters))
    return { at: 'ended', why: 'its platform is switched off; another room of theirs is told' }
  const found = candidates === 'wait' ? undefined : await standing(owed, candidates).catch(unclear)
  if (found !== undefined && 'outcome' in found) return { at: 'again', nextAt, why: found.why, away: true }
  if (found !== undefined) return found
  if (guard !== undefined && subject?.face.holds(subject.item.state, guard) === false)
    return { at: 'ended', why: `no longer so: ${guard}` }
  const { side } = owed.notice
  const about = { item: owed.item, side, org: subject?.belongs[side] }
  if (candidates !== 'wait')
    return tryPlaces(sending, owed, candidates, (place) =>
      threadElsewhere(store.threads, directory, about, place),
    )
  const held = await store.outbox.owesRoot(owed.item, owed.notice)
  return { at: 'again', nextAt, why: 'its thread does not stand yet', away: false, held }
}

/** What came of a row, and the card that is followed from now on, which must be known before the row is settled. */
export type Sent = { readonly settlement: Settlement; readonly followed?: FollowedCard }

/**
 * What follows from a notice that stands: a request pauses the clock (M2.C1), and a living card is followed from then on, as
 * is a notice about an item, or an answer that shows one, while it offers something to do.
 */
const follow = async (
  { store, order, now }: Sending,
  { id, item, seq, notice }: Owed,
  { message, shape }: Extract<Outcome, { at: 'sent' }>,
  { subject }: Known,
): Promise<Pick<Sent, 'followed'>> => {
  const { living, side, onDelivered, language, zone, shows } = notice
  const wish = onDelivered && subject?.face.delivered(onDelivered, now())
  if (wish !== undefined) await order([{ item, wish }], { kind: 'bot' })
  if (living !== undefined) await store.threads.link(item, living, message, message.thread === undefined)
  const about = item === '' ? shows : { item, seq }
  const follows = living !== undefined || shape === 'own' || actsOf(shaped(notice, shape, item)).length > 0
  if (about === undefined || !follows) return {}
  const stands = { item: about.item, drawnSeq: about.seq }
  const as = shape === undefined ? {} : { shape }
  return { followed: { ...stands, ...as, message, audience: living ?? side, language, zone, notice: id } }
}

/**
 * Sends one owed notice (M2.3): looked up when it may stand already, withdrawn when what it says is no longer so, posted in
 * the first place that takes it, and handed to a stand-in when none does. What must follow a delivery is done before the
 * row is settled, so a crash in between repeats it harmlessly.
 */
export const send = async (sending: Sending, owed: Owed, known: Known): Promise<Sent> => {
  const { store, now, log, rarely } = sending
  const { id, item, seq, notice, attempts } = owed
  const giveUp = async (why: string): Promise<Sent> => {
    const { subject, directory } = known
    const instead = subject?.face.standIns(subject.item.state, notice, directory, now()) ?? []
    if (instead.length > 0) await store.outbox.owe(item, seq, now(), instead)
    // Whom the next ones did not reach, and why, stands with each of them.
    const told = rarely(`nobody: ${why}`)
    if (told !== undefined)
      log.warn('a notice reached nobody there', { item, about: notice.about, to: notice.to, why, ...told })
    return { settlement: { id, at: now(), status: 'failed', why } }
  }
  const outcome = await tryToSend(sending, owed, known)
  switch (outcome.at) {
    case 'sent':
      return {
        ...(await follow(sending, owed, outcome, known)),
        settlement: { id, at: now(), status: 'sent', message: outcome.message },
      }
    case 'ended':
      return { settlement: { id, at: now(), status: 'withdrawn', why: outcome.why } }
    case 'later': {
      const { nextAt, why } = outcome
      return { settlement: { id, at: now(), status: 'again', nextAt, why, tried: false } }
    }
    case 'again': {
      const { nextAt, why, away, held } = outcome
      // An outage is one trouble, not one of each notice and try.
      const told = away ? rarely(why) : undefined
      if (told !== undefined)
        log.warn('a notice waits: its chat gives no clear answer', { item, attempts, why, ...told })
      return attempts < maxAttempts || ((away || held) && now() - dueSince(owed) < patienceMs)
        ? { settlement: { id, at: now(), status: 'again', nextAt, why, tried: true } }
        : giveUp(why)
    }
    case 'nowhere':
      return giveUp(outcome.why)
  }
}
