import { defineFlow } from '../src/chat/flow.ts'
import { levelsCard } from '../src/view/levels-card.ts'
import { aboutAgreement } from './shared/about-agreement.ts'
import { either } from './shared/who.ts'

/** The response levels, promised times and escalation as both parties agreed them (RS.3). */
export const levels = defineFlow({
  name: 'levels',
  opensWith: { en: ['levels', 'show levels', 'priorities'], 'zh-CN': ['级别', '响应级别', '服务级别'] },
  about: 'nothing',
  may: either,
  help: (t) => t.flows.help.levels,
  begin: aboutAgreement('levels', levelsCard),
})
