import { type Button, card, withWords } from '../../chat/card.ts'
import { texts } from '../../text/texts.ts'
import { isLookUpFlow } from '../../view/offers.ts'
import { beginFlow } from '../running/step.ts'
import { isOfItem, isOfTicket, type OfItem, wordsTo } from './heard.ts'
import { awaitsConsent, questioned } from './joined.ts'
import { begun } from './opens.ts'
import type { Rule } from './rule.ts'

const buttonFor = ({ item, ...context }: OfItem, flow: string): Button | undefined => {
  const alone = context.place.direct ? { alone: context.person } : {}
  return item.card({ ...context, ...alone }).buttons.find(({ press }) => press.flow === flow)
}

/**
 * `Solved?`, `"close HX-7" says Oliver`, `claim HX-7 is for Wang`: words that begin as an act and do not order it outright. Words
 * alone decide nothing (RS.C1b): its form opens with them in it, or its button is shown.
 */
export const asksToAct: Rule = async ({ opened, thread, text, flow, context, speaking }) => {
  const id = opened?.number ?? thread
  if (opened?.asks !== true || id === undefined) return undefined
  const { flow: act, words } = opened
  if (act.about !== 'ticket' || isLookUpFlow(act.name)) return undefined
  const about = await wordsTo(context, id)
  if (!isOfItem(about)) return undefined
  if (act.takes !== undefined) return beginFlow(act, begun(about, words), { named: true })
  if (act.name === 'confirm_solution' && isOfTicket(about) && awaitsConsent(about.ticket))
    return questioned({ context: about, quotes: true })
  const button = buttonFor(about, act.name)
  const status = flow('status')
  if (button === undefined) return status && beginFlow(status, { ...about, words: text }, { named: true })
  const { app, common } = texts(speaking.language)
  const saying = common.row([about.item.id, app.meant(button.label)])
  return {
    kind: 'show',
    card: card({ summary: saying, blocks: [{ type: 'text', text: saying }], buttons: [withWords(button)] }),
  }
}
