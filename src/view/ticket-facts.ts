import type { Plain } from '../chat/card.ts'
import type { OpenTicket } from '../domain/ticket/customer-ticket.ts'
import type { Judgement } from '../domain/ticket/event.ts'
import { levelName, statedBecause } from './agreed-words.ts'
import { promiseKept, targetNames } from './promise-blocks.ts'
import type { Speech } from './reading.ts'
import { promisedAtFirst, serviceHours } from './ticket-details.ts'

type Fact = { readonly label: string; readonly value: string }

/** The words a suggestion quotes, without their marks. */
const quotedIn = (reason: string): readonly string[] => {
  const words = [...reason.matchAll(/"([^"]{1,200})"/g)].flatMap(([, word]) => word ?? [])
  return words.length === 0 ? [reason] : words
}

/** A value and where it comes from: suggested by which words, or stated with which reason. */
export const judged = ({ t }: Speech, value: string, { reason, suggested }: Judgement): string => {
  const { card } = t
  if (suggested) return reason === '' ? card.suggested(value) : card.suggestedFrom(value, quotedIn(reason))
  return reason === '' ? card.stated(value) : card.statedBecause(value, reason)
}

const level = (speech: Speech, axis: 'impact' | 'urgency', judgement: Judgement): string => {
  const name = levelName(speech, axis, judgement.value)
  const { suggested } = judgement
  return judged(
    speech,
    name,
    suggested ? judgement : { ...judgement, reason: statedBecause(speech, axis, judgement) },
  )
}

/** The inputs of the priority and the priority itself, as both parties see them (RS.5c). */
export const priorityFacts = (ticket: OpenTicket, speech: Speech): readonly Fact[] => {
  const { card, ticket: words } = speech.t
  const { labels } = card
  const priority = words.priorities[ticket.priority]
  const suggested = ticket.impact.suggested || ticket.urgency.suggested
  const byMatrix = suggested ? card.suggestedByMatrix : card.byMatrix
  return [
    ...(ticket.work === 'service_request'
      ? [{ label: labels.work, value: words.works.service_request }]
      : []),
    { label: labels.priority, value: (ticket.basis === 'matrix' ? byMatrix : card.byHand)(priority) },
    ...(['impact', 'urgency'] as const).map((axis) => ({
      label: labels[axis],
      value: level(speech, axis, ticket[axis]),
    })),
    { label: labels.category, value: judged(speech, words.category(ticket.category.value), ticket.category) },
  ]
}

/** The facts every party may look up. */
export const ticketFacts = (ticket: OpenTicket, owner: string, speech: Speech): Plain => {
  const { t, name, moment } = speech
  const { labels } = t.card
  const kept = targetNames.flatMap((target) => {
    const value = promiseKept(ticket, target, speech)
    return value === undefined ? [] : [{ label: t.card.targets[target], value }]
  })
  const optional = (label: string, value: string | undefined): readonly Fact[] =>
    value === undefined ? [] : [{ label, value }]
  return {
    type: 'facts',
    facts: [
      ...priorityFacts(ticket, speech),
      { label: labels.owner, value: owner },
      {
        label: labels.reporter,
        value: t.card.reportedAt(name(ticket.reporter), moment(ticket.reportedAt), moment(ticket.acceptedAt)),
      },
      ...optional(labels.promised, promisedAtFirst(ticket, speech)),
      ...kept,
      ...optional(labels.hours, serviceHours(ticket, speech)),
      ...optional(labels.breachReason, ticket.breachReason),
      ...optional(labels.follows, ticket.follows),
      ...optional(labels.splitFrom, ticket.splitFrom),
      ...optional(labels.splitOff, ticket.splitOff && t.common.list(ticket.splitOff)),
      ...optional(labels.rating, ticket.rating && t.card.rating(ticket.rating.score)),
    ],
  }
}

/** How the card looks at a glance: alarm once a promise was missed, quiet once it is over. */
export const ticketTone = ({
  status,
  promised,
}: OpenTicket): 'neutral' | 'info' | 'good' | 'warning' | 'alarm' => {
  const missed = Object.values(promised).some(
    ({ breachedAt, metAt }) => breachedAt !== undefined && metAt === undefined,
  )
  switch (status) {
    case 'closed':
      return 'good'
    case 'cancelled':
      return 'neutral'
    case 'resolved':
      return 'info'
    case 'on_hold':
      return missed ? 'alarm' : 'warning'
    case 'new':
    case 'in_progress':
      return missed ? 'alarm' : 'info'
  }
}
