import { defineFlow } from '../../src/chat/flow.ts'
import { contact } from '../shared/who.ts'
import { answer } from './answer.ts'

/** Refuse what was asked, with the reason, by typing it. Help names it beside `approve`. */
export const refuse = defineFlow({
  name: 'refuse',
  opensWith: { en: ['refuse', 'reject request'], 'zh-CN': ['不批准', '拒绝申请'] },
  about: 'ticket',
  takes: 'text',
  may: contact,
  begin: (context) => answer.begin({ ...context, choice: 'refused' }),
})
