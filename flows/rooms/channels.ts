import { defineFlow } from '../../src/chat/flow.ts'
import { channelsCard } from '../../src/view/channels-card.ts'
import { aboutAgreement } from '../shared/about-agreement.ts'
import { either } from '../shared/who.ts'

/** All the published ways to report (RS.1). */
export const channels = defineFlow({
  name: 'channels',
  opensWith: { en: ['channels', 'how to report'], 'zh-CN': ['渠道', '受理渠道', '怎么申报'] },
  about: 'nothing',
  may: either,
  help: (t) => t.flows.help.channels,
  begin: aboutAgreement('channels', channelsCard),
})
