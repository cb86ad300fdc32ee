import { defineFlow } from '../../src/chat/flow.ts'
import { reasoned } from '../shared/reasoned.ts'
import { staff } from '../shared/who.ts'

/** Tell the customer how it goes (RS.7). The form says that they will read it as it stands. */
export const update = defineFlow({
  name: 'update',
  opensWith: {
    en: [
      'update',
      'progress',
      'update the customer',
      'tell the customer',
      'tell customer',
      'inform the customer',
      'let the customer know',
      'reply to the customer',
      'write to the customer',
    ],
    'zh-CN': [
      '进展',
      '更新',
      '通报进展',
      '跟客户说',
      '和客户说',
      '对客户说',
      '告诉客户',
      '告知客户',
      '通知客户',
      '转告客户',
      '跟客户讲',
      '回复客户',
      '答复客户',
      '发给客户',
      '跟需方说',
      '告诉需方',
      '通知需方',
    ],
  },
  about: 'ticket',
  takes: 'text',
  may: staff,
  help: (t) => t.flows.help.update,
  ...reasoned({
    flow: 'update',
    title: (t) => t.buttons.update,
    label: (t) => t.flows.update.text,
    intro: (t, { directory, ticket }) =>
      t.flows.update.intro(directory.customers[ticket.customer]?.name ?? ticket.customer),
    wish: (text) => ({ do: 'ticket.update', text }),
    done: (t) => t.flows.update.done,
    once: 'ticket.progress_reported',
  }),
})
