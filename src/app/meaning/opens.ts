import { beginning } from '../../chat/beginning.ts'
import type { Context, Flow, Step } from '../../chat/flow.ts'
import { leadingNumber, restAfter, withoutLead } from '../../chat/opener.ts'
import { withoutThanks } from '../../chat/polite.ts'
import { isOpen } from '../../domain/ticket/clocks.ts'
import { saysNothing } from '../../domain/words/blank.ts'
import { plain } from '../../domain/words/plain.ts'
import { whichCard } from '../../view/which-card.ts'
import { beginFlow } from '../running/step.ts'
import type { Heard } from './heard.ts'
import { nothingOpen, saysState } from './leans.ts'
import type { Rule } from './rule.ts'
import { concerning, type Near, ownOpen, reopenable } from './tickets-near.ts'

/** Acts that ask for words before anything is done, and of which somebody's only ticket is surely meant. */
const onOwn: { readonly customer: readonly string[]; readonly supplier: readonly string[] } = {
  customer: ['escalate', 'cancel', 'contest', 'mark_duplicate', 'split'],
  supplier: [
    'resolve',
    'update',
    'note',
    'ask',
    'more',
    'escalate',
    'reassign',
    'assess',
    'classify',
    'split',
  ],
}

const nearFor = async (heard: Heard, { name }: Flow): Promise<readonly Near[]> => {
  const { side } = heard.speaking.person
  if (onOwn[side].includes(name)) return ownOpen(heard)
  return side === 'customer' && name === 'reopen' ? reopenable(heard) : []
}

/** What a flow that asks for words begins with: they are shown before they are sent, with the ticket that was not named. */
export const begun = ({ words: _, ...context }: Context, words: string): Context => ({
  ...context,
  words: '',
  ...(words === '' ? {} : { draft: words }),
})

const onTheOnly = async (heard: Heard, flow: Flow, words: string): Promise<Step | undefined> => {
  const [only, another] = await nearFor(heard, flow)
  if (only === undefined || another !== undefined) return undefined
  return beginFlow(flow, begun(await heard.context(only.ticket.id, ''), words), { named: true })
}

/** A customer's person presses for one of theirs, `催一下`: the form of the only one, else which, and of who has none what is wrong. */
const escalatesOne = async (heard: Heard, flow: Flow): Promise<Step> => {
  const near = (await concerning(heard)).filter(({ ticket }) => isOpen(ticket))
  const [only, another] = near
  const none = await heard.context(undefined, '')
  if (only === undefined) return nothingOpen(none)
  if (another !== undefined) return { kind: 'show', card: whichCard(near, none, flow.name) }
  const words = heard.opened?.words ?? ''
  return beginFlow(flow, begun(await heard.context(only.ticket.id, ''), words), { named: true })
}

/** Its words open an act on a ticket, and name none: of the only one there is, the form. */
export const opensOnly: Rule = async (heard) => {
  const { opened, thread } = heard
  if (opened === undefined || opened.number !== undefined || thread !== undefined) return undefined
  const { flow, words } = opened
  if (['confirm_solution', 'reject_solution'].includes(flow.name)) return saysState(heard)
  if (flow.name === 'escalate' && heard.speaking.person.side === 'customer') return escalatesOne(heard, flow)
  return flow.about === 'ticket' ? onTheOnly(heard, flow, words) : undefined
}

/**
 * A supplier's person begins with the word of an act and goes on with what it takes, `resolve replaced the switch`, or has the
 * number before it, `HX-4 tell the customer: at two`: its form opens, with the words in it.
 */
export const opensWithWords: Rule = async (heard) => {
  const { addressed, text, keys, names, flows, thread, context, speaking } = heard
  if (!addressed || speaking.person.side !== 'supplier') return undefined
  const named = leadingNumber(text, keys, names)
  const said = beginning(named?.words ?? text, names)
  const [found] = flows
    .filter(({ about, takes, may }) => about === 'ticket' && takes === 'text' && may(speaking.person))
    .flatMap((flow) =>
      [...flow.opensWith.en, ...flow.opensWith['zh-CN']].flatMap((opener) => {
        const rest = restAfter(said, opener, { joined: true })
        return rest === undefined ? [] : [{ flow, opener, words: withoutLead(rest) }]
      }),
    )
    .toSorted((one, other) => other.opener.length - one.opener.length)
  if (found === undefined || found.words === '') return undefined
  const { flow, words } = found
  if (named !== undefined) {
    const asks = /[?？吗]\s*$/.test(words) || saysNothing(withoutThanks(plain(` ${words}`).text))
    return asks ? undefined : beginFlow(flow, begun(await context(named.number, ''), words), { named: true })
  }
  if (thread === undefined) return onTheOnly(heard, flow, words)
  return beginFlow(flow, begun(await context(thread, ''), words), { named: true })
}
