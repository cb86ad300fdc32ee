import { defineFlow } from '../../src/chat/flow.ts'
import { reasoned } from '../shared/reasoned.ts'
import { client } from '../shared/who.ts'

/** The customer says it is not solved, and why: back to work (RS.C1b). */
export const notSolved = defineFlow({
  name: 'not_solved',
  opensWith: { en: ['not solved', 'not resolved'], 'zh-CN': ['未解决', '没解决', '没有解决'] },
  about: 'ticket',
  takes: 'text',
  may: client,
  help: (t) => t.flows.help.not_solved,
  ...reasoned({
    flow: 'not_solved',
    title: (t) => t.buttons.reject,
    label: (t) => t.flows.notSolved.reason,
    wish: (reason) => ({ do: 'ticket.reject_solution', reason }),
    done: (t) => t.flows.notSolved.done,
    staleAfter: ['ticket.resolved', 'ticket.solution_rejected', 'ticket.reopened'],
  }),
})
