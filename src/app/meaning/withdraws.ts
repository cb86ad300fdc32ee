import type { Flow, Step } from '../../chat/flow.ts'
import { isOpen } from '../../domain/ticket/clocks.ts'
import { withdrawalIn } from '../../domain/words/senses/withdrawal-said.ts'
import { whichCard } from '../../view/which-card.ts'
import { beginFlow } from '../running/step.ts'
import { numberIn } from './asks.ts'
import { type Heard, isOfTicket } from './heard.ts'
import { questioned } from './joined.ts'
import { nothingOpen } from './leans.ts'
import { begun } from './opens.ts'
import type { Rule } from './rule.ts'
import { awaitingConsent, type Near, ownOpen, wordsOfTicket } from './tickets-near.ts'

/** The form that withdraws this one, with their words in it: nothing is withdrawn by words alone (RS.C1b). */
const opensForm = async ({ text, context }: Heard, cancel: Flow, id: string): Promise<Step> =>
  beginFlow(cancel, begun(await context(id, ''), text), { named: true })

/** Of what they have open, the one ticket, or the question which. */
const ofThese = async (heard: Heard, cancel: Flow, near: readonly Near[]): Promise<Step | undefined> => {
  const [only, another] = near
  if (only === undefined) return undefined
  if (another === undefined) return opensForm(heard, cancel, only.ticket.id)
  return { kind: 'show', card: whichCard(near, await heard.context(undefined, ''), cancel.name) }
}

/** They name nothing: it is of the ticket they have open, else of the solution that waits for their word. */
const ofAny = async (heard: Heard, cancel: Flow, open: readonly Near[]): Promise<Step> => {
  const step = await ofThese(heard, cancel, open)
  if (step !== undefined) return step
  const [only] = await awaitingConsent(heard)
  const about = await heard.context(only?.ticket.id, '')
  return isOfTicket(about) ? questioned({ context: about, quotes: false }) : nothingOpen(about)
}

/** Those that they name by the words of the report: where they name as much besides, it is asked. */
const ofNamed = async (heard: Heard, cancel: Flow, open: readonly Near[]): Promise<Step | undefined> => {
  const all = withdrawalIn(heard.text)?.names ?? 0
  const told = open.map((near) => {
    const others = withdrawalIn(heard.text, wordsOfTicket(near.ticket))?.names ?? all
    return { near, others, found: all - others }
  })
  const most = Math.max(1, ...told.map(({ found }) => found))
  const best = told.filter(({ found, others }) => found === most && found >= others)
  const near = best.map((one) => one.near)
  if (best.some(({ found, others }) => found > others)) return ofThese(heard, cancel, near)
  return near.length === 0
    ? undefined
    : { kind: 'show', card: whichCard(near, await heard.context(undefined, ''), cancel.name) }
}

/**
 * A customer's person does not want any more what they reported, `这个单子 HX-2 取消`, `cancel the laptop, not needed any more`: the
 * form of a withdrawal opens, and no new report.
 */
export const withdraws: Rule = async (heard) => {
  const { addressed, text, opened, linked, place, speaking, flow, context } = heard
  const cancel = flow('cancel')
  const said = withdrawalIn(text)
  if (!addressed || opened !== undefined || said === undefined || cancel === undefined) return undefined
  if (speaking.person.side !== 'customer') return undefined
  const number = numberIn(heard)
  const named = number === undefined ? undefined : await context(number, '')
  if (named !== undefined && isOfTicket(named)) {
    const others = withdrawalIn(text, wordsOfTicket(named.ticket))?.names ?? 0
    return others === 0 ? opensForm(heard, cancel, named.ticket.id) : undefined
  }
  if (number !== undefined || linked !== undefined || place.flat === true) return undefined
  const open = (await ownOpen(heard)).filter(({ ticket }) => isOpen(ticket))
  return said.names === 0 ? ofAny(heard, cancel, open) : ofNamed(heard, cancel, open)
}
