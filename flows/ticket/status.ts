import { defineFlow, type Step } from '../../src/chat/flow.ts'
import { texts } from '../../src/text/texts.ts'
import { asksPlainly } from '../shared/asks-for-list.ts'
import { cardFor } from '../shared/card-for.ts'
import { isCourtesy } from '../shared/courtesy.ts'
import { type ItemContext, onItem } from '../shared/on-ticket.ts'
import { either } from '../shared/who.ts'
import { listOf } from './tickets.ts'

/** What a customer says after the number is a word to that one: `工单 HX-7 还是慢`. */
const said = ({ person, words, names, item, message, files, language }: ItemContext): Step | undefined => {
  if (person.side !== 'customer' || isCourtesy(words, names)) return undefined
  const stands = { ...(message === undefined ? {} : { message }), ...(files === undefined ? {} : { files }) }
  const wish = item.said({ text: words, internal: false, ...stands })
  const saying = texts(language).app.noted(item.id)
  return wish && { kind: 'order', orders: [{ item: item.id, wish }], saying }
}

const shown = onItem((context) => said(context) ?? { kind: 'show', card: cardFor(context) })

/** How a ticket stands now, with what can be done. Its number alone opens it too; `工单 未解决` asks for a list of them. */
export const status = defineFlow({
  name: 'status',
  opensWith: { en: ['', 'status', 'show', 'open', 'ticket'], 'zh-CN': ['状态', '查看', '工单'] },
  about: 'item',
  takes: asksPlainly,
  may: either,
  help: (t) => t.flows.help.status,
  begin: (context) => (context.item === undefined && context.words !== '' ? listOf(context) : shown(context)),
})
