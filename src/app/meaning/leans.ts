import { type Card, card } from '../../chat/card.ts'
import type { Step } from '../../chat/flow.ts'
import { isOpen } from '../../domain/ticket/clocks.ts'
import { namesThing } from '../../domain/ticket/suggest/another.ts'
import { plain } from '../../domain/words/plain.ts'
import { deadlineSaid } from '../../domain/words/senses/deadline-said.ts'
import { hurrySaid, mayHurry } from '../../domain/words/senses/hurry-said.ts'
import { goesOnSaid, stateSaid } from '../../domain/words/senses/state-said.ts'
import { saysVerdict } from '../../domain/words/senses/verdict-said.ts'
import { texts } from '../../text/texts.ts'
import { againCard } from '../../view/again-card.ts'
import { passedOnCard } from '../../view/passed-on-card.ts'
import { requestCard } from '../../view/request-card.ts'
import { reportButton, whichCard } from '../../view/which-card.ts'
import { beginFlow } from '../running/step.ts'
import { numberIn } from './asks.ts'
import { type Heard, isOfTicket, type OfTicket, standsOf, wordsTo } from './heard.ts'
import { joined, questioned, toRequest } from './joined.ts'
import { pressedOutside } from './pressed.ts'
import type { Rule } from './rule.ts'
import {
  awaitingApproval,
  awaitingConsent,
  awaitingDecision,
  joinedHere,
  type Near,
  ownOpen,
  reopenable,
  spokenOfHere,
  wordsOfTicket,
} from './tickets-near.ts'

/** Words that name nothing themselves are few. */
const mostRead = 120

/** The typed word alone, without a number, outside of a thread: it acts on nothing yet. */
const isBare = ({ opened }: Heard, ...flows: readonly string[]): boolean =>
  opened !== undefined &&
  flows.includes(opened.flow.name) &&
  opened.number === undefined &&
  opened.words === ''

/** A customer's person says something to the bot outside of every thread that opens nothing of its own. */
const mayLean = (heard: Heard, ...bare: readonly string[]): boolean => {
  const { addressed, linked, speaking, text, opened } = heard
  const { isWhole, text: said } = plain(text)
  return (
    addressed &&
    linked === undefined &&
    speaking.person.side === 'customer' &&
    isWhole &&
    said.length <= mostRead &&
    (opened === undefined || isBare(heard, ...bare))
  )
}

/** The one ticket the words are about, or the question which. */
const about = async (
  { context }: Heard,
  near: readonly Near[],
  goOn: (context: OfTicket) => Step | undefined,
): Promise<Step | undefined> => {
  const [only, another] = near
  if (only === undefined) return undefined
  const found = await context(only.ticket.id, '')
  if (another !== undefined) return { kind: 'show', card: whichCard(near, found) }
  return isOfTicket(found) ? goOn(found) : undefined
}

/** The words join the ticket's record, and this is answered. */
const added = ({ text }: Heard, context: OfTicket, shows: Card | undefined): Step => {
  const wish = { do: 'ticket.add_message', text, ...standsOf(context) } as const
  return {
    kind: 'order',
    orders: [{ item: context.ticket.id, wish }],
    ...(shows === undefined ? {} : { shows }),
  }
}

/** A yes or a no while an approval, or a proposal's decision, is asked of them (M2.C1): words alone are none, so the two buttons are shown. */
export const givesVerdict: Rule = async (heard) => {
  const bare = ['approve', 'refuse']
  if (!mayLean(heard, ...bare)) return undefined
  const asked = [...(await awaitingApproval(heard)), ...(await awaitingDecision(heard))]
  const near = asked.filter(
    ({ ticket }) => isBare(heard, ...bare) || saysVerdict(heard.text, wordsOfTicket(ticket)),
  )
  return about(heard, near, (context) => added(heard, context, toRequest(context)))
}

const escalates = (heard: Heard, found: OfTicket): Step | undefined => {
  const escalate = heard.flow('escalate')
  return escalate && beginFlow(escalate, { ...found, draft: heard.text }, { named: true })
}

/** They press in a ticket's thread, or, where there are none, in the conversation of one. */
const pressesHere = async (heard: Heard, here: string): Promise<Step | undefined> => {
  const { text, context, addressed } = heard
  const wants = hurrySaid(text)
  const found = wants && (await wordsTo(context, here))
  if (found === undefined || !isOfTicket(found) || !isOpen(found.ticket)) return undefined
  if (wants === 'escalate' && addressed) return escalates(heard, found)
  return added(heard, found, addressed ? (requestCard(found) ?? passedOnCard(found, 'haste')) : undefined)
}

/**
 * They press for haste, which is said of the ticket they have open, or want somebody above, which opens the form of an escalation
 * with their words in it.
 */
export const pressesForHaste: Rule = async (heard) => {
  const { linked, speaking, text, context, addressed } = heard
  if (speaking.person.side !== 'customer' || !(mayHurry(text) || deadlineSaid(text))) return undefined
  if (linked !== undefined && (!addressed || linked.side === 'supplier')) return undefined
  const here = (addressed ? numberIn(heard) : undefined) ?? linked?.item ?? (await joinedHere(heard))
  if (here !== undefined) return pressesHere(heard, here)
  const pressed = await pressedOutside(heard)
  if (pressed === undefined) return undefined
  const { near, wants, names } = pressed
  // People who talk among themselves are asked nothing: it is of what they reported there a moment ago, or of nothing.
  if (!addressed && (near.length !== 1 || near[0]?.ticket.id !== (await spokenOfHere(heard))))
    return undefined
  const goOn = (found: OfTicket): Step | undefined => {
    if (!addressed) return added(heard, found, undefined)
    if (wants === 'escalate') return escalates(heard, found)
    const said = requestCard(found) ?? passedOnCard(found, wants)
    const report = names ? [reportButton(texts(found.language))] : []
    return added(heard, found, { ...said, buttons: [...said.buttons, ...report] })
  }
  return (await about(heard, near, goOn)) ?? nothingOpen(await context(undefined, ''))
}

/** There is nothing that such words could be about; what is new can be reported with them. */
export const nothingOpen = (
  { language }: Pick<OfTicket, 'language'>,
  why: 'nothingOpen' | 'goodToHear' = 'nothingOpen',
): Step => {
  const t = texts(language)
  const saying = t.asked[why]
  return {
    kind: 'show',
    card: card({ summary: saying, blocks: [{ type: 'text', text: saying }], buttons: [reportButton(t)] }),
  }
}

/**
 * Whether it works now, in words that name nothing: `still down`, `已经好了，谢谢`. They are about the solution that waits for
 * this person's word, else about their open ticket, else, where it goes on, about one that was closed not long ago.
 */
export const saysState: Rule = async (heard) => {
  const bare = ['confirm_solution', 'reject_solution']
  const { text, flows } = heard
  const first = goesOnSaid(text, '', { answers: true })
    ? ({ state: 'fails', leans: true } as const)
    : stateSaid(text)
  const isTyped = isBare(heard, ...bare)
  if (!mayLean(heard, ...bare) || (first === undefined && !isTyped)) return undefined
  const leaning = (near: readonly Near[], answers = false): readonly Near[] =>
    near.filter(({ ticket }) => {
      const own = wordsOfTicket(ticket)
      if (isTyped || stateSaid(text, own)?.leans === true) return true
      return goesOnSaid(text, own, { answers }) && !namesThing(text, ticket)
    })
  const { flow } = heard
  const thanks =
    first?.state === 'works' && flow('report')?.begin(await heard.context(undefined, text)).kind === 'show'
  const consents = leaning(await awaitingConsent(heard), true)
  const asks = await about(heard, consents, (context) =>
    isTyped || thanks
      ? questioned({ context, quotes: false })
      : joined(flows, text, { context, quotes: false }),
  )
  // Thanks alone say nothing of any other ticket.
  if (asks !== undefined || thanks || (isTyped && heard.opened?.flow.name === 'confirm_solution')) return asks
  const here = await joinedHere(heard)
  const open = leaning((await ownOpen(heard)).filter(({ ticket }) => isOpen(ticket)))
  const those = open.filter(({ ticket }) => ticket.id === here)
  const joins = await about(heard, those.length > 0 ? those : open, (context) =>
    joined(flows, text, { context, quotes: false }),
  )
  if (joins !== undefined) return joins
  const ended = first?.state === 'fails' ? leaning(await reopenable(heard)) : []
  const reopens = await about(heard, ended, (context) => added(heard, context, againCard(context)))
  if (reopens !== undefined) return reopens
  return first?.state === 'works' && first.leans
    ? nothingOpen(await heard.context(undefined, ''), 'goodToHear')
    : undefined
}
