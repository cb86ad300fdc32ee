import { defineFlow } from '../../src/chat/flow.ts'
import { hour } from '../../src/domain/calendar/units.ts'
import { texts } from '../../src/text/texts.ts'
import { listed } from '../shared/listed.ts'
import { staff } from '../shared/who.ts'

/** What is late, escalated, or due within the hour. */
export const risk = defineFlow({
  name: 'risk',
  opensWith: { en: ['risk', 'at risk', 'risks'], 'zh-CN': ['风险', '有风险', '即将超时'] },
  about: 'nothing',
  may: staff,
  help: (t) => t.flows.help.risk,
  begin: (context) =>
    listed(context, texts(context.language).flows.list.risk, {
      kind: 'ticket',
      list: 'at_risk',
      before: context.now + hour,
    }),
})
