import { defineFlow } from '../../src/chat/flow.ts'
import { readSearch } from '../../src/domain/list/read-list.ts'
import { asksToFind } from '../shared/asks-for-list.ts'
import { listed } from '../shared/listed.ts'
import { either } from '../shared/who.ts'
import { tickets } from './tickets.ts'

/** Tickets whose number, title or report holds these words: `find printer`, `查 打印机`. */
export const find = defineFlow({
  name: 'find',
  opensWith: {
    en: ['find', 'search', 'search for', 'look for', 'find tickets', 'search tickets'],
    'zh-CN': ['查', '搜', '搜索', '查找', '查工单', '找工单'],
  },
  about: 'nothing',
  takes: asksToFind,
  may: either,
  help: (t) => t.flows.help.find,
  begin: (context) => {
    const query = readSearch(context.words)
    return query.text === undefined ? tickets.begin(context) : listed(context, query)
  },
})
