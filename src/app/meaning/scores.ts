import { beginning } from '../../chat/beginning.ts'
import type { Step } from '../../chat/flow.ts'
import { leadingNumber, openFlow, uncalled } from '../../chat/opener.ts'
import { scoreSaid } from '../../domain/ticket/score-said.ts'
import { plain } from '../../domain/words/plain.ts'
import { conversationsItem } from './conversations-item.ts'
import { type Heard, wordsTo } from './heard.ts'
import { ofMerged } from './of-merged.ts'
import type { Rule } from './rule.ts'

/** A customer's person says nothing but a score: where a closed ticket waits for one it is that ticket's. */
const bareScore = ({ speaking, addressed, text, names, flow }: Heard) => {
  const rate = flow('rate')
  if (!addressed || !rate?.may(speaking.person)) return undefined
  const { person } = speaking
  const opened = openFlow([rate], text, { person, keys: [], names })
  if (opened !== undefined && opened.words !== '') return { rate, hasUnit: true, words: opened.words }
  // Stars are the score itself, where another sign in front of it is not.
  for (const read of [plain(text), beginning(text, names)]) {
    const words = uncalled(read, names).from(0)
    const { next, hasUnit } = scoreSaid(words) ?? {}
    if (next === 'end' || (next === 'sign' && hasUnit)) return { rate, hasUnit, words }
  }
  return undefined
}

/** It is said of this item, and that is a closed ticket that nobody rated yet. */
const scoreOf = async (heard: Heard, item: string): Promise<Step | undefined> => {
  const said = bareScore(heard)
  if (said === undefined) return undefined
  const about = { ...(await wordsTo(heard.context, item)), words: said.words }
  const { status, rating, id = item } = about.ticket ?? {}
  if (status !== 'closed' || rating !== undefined) return undefined
  const opened = { flow: said.rate, words: said.words }
  return (await ofMerged(heard, opened, item)) ?? (id === item ? said.rate.begin(about) : undefined)
}

/** It follows the ticket's number. */
export const scoresNumbered: Rule = async (heard) => {
  const named = leadingNumber(heard.text, heard.keys, heard.names)
  return named && scoreOf({ ...heard, text: named.words }, named.number)
}

export const scoresThread: Rule = async (heard) =>
  heard.thread === undefined ? undefined : scoreOf(heard, heard.thread)

/** Outside every thread; in a room, and among plain words for an open ticket, a number alone may be anything. */
export const scoresOutside: Rule = async (heard) => {
  const { place, scoped, context } = heard
  const said = bareScore(heard)
  if (said === undefined || (said.hasUnit !== true && !place.direct)) return undefined
  const mayJoin = place.flat === true && said.hasUnit !== true
  if (mayJoin && (await conversationsItem(heard, place)) !== undefined) return undefined
  const [waits] = await scoped.list({ list: 'mine_waiting', for: 'rating' })
  return waits && said.rate.begin(await context(undefined, said.words))
}
