import type { Reading } from '../chat/reading.ts'
import { type NextActor, nextActor, type Turn } from '../domain/ticket/next-actor.ts'
import { orgName } from './org-name.ts'
import { type Speech, speak } from './reading.ts'

/** More are not named: any one of them does. */
const mostNamed = 2

/** The reader first, then the others by name; who of the customer is meant is told from the supplier's people. */
const whoWords = (
  { side, people, act }: NextActor,
  ticket: Turn,
  reading: Reading,
  { t, name }: Speech,
): string => {
  const words = t.lists.next
  const { alone, audience } = reading
  // In whose queue a ticket stands is the supplier's affair.
  const seen = act === 'take' && audience === 'customer' ? [] : people
  if (alone !== undefined && seen.includes(alone.id)) return words.you
  if (seen.length === 0) return orgName(reading.directory, ticket[side], reading.language)
  const called = seen.slice(0, mostNamed).map(name)
  const named = seen.length > mostNamed ? words.orOthers(called) : t.common.anyOf(called)
  if (side === 'supplier') return named
  return audience === 'customer'
    ? words.ofYours(named)
    : words.of(named, orgName(reading.directory, ticket[side], reading.language))
}

/** Who must act next on a ticket, in one sentence without its full stop; nothing once it has ended. */
export const nextSentence = (ticket: Turn, reading: Reading): string | undefined => {
  const next = nextActor(ticket, reading.directory)
  if (next === undefined) return undefined
  const speech = speak(reading, ticket)
  const words = speech.t.lists.next
  const who = whoWords(next, ticket, reading, speech)
  const { work } = ticket.downgrade ?? {}
  if (next.act === 'lower' && work !== undefined) return words.otherWork(who, speech.t.ticket.asWork[work])
  if (next.act === 'lower')
    return words.lower(who, speech.t.ticket.priorities[ticket.downgrade?.priority ?? ticket.priority])
  if (next.act === 'merge') return words.merge(who, ticket.merging?.master ?? '')
  return next.act === 'solve' && who === words.you ? words.youSolve : words[next.act](who)
}

/**
 * How a ticket stands, for the line below its title: its status and who must act next, or, once nobody must, whose it was. Where
 * the sentence says the status itself, as `Wang is on it` does, it is not said twice.
 */
export const standing = (
  ticket: Turn,
  status: string,
  owner: string | undefined,
  reading: Reading,
): string => {
  const next = nextSentence(ticket, reading)
  const act = nextActor(ticket, reading.directory)?.act
  const isSaid =
    (act === 'take' && ticket.status === 'new') || (act === 'solve' && ticket.status === 'in_progress')
  return speak(reading).t.common.row([...(isSaid ? [] : [status]), ...[next ?? owner ?? []].flat()])
}
