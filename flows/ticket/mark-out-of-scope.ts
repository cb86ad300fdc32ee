import { defineFlow } from '../../src/chat/flow.ts'
import { reasoned } from '../shared/reasoned.ts'
import { staff } from '../shared/who.ts'

/** The agreement does not cover the report (RS.5a): said to the reporter, with the reason; they may contest it. */
export const markOutOfScope = defineFlow({
  name: 'mark_out_of_scope',
  opensWith: { en: ['out of scope', 'not in scope'], 'zh-CN': ['不在范围', '超出范围', '不在服务范围'] },
  about: 'ticket',
  takes: 'text',
  may: staff,
  help: (t) => t.flows.help.mark_out_of_scope,
  ...reasoned({
    flow: 'mark_out_of_scope',
    title: (t) => t.buttons.mark_out_of_scope,
    label: (t) => t.flows.markOutOfScope.reason,
    intro: (t) => t.flows.markOutOfScope.intro,
    wish: (reason) => ({ do: 'ticket.mark_out_of_scope', reason }),
    done: (t, { ticket }) => t.flows.markOutOfScope.done(ticket.id),
    staleAfter: ['ticket.contested'],
  }),
})
