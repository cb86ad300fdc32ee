import { beginning } from '../../chat/beginning.ts'
import { card } from '../../chat/card.ts'
import type { Flow, Step } from '../../chat/flow.ts'
import { restAfter, withoutLead } from '../../chat/opener.ts'
import { engineersAct } from '../../domain/words/senses/engineers-act.ts'
import { texts } from '../../text/texts.ts'
import { beginFlow } from '../running/step.ts'
import { numberIn } from './asks.ts'
import { type Heard, isOfTicket, type OfTicket, standsOf, wordsTo } from './heard.ts'
import { called } from './named.ts'
import type { Rule } from './rule.ts'
import { ownOpen, spokenOfHere } from './tickets-near.ts'

/** Acts of the engineers that take words, and whose word alone no customer begins to speak of something else with. */
const takeWords: readonly string[] = ['resolve', 'reassign']

/** What somebody can be meant by: all of their names. */
const namesOf = ({ speaking }: Heard): string =>
  called(speaking)
    .flatMap(({ id, name, latin = '' }) => [id, name, latin])
    .join('\n')

/** The ticket that is meant: the one that is named, the thread's, the one spoken of here, or the only one they have open. */
const meantHere = async (heard: Heard): Promise<string | undefined> => {
  const certain = numberIn(heard) ?? heard.thread ?? (await spokenOfHere(heard))
  if (certain !== undefined) return certain
  const [only, another] = await ownOpen(heard)
  return another === undefined ? only?.ticket.id : undefined
}

/** They begin with the word of such an act and go on with words of their own: those are a word to the ticket all the same. */
const begunWith = ({ text, names, flows }: Heard, { person, item }: OfTicket): Flow | undefined => {
  const said = beginning(text, names)
  return flows.find(
    ({ name, opensWith, may }) =>
      takeWords.includes(name) &&
      !may(person, item) &&
      [...opensWith.en, ...opensWith['zh-CN']].some((opener) => {
        const rest = restAfter(said, opener)
        return rest !== undefined && withoutLead(rest) !== ''
      }),
  )
}

/** The words join the ticket, and their person reads why nothing else came of them, and who can do it. */
const withReason = (heard: Heard, about: OfTicket, flow: Flow): Step | undefined => {
  const step = beginFlow(flow, about, { named: true })
  if (step.kind !== 'refuse') return undefined
  const t = texts(about.language)
  const text = t.common.sentences([step.saying, t.asked.passedOnInVain(about.ticket.id)])
  const wish = { do: 'ticket.add_message', text: heard.text, ...standsOf(about) } as const
  return {
    kind: 'order',
    orders: [{ item: about.ticket.id, wish }],
    shows: card({ summary: text, blocks: [{ type: 'text', text }] }),
    ...(step.tried === undefined ? {} : { tried: step.tried }),
  }
}

/**
 * A customer's person orders what only the engineers can do: they read the true reason and who can, and the engineers hear
 * of it. It is no report, and words that go on are not lost.
 */
export const triesInVain: Rule = async (heard) => {
  const { addressed, speaking, text, flow, context, linked, opened } = heard
  if (!addressed || speaking.person.side !== 'customer') return undefined
  const wanted = flow(engineersAct(text, namesOf(heard)) ?? '')
  if (wanted !== undefined) {
    const id = await meantHere(heard)
    // Of somebody who has nothing open it may be the begin of what they have to say.
    if (id === undefined && wanted.name === 'resolve' && (await ownOpen(heard)).length === 0) return undefined
    return beginFlow(wanted, await context(id, ''), { named: id !== undefined })
  }
  if (linked?.side !== 'customer' || opened !== undefined) return undefined
  const about = await wordsTo(context, linked.item)
  const begun = isOfTicket(about) ? begunWith(heard, about) : undefined
  return begun !== undefined && isOfTicket(about) ? withReason(heard, about, begun) : undefined
}
