import { defineFlow } from '../../src/chat/flow.ts'
import { reasoned } from '../shared/reasoned.ts'
import { client } from '../shared/who.ts'

/** The reporter takes the report back. */
export const cancel = defineFlow({
  name: 'cancel',
  opensWith: { en: ['cancel', 'withdraw'], 'zh-CN': ['撤回', '撤销', '撤回申报', '取消'] },
  about: 'ticket',
  takes: 'text',
  may: client,
  help: (t) => t.flows.help.cancel,
  ...reasoned({
    flow: 'cancel',
    title: (t) => t.buttons.cancel,
    label: (t) => t.flows.cancel.reason,
    hint: (t) => t.flows.form.bothRead,
    wish: (reason) => ({ do: 'ticket.cancel', reason }),
    done: (t, { ticket }) => t.flows.cancel.done(ticket.id),
  }),
})
