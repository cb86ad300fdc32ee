import type { Instant } from '../calendar/calendar.ts'
import type { Log } from '../log.ts'
import type { OrderItems } from '../order.ts'
import type { Directory } from '../people/directory.ts'
import type { Owed, Settlement, Store } from '../store/store.ts'
import type { MessageRef } from '../ticket/event.ts'
import { holds } from '../ticket/guard.ts'
import type { Ticket } from '../ticket/ticket.ts'
import type { Adapters, Candidate } from './destination.ts'
import { candidatesFor } from './destination.ts'
import { standIns } from './stand-in.ts'

/** How often an uncertain or failing post is tried, and the longest wait between two tries. */
const maxAttempts = 12
const backoff = (attempts: number): number => Math.min(1000 * 2 ** attempts, 60_000)

export type Sending = {
  readonly store: Store
  readonly adapters: Adapters
  readonly order: OrderItems
  readonly now: () => Instant
  readonly log: Log
}

/** What a notice came to: where it stands, that it is no longer so, when to try again, or why it stands nowhere. */
type Outcome =
  | { readonly at: 'sent'; readonly message: MessageRef }
  | { readonly at: 'ended'; readonly why: string }
  | { readonly at: 'again'; readonly nextAt: Instant; readonly why: string }
  | { readonly at: 'nowhere'; readonly why: string }

/** What a decision to send is made on, as read for this round. */
type Known = { readonly directory: Directory; readonly ticket?: Ticket }

/** Where an earlier attempt, cut short before it was settled, left the notice standing. */
const standing = async (
  { id, attempts }: Owed,
  candidates: readonly Candidate[],
): Promise<MessageRef | undefined> => {
  if (attempts === 0) return undefined
  for (const { adapter, place } of candidates) {
    const found = await adapter.find(place, id)
    if (found !== undefined) return found
  }
  return undefined
}

const tryPlaces = async (
  { now }: Sending,
  { id, attempts, notice }: Owed,
  candidates: readonly Candidate[],
): Promise<Outcome> => {
  const reasons: string[] = []
  for (const { adapter, place } of candidates) {
    const post = { key: id, card: notice.card, language: notice.language, zone: notice.zone }
    const posted = await adapter.post(place, post)
    switch (posted.outcome) {
      case 'sent':
        return { at: 'sent', message: posted.message }
      case 'wait':
        return { at: 'again', nextAt: now() + posted.retryAfter, why: 'asked to wait' }
      case 'unknown': {
        const found = await adapter.find(place, id)
        if (found !== undefined) return { at: 'sent', message: found }
        return { at: 'again', nextAt: now() + backoff(attempts), why: posted.why }
      }
      case 'unreachable':
        reasons.push(posted.why)
    }
  }
  return { at: 'nowhere', why: reasons.join('; ') || 'no account on a platform that is switched on' }
}

const tryToSend = async (sending: Sending, owed: Owed, { directory, ticket }: Known): Promise<Outcome> => {
  const { store, adapters, now } = sending
  const { guard } = owed.notice
  const candidates = await candidatesFor(owed, { directory, adapters, store })
  const found = candidates === 'wait' ? undefined : await standing(owed, candidates)
  if (found !== undefined) return { at: 'sent', message: found }
  if (guard !== undefined && ticket !== undefined && !holds(ticket, guard))
    return { at: 'ended', why: `no longer so: ${guard}` }
  return candidates === 'wait'
    ? { at: 'again', nextAt: now() + backoff(owed.attempts), why: 'its thread does not stand yet' }
    : tryPlaces(sending, owed, candidates)
}

/** What follows from a notice that stands: a living card is followed, and a request pauses the clock (M2.C1). */
const follow = async (
  { store, order, now }: Sending,
  { item, seq, notice }: Owed,
  message: MessageRef,
): Promise<void> => {
  const { living: audience, onDelivered, language, zone } = notice
  if (audience !== undefined) {
    await store.threads.link(item, audience, message, message.thread === undefined)
    await store.living.add({ item, message, audience, drawnSeq: seq, language, zone })
  }
  if (onDelivered !== undefined) {
    const { askedAt } = onDelivered
    const wish = { do: 'ticket.record_ask_delivered', askedAt, deliveredAt: now() } as const
    await order([{ item, wish }], { kind: 'bot' })
  }
}

/**
 * Sends one owed notice (M2.3): looked up when it may stand already, withdrawn when what it says is no longer so, posted in
 * the first place that takes it, and handed to a stand-in when none does. What must follow a delivery is done before the
 * row is settled, so a crash in between repeats it harmlessly.
 */
export const send = async (sending: Sending, owed: Owed, known: Known): Promise<Settlement> => {
  const { store, now, log } = sending
  const { id, item, seq, notice, attempts } = owed
  const giveUp = async (why: string): Promise<Settlement> => {
    const instead = known.ticket ? standIns(notice, known.ticket, known.directory, now()) : []
    if (instead.length > 0) await store.outbox.owe(item, seq, now(), instead)
    log.warn('a notice reached nobody there', { item, about: notice.about, to: notice.to, why })
    return { id, at: now(), status: 'failed', why }
  }
  const outcome = await tryToSend(sending, owed, known)
  switch (outcome.at) {
    case 'sent':
      await follow(sending, owed, outcome.message)
      return { id, at: now(), status: 'sent', message: outcome.message }
    case 'ended':
      return { id, at: now(), status: 'withdrawn', why: outcome.why }
    case 'again': {
      const { nextAt, why } = outcome
      return attempts < maxAttempts ? { id, at: now(), status: 'again', nextAt, why } : giveUp(why)
    }
    case 'nowhere':
      return giveUp(outcome.why)
  }
}
