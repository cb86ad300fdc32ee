import type { Card } from '../../chat/card.ts'
import type { Flow, Step } from '../../chat/flow.ts'
import { leadingNumber } from '../../chat/opener.ts'
import { withoutThanks } from '../../chat/polite.ts'
import { answersInWords } from '../../domain/ticket/permission.ts'
import { saysNothing } from '../../domain/words/blank.ts'
import { thanksSaid } from '../../domain/words/senses/thanks-said.ts'
import { texts } from '../../text/texts.ts'
import { requestCard } from '../../view/request-card.ts'
import { faceOf } from '../../work/in-hand.ts'
import { beginFlow, type Running } from '../running/step.ts'
import type { Speaking } from '../speaker/speaking.ts'
import { asksForTickets, asksHowTheyAre, asksOfAny, asksOfTicket } from './asks.ts'
import { asksToAct } from './asks-to-act.ts'
import { conversationsItem } from './conversations-item.ts'
import { type Heard, hear, isOfItem, isOfTicket, type Words, wordsTo } from './heard.ts'
import { inThread } from './in-thread.ts'
import { awaitsConsent, joined, thanked, toRequest } from './joined.ts'
import { givesVerdict, pressesForHaste, saysState } from './leans.ts'
import { ofMerged } from './of-merged.ts'
import { opensOnly, opensWithWords } from './opens.ts'
import { reportedAnew } from './reported-anew.ts'
import type { Rule } from './rule.ts'
import { scoresNumbered, scoresOutside, scoresThread } from './scores.ts'
import { triesInVain } from './tries-in-vain.ts'
import { withdraws } from './withdraws.ts'

const nothing: Step = { kind: 'order', orders: [] }

/** A word on a solution that none was proposed of: it says how it is, and is no act to be refused. */
const isVerdictOnNothing = async ({ opened, thread, speaking, context }: Heard): Promise<boolean> => {
  if (thread === undefined || opened === undefined || opened.number !== undefined) return false
  if (!['confirm_solution', 'reject_solution'].includes(opened.flow.name)) return false
  const { ticket } = await context(thread, '')
  return speaking.person.side === 'customer' && ticket !== undefined && !awaitsConsent(ticket)
}

/** Its first words open a flow: of the ticket whose number follows, else of the thread's. */
const opensFlow: Rule = async (heard) => {
  const { opened, thread, context } = heard
  if (opened === undefined || (await isVerdictOnNothing(heard))) return undefined
  const item = opened.number ?? thread
  const elsewhere = item === undefined ? undefined : await ofMerged(heard, opened, item)
  if (elsewhere !== undefined) return elsewhere
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

/** It stands in an item's thread: it joins the record on that thread's side; the engineers' thread is internal. */
const standsInThread: Rule = async ({ linked, text, flows, addressed, context }) => {
  if (linked === undefined) return undefined
  const about = await wordsTo(context, linked.item)
  if (!isOfItem(about) || saysNothing(text)) return nothing
  return inThread(flows, text, { context: about, internal: linked.side === 'supplier', addressed })
}

/** People talk among themselves: left alone. */
const addressesNobody: Rule = async ({ addressed }) => (addressed ? undefined : nothing)

/** The item whose number it begins with, where the speaker may see it, and the words after the number. */
const numberedBy = async ({ text, keys, names, context }: Heard) => {
  const named = leadingNumber(text, keys, names)
  const item = named && (await context(named.number, '')).item
  return item && { item, words: named.words }
}

/** Words behind a number that do nothing: whoever said them reads so, and how the customer is told. */
const unsentCard = (shown: Card, { language }: Speaking): Card => {
  const t = texts(language)
  const text = t.asked.notSent(t.buttons.update)
  return { ...shown, blocks: [{ type: 'note', text }, ...shown.blocks] }
}

/** A supplier's person asks for an item by its number, or said what opens nothing and is told what does. */
const comesFromSupplier: Rule = async (heard) => {
  const { speaking, flow, context, text } = heard
  if (speaking.person.side !== 'supplier') return undefined
  const named = await numberedBy(heard)
  const id = named?.item.id
  const answers = flow(id === undefined ? 'welcome' : 'status')
  if (answers === undefined) return nothing
  const step = answers.begin(await context(id, text))
  const isLost = named !== undefined && /[\p{L}\p{N}]/u.test(withoutThanks(named.words))
  return isLost && step.kind === 'show' ? { ...step, card: unsentCard(step.card, speaking) } : step
}

/** It begins with an item's number: the rest is a word to that one. */
const beginsWithNumber: Rule = async (heard) => {
  const { item: named, words } = (await numberedBy(heard)) ?? { words: '' }
  const about = named && (await wordsTo(heard.context, named.id))
  const item = about?.item
  const wish = saysNothing(words) ? undefined : item?.said({ text: words, internal: false, ...heard.stands })
  if (item === undefined || wish === undefined) return undefined
  const orders = [{ item: item.id, wish }]
  const shows = about !== undefined && isOfTicket(about) ? requestCard(about) : undefined
  if (shows !== undefined) return { kind: 'order', orders, shows }
  return { kind: 'order', orders, saying: texts(heard.speaking.language).app.noted(item.id) }
}

/** In private, and just one request waits for this person, also of a merged ticket: they answer it or go with it. */
const answersRequest: Rule = async ({ place, scoped, kinds, speaking, text, stands, context }) => {
  const { person, directory, language } = speaking
  // Who only thanks has not answered yet.
  if (thanksSaid(text) === 'only') return undefined
  const asked = [{ list: 'waiting', for: 'answer' }, { list: 'ended_asked' }] as const
  const rows = place.direct ? (await Promise.all(asked.map((query) => scoped.list(query)))).flat() : []
  const [only, another] = rows.filter(
    (row) => faceOf(kinds, row)?.attends(row.state, person, directory) === 'waits',
  )
  const wish = only && faceOf(kinds, only)?.said({ text, internal: false, ...stands })
  if (only === undefined || another !== undefined || wish === undefined) return undefined
  const orders = [{ item: only.id, wish }]
  const about = await context(only.id, '')
  const shows =
    isOfTicket(about) && !answersInWords(directory, about.ticket, person) ? toRequest(about) : undefined
  if (shows !== undefined) return { kind: 'order', orders, shows }
  return { kind: 'order', orders, saying: texts(language).app.addedTo(only.id) }
}

/** There are no threads here, and the speaker has an item here: it joins that one, unless it only greets or thanks. */
const joinsConversation: Rule = async (heard) => {
  const { flow, flows, place, text, context } = heard
  const report = flow('report')
  const here = place.flat ? await conversationsItem(heard, place) : undefined
  if (report === undefined || here === undefined) return undefined
  const about = await wordsTo(context, here)
  // What would be no report, a greeting say, is no word to the item either.
  const isCourtesy = report.begin(await context(undefined, text)).kind !== 'order'
  if (isOfTicket(about))
    return isCourtesy
      ? thanked({ context: about, quotes: false })
      : joined(flows, text, { context: about, quotes: false })
  if (!isOfItem(about) || isCourtesy) return undefined
  return inThread(flows, text, { context: about, internal: false, addressed: true })
}

/** Whatever else a customer's person says is a report. */
const reports: Rule = async ({ flow, text, context }) =>
  flow('report')?.begin(await context(undefined, text)) ?? nothing

/** How words are read where they were said: the first rule that fits says what they mean. */
const rules: readonly Rule[] = [
  scoresNumbered,
  givesVerdict,
  opensOnly,
  triesInVain,
  asksHowTheyAre,
  asksToAct,
  withdraws,
  opensFlow,
  reportsAnew,
  scoresThread,
  opensWithWords,
  asksForTickets,
  asksOfTicket,
  pressesForHaste,
  standsInThread,
  addressesNobody,
  comesFromSupplier,
  beginsWithNumber,
  answersRequest,
  scoresOutside,
  saysState,
  asksOfAny,
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
