import { defineFlow } from '../../src/chat/flow.ts'
import { asksForList } from '../shared/asks-for-list.ts'
import { staff } from '../shared/who.ts'
import { listOf } from './tickets.ts'

/** What is late, escalated, or due within the hour. */
export const risk = defineFlow({
  name: 'risk',
  opensWith: { en: ['risk', 'at risk', 'risks'], 'zh-CN': ['风险', '有风险', '即将超时'] },
  about: 'nothing',
  takes: asksForList,
  may: staff,
  help: (t) => t.flows.help.risk,
  begin: (context) => listOf(context, { groups: ['at_risk'] }),
})
