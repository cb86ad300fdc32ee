import { defineFlow } from '../../src/chat/flow.ts'
import { reasoned } from '../shared/reasoned.ts'
import { either } from '../shared/who.ts'

/** Escalate now (hard rule 3): either party, with a reason. Each time reaches higher, so a second press orders nothing. */
export const escalate = defineFlow({
  name: 'escalate',
  opensWith: { en: ['escalate', 'escalate now'], 'zh-CN': ['升级', '立即升级', '催办', '催单'] },
  about: 'ticket',
  takes: 'text',
  may: either,
  help: (t) => t.flows.help.escalate,
  ...reasoned({
    flow: 'escalate',
    title: (t) => t.buttons.escalate,
    label: (t) => t.flows.escalate.reason,
    intro: (t) => t.flows.escalate.intro,
    wish: (reason) => ({ do: 'ticket.escalate', reason }),
    done: (t) => t.flows.escalate.done,
    staleAfter: ['ticket.escalated_by_hand'],
  }),
})
