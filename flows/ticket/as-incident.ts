import { defineFlow } from '../../src/chat/flow.ts'
import { changedWork } from '../shared/changed-work.ts'
import { onTicket } from '../shared/on-ticket.ts'
import { either } from '../shared/who.ts'

/** It does not work as it should: served as an incident, by either party (D5). */
export const asIncident = defineFlow({
  name: 'as_incident',
  opensWith: {
    en: [
      'it is a fault',
      'as incident',
      'as fault',
      'make it an incident',
      'this is a fault',
      'not a request',
    ],
    'zh-CN': ['转为故障', '改为故障', '按故障处理', '这是故障', '是故障'],
  },
  about: 'ticket',
  takes: 'text',
  may: either,
  help: (t) => t.flows.help.as_incident,
  begin: onTicket((context) => changedWork(context, 'incident')),
})
