import { defineFlow } from '../../src/chat/flow.ts'
import { linkAnswer } from '../shared/link-answer.ts'
import { either } from '../shared/who.ts'

/** The customer's side confirms that a channel is theirs; only then anything is shown in it. */
export const confirmLink = defineFlow({
  name: 'confirm_link',
  opensWith: { en: ['confirm channel'], 'zh-CN': ['确认频道'] },
  about: 'nothing',
  where: 'anywhere',
  may: either,
  begin: linkAnswer('directory.confirm_link', (t, customer) => t.link.confirmed(customer)),
})
