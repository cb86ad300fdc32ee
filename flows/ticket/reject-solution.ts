import { defineFlow } from '../../src/chat/flow.ts'
import { reasoned } from '../shared/reasoned.ts'
import { client } from '../shared/who.ts'

/** The customer says it is not solved, and why: back to work (RS.C1b). */
export const rejectSolution = defineFlow({
  name: 'reject_solution',
  opensWith: { en: ['not solved', 'not resolved'], 'zh-CN': ['未解决', '没解决', '没有解决'] },
  about: 'ticket',
  takes: 'text',
  may: client,
  help: (t) => t.flows.help.reject_solution,
  ...reasoned({
    flow: 'reject_solution',
    title: (t) => t.buttons.reject_solution,
    label: (t) => t.flows.rejectSolution.reason,
    wish: (reason) => ({ do: 'ticket.reject_solution', reason }),
    done: (t) => t.flows.rejectSolution.done,
    staleAfter: ['ticket.resolved', 'ticket.solution_rejected', 'ticket.reopened'],
  }),
})
