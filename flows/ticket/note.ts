import { defineFlow } from '../../src/chat/flow.ts'
import { reasoned } from '../shared/reasoned.ts'
import { staff } from '../shared/who.ts'

/** A note for the supplier's own people. It is a type of its own, so it cannot reach the customer. */
export const note = defineFlow({
  name: 'note',
  opensWith: { en: ['note', 'internal note'], 'zh-CN': ['备注', '内部备注', '记一笔'] },
  about: 'ticket',
  takes: 'text',
  may: staff,
  help: (t) => t.flows.help.note,
  ...reasoned({
    flow: 'note',
    title: (t) => t.buttons.note,
    label: (t) => t.flows.note.text,
    hint: (t) => t.flows.form.supplierReads,
    wish: (text) => ({ do: 'ticket.note', text: { internal: text } }),
    done: (t) => t.flows.note.done,
    once: 'ticket.note_added',
  }),
})
