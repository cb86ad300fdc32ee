import type { Step } from '../../chat/flow.ts'
import { seesAll } from '../../domain/list/overview.ts'
import { type AskedOf, askedOf } from '../../domain/words/senses/asked-of.ts'
import { presumesWork } from '../../domain/words/senses/in-work.ts'
import { namedCard } from '../../view/which-card.ts'
import { answeredOf } from './answered-of.ts'
import { type Heard, isOfTicket, type OfTicket } from './heard.ts'
import { type TicketsNamed, ticketsNamed } from './tickets-named.ts'
import {
  allOpen,
  awaitingApproval,
  awaitingConsent,
  type Near,
  ownOpen,
  wordsOfTicket,
} from './tickets-near.ts'

/** Somebody's own open tickets; of who has none, those that wait for their word. */
export const awaited = async (heard: Heard): Promise<readonly Near[]> => {
  const own = await ownOpen(heard)
  if (own.length > 0 || heard.speaking.person.side === 'supplier') return own
  return [...(await awaitingApproval(heard)), ...(await awaitingConsent(heard))]
}

/** The open tickets that a question names may be about: their own, and, where none of those has its words, whatever they look after. */
const named = async (heard: Heard): Promise<TicketsNamed & { readonly open: readonly Near[] }> => {
  const { text, speaking } = heard
  const own = await awaited(heard)
  const among = ticketsNamed(text, own)
  if (among.near.length > 0 || !seesAll(speaking.person)) return { ...among, open: own }
  const all = await allOpen(heard)
  return { ...ticketsNamed(text, all), open: own.length > 0 ? own : all }
}

/**
 * In the thread of a ticket that has none of its words a question names another of theirs: that one is offered, and not answered
 * by what was promised for this one.
 */
export const asksOfAnother = async (heard: Heard, { ticket }: OfTicket): Promise<Step | undefined> => {
  const { text, context, speaking } = heard
  if (speaking.person.side !== 'customer' || !presumesWork(text)) return undefined
  const all = askedOf(text)?.names ?? 0
  if ((askedOf(text, wordsOfTicket(ticket))?.names ?? 0) < all) return undefined
  const { near, sure } = await named(heard)
  return sure
    ? { kind: 'show', card: namedCard(near, { found: true, reports: false }, await context(undefined, '')) }
    : undefined
}

/** It names what it asks of: the ticket is found by that, never by what came last. */
export const asksByName = async (heard: Heard, asked: AskedOf): Promise<Step | undefined> => {
  const { text, context, speaking } = heard
  const { near, sure, open } = await named(heard)
  const [only] = near
  const presumes = presumesWork(text)
  const isWhole = near.some(({ ticket }) => askedOf(text, wordsOfTicket(ticket))?.leans)
  if (!presumes && !isWhole) return undefined
  const about = await context(sure ? only?.ticket.id : undefined, '')
  if (isOfTicket(about)) return answeredOf(heard, about, asked, false)
  const reports = speaking.person.side === 'customer'
  if (!reports && near.length === 0) return undefined
  const found = near.length > 0
  return { kind: 'show', card: namedCard(found ? near : open, { found, reports }, about) }
}
