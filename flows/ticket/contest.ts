import { defineFlow } from '../../src/chat/flow.ts'
import { reasoned } from '../shared/reasoned.ts'
import { client } from '../shared/who.ts'

/** Object to a decision on the report (RS.5a) or to a pause of the clock (clock-v1), whichever holds. */
export const contest = defineFlow({
  name: 'contest',
  opensWith: { en: ['contest', 'object', 'disagree'], 'zh-CN': ['异议', '提出异议', '有异议'] },
  about: 'ticket',
  takes: 'text',
  may: client,
  help: (t) => t.flows.help.contest,
  ...reasoned({
    flow: 'contest',
    title: (t) => t.buttons.contest,
    label: (t, { ticket }) =>
      ticket.cancelled === undefined ? t.flows.contest.pause : t.flows.contest.decision,
    hint: (t) => t.flows.form.bothRead,
    wish: (reason) => ({ do: 'ticket.contest', reason }),
    done: (t, { ticket }) =>
      ticket.cancelled === undefined ? t.flows.contest.done : t.flows.contest.reopened(ticket.id),
    once: 'ticket.contested',
  }),
})
