import { defineFlow } from '../src/chat/flow.ts'
import { dutyCard } from '../src/view/duty-card.ts'
import { either } from './shared/who.ts'

/** Who is on duty at the service desk now, tier by tier. */
export const duty = defineFlow({
  name: 'duty',
  opensWith: {
    en: ['duty', 'on duty', 'who is on duty', "who's on duty", 'on call', 'who is on call'],
    'zh-CN': ['值班', '谁值班', '谁在值班', '今天谁值班', '值班表'],
  },
  about: 'nothing',
  may: either,
  help: (t) => t.flows.help.duty,
  begin: (context) => {
    const { person, directory } = context
    const supplier = person.side === 'supplier' ? person.org : directory.customers[person.org]?.supplier
    return { kind: 'show', card: dutyCard(directory, supplier ?? '', context) }
  },
})
