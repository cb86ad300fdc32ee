import { defineFlow } from '../../src/chat/flow.ts'
import { staff } from '../shared/who.ts'
import { ask } from './ask.ts'

/** The report cannot be worked on yet: more information is asked for (RS.5a). */
export const more = defineFlow({
  name: 'more',
  opensWith: {
    en: ['more', 'more information', 'more info', 'need more information'],
    'zh-CN': ['补充信息', '需要更多信息', '请补充信息'],
  },
  about: 'ticket',
  takes: 'text',
  may: staff,
  begin: (context) => ask.begin({ ...context, choice: 'information' }),
})
