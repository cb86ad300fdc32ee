import { defineFlow } from '../../src/chat/flow.ts'
import { onTicket } from '../shared/on-ticket.ts'
import { otherProposal } from '../shared/other-proposal.ts'
import { reasoned } from '../shared/reasoned.ts'
import { client } from '../shared/who.ts'

const declines = reasoned({
  flow: 'decline_downgrade',
  title: (t) => t.buttons.decline_downgrade,
  label: (t) => t.flows.form.reason,
  hint: (t) => t.flows.form.bothRead,
  wish: (reason) => ({ do: 'ticket.decline_downgrade', reason }),
  done: (t) => t.flows.downgrade.declined,
  staleAfter: ['ticket.downgrade_proposed'],
})

/** Keep the priority as it is, against the lower one that was proposed. */
export const declineDowngrade = defineFlow({
  name: 'decline_downgrade',
  opensWith: { en: ['decline', 'decline downgrade'], 'zh-CN': ['不同意降级', '拒绝降级'] },
  about: 'ticket',
  takes: 'text',
  may: client,
  help: (t) => t.flows.help.decline_downgrade,
  ...declines,
  begin: onTicket((context) => otherProposal(context) ?? declines.begin(context)),
})
