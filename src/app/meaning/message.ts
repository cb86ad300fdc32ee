import type { Flow, Step } from '../../chat/flow.ts'
import { leadingNumber } from '../../chat/opener.ts'
import { askedNow } from '../../domain/ticket/permission.ts'
import type { Ticket } from '../../domain/ticket/ticket.ts'
import { texts } from '../../text/texts.ts'
import { beginFlow, type Running } from '../running/step.ts'
import type { Speaking } from '../speaker/speaking.ts'
import { conversationsTicket } from './conversations-ticket.ts'
import { type Heard, hear, isOfTicket, type Words } from './heard.ts'
import { inThread } from './in-thread.ts'
import { joined, thanked } from './joined.ts'
import { reportedAnew } from './reported-anew.ts'

/** What words mean by one rule, or nothing where the rule does not fit and the next one is asked. */
type Rule = (heard: Heard) => Promise<Step | undefined>

const nothing: Step = { kind: 'order', orders: [] }

/** Its first words open a flow: of the ticket whose number follows, else of the thread's. */
const opensFlow: Rule = async ({ opened, thread, context }) => {
  if (opened === undefined) return undefined
  const item = opened.number ?? thread
  return beginFlow(opened.flow, await context(item, opened.words), { named: item !== undefined })
}

/** It begins as a report does, where plain words might join another ticket: it is a report in any case. */
const reportsAnew: Rule = async ({ flow, place, linked, addressed, speaking, text, context }) => {
  const report = flow('report')
  const mightJoin = place.flat === true || linked === undefined
  if (!addressed || !mightJoin || !report?.may(speaking.person)) return undefined
  const anew = reportedAnew(report, text)
  return anew === undefined ? undefined : report.begin(await context(undefined, anew))
}

/** It stands in a ticket's thread: it joins the record on that thread's side; the engineers' thread is internal. */
const standsInThread: Rule = async ({ linked, text, flows, addressed, context }) => {
  if (linked === undefined) return undefined
  const about = await context(linked.item, '')
  if (!isOfTicket(about) || text.trim() === '') return nothing
  return inThread(flows, text, { context: about, internal: linked.side === 'supplier', addressed })
}

/** People talk among themselves: left alone. */
const addressesNobody: Rule = async ({ addressed }) => (addressed ? undefined : nothing)

/** The ticket whose number it begins with, where the speaker may see it, and the words after the number. */
const numberedBy = async ({ text, keys, context }: Heard) => {
  const named = leadingNumber(text, keys)
  const ticket = named && (await context(named.number, '')).ticket
  return ticket && { ticket, words: named.words }
}

/** A supplier's person asks for a ticket by its number, or said what opens nothing and is told what does. */
const comesFromSupplier: Rule = async (heard) => {
  const { speaking, flow, context, text } = heard
  if (speaking.person.side !== 'supplier') return undefined
  const item = (await numberedBy(heard))?.ticket.id
  const answers = flow(item === undefined ? 'welcome' : 'status')
  return answers === undefined ? nothing : answers.begin(await context(item, text))
}

/** It begins with a ticket's number: the rest is a word to that ticket. */
const beginsWithNumber: Rule = async (heard) => {
  const { ticket, words } = (await numberedBy(heard)) ?? { words: '' }
  if (ticket === undefined || words.trim() === '') return undefined
  const { app } = texts(heard.speaking.language)
  const wish = { do: 'ticket.add_message', text: words, ...heard.stands } as const
  return { kind: 'order', orders: [{ item: ticket.id, wish }], saying: app.noted(ticket.id) }
}

/** In private, and just one request waits for this person: it is the answer. */
const answersRequest: Rule = async ({ place, scoped, speaking, text, stands }) => {
  const waiting = place.direct ? await scoped.list({ list: 'waiting', for: 'answer' }) : []
  const [only, another] = waiting.filter(({ state }) =>
    askedNow(speaking.directory, state as Ticket).includes(speaking.person.id),
  )
  if (only === undefined || another !== undefined) return undefined
  const wish = { do: 'ticket.add_message', text, ...stands } as const
  const saying = texts(speaking.language).app.addedTo(only.id)
  return { kind: 'order', orders: [{ item: only.id, wish }], saying }
}

/** There are no threads here, and the speaker has a ticket here: it joins that one, unless it only greets or thanks. */
const joinsConversation: Rule = async ({ flow, flows, place, scoped, speaking, text, context }) => {
  const report = flow('report')
  const here = place.flat ? await conversationsTicket(scoped, place, speaking.person) : undefined
  if (report === undefined || here === undefined) return undefined
  const about = await context(here, '')
  if (!isOfTicket(about)) return undefined
  // What would be no report, a greeting say, is no word to the ticket either.
  return report.begin(await context(undefined, text)).kind === 'order'
    ? joined(flows, text, { context: about, quotes: false })
    : thanked({ context: about, quotes: false })
}

/** Whatever else a customer's person says is a report. */
const reports: Rule = async ({ flow, text, context }) =>
  flow('report')?.begin(await context(undefined, text)) ?? nothing

/** How words are read where they were said: the first rule that fits says what they mean. */
const rules: readonly Rule[] = [
  opensFlow,
  reportsAnew,
  standsInThread,
  addressesNobody,
  comesFromSupplier,
  beginsWithNumber,
  answersRequest,
  joinsConversation,
  reports,
]

/** What words mean where they were said: a flow's step, a word to a ticket, a report, or nothing. */
export const message = async (
  running: Running & { readonly flows: readonly Flow[] },
  words: Words,
  speaking: Speaking,
): Promise<Step> => {
  const heard = await hear(running, words, speaking)
  for (const rule of rules) {
    const step = await rule(heard)
    if (step !== undefined) return step
  }
  return nothing
}
