import { defineFlow } from '../../src/chat/flow.ts'
import { contact } from '../shared/who.ts'
import { answer } from './answer.ts'

/** Approve what was asked, by typing it; the button is the answer's own. */
export const approve = defineFlow({
  name: 'approve',
  opensWith: { en: ['approve', 'approved'], 'zh-CN': ['批准', '同意申请'] },
  about: 'ticket',
  takes: 'text',
  may: contact,
  help: (t) => t.flows.help.approve,
  begin: (context) => answer.begin({ ...context, choice: 'approved' }),
})
