import { defineFlow } from '../../src/chat/flow.ts'
import { changedWork } from '../shared/changed-work.ts'
import { onTicket } from '../shared/on-ticket.ts'
import { either } from '../shared/who.ts'

/** Something new, an access or a question: served as a service request, by either party (D5). */
export const asRequest = defineFlow({
  name: 'as_request',
  opensWith: {
    en: [
      'it is a request',
      'as request',
      'make it a request',
      'this is a request',
      'not a fault',
      'not an incident',
    ],
    'zh-CN': [
      '转为请求',
      '转为服务请求',
      '改为请求',
      '改为服务请求',
      '按服务请求处理',
      '这是服务请求',
      '是服务请求',
    ],
  },
  about: 'ticket',
  takes: 'text',
  may: either,
  help: (t) => t.flows.help.as_request,
  begin: onTicket((context) => changedWork(context, 'service_request')),
})
