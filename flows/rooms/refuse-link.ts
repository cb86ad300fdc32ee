import { defineFlow } from '../../src/chat/flow.ts'
import { linkAnswer } from '../shared/link-answer.ts'
import { either } from '../shared/who.ts'

/** The customer's side says that a channel is not theirs: it stays unknown, and the administrator who asked is told. */
export const refuseLink = defineFlow({
  name: 'refuse_link',
  opensWith: { en: ['not our channel'], 'zh-CN': ['不是我们的频道'] },
  about: 'nothing',
  where: 'anywhere',
  may: either,
  begin: linkAnswer('directory.refuse_link', (t) => t.link.refused),
})
