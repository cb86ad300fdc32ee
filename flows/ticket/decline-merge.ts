import { defineFlow } from '../../src/chat/flow.ts'
import { reasoned } from '../shared/reasoned.ts'
import { client } from '../shared/who.ts'

/** It is another trouble than the one the supplier takes it for. */
export const declineMerge = defineFlow({
  name: 'decline_merge',
  opensWith: { en: ['decline merge', 'decline to merge'], 'zh-CN': ['不同意合并', '拒绝合并'] },
  about: 'ticket',
  takes: 'text',
  may: client,
  help: (t) => t.flows.help.decline_merge,
  ...reasoned({
    flow: 'decline_merge',
    title: (t) => t.buttons.decline_merge,
    label: (t) => t.flows.merge.why,
    hint: (t) => t.flows.form.bothRead,
    wish: (reason) => ({ do: 'ticket.decline_merge', reason }),
    done: (t, { ticket }) => t.flows.merge.declined(ticket.id),
    staleAfter: ['ticket.merge_proposed'],
  }),
})
