import { defineFlow } from '../../src/chat/flow.ts'
import { texts } from '../../src/text/texts.ts'
import { linkRefusal } from '../../src/view/link-refusal.ts'
import { administrator } from '../shared/who.ts'

/** An administrator takes back which channel is whose, or the question about it; at once, and nothing more is shown there. */
export const unlink = defineFlow({
  name: 'unlink',
  opensWith: { en: ['unlink'], 'zh-CN': ['取消关联', '解除关联', '解绑'] },
  about: 'nothing',
  where: 'anywhere',
  may: administrator,
  begin: (context) => {
    const { place, language, ofOthers } = context
    const t = texts(language).link
    if (place.direct) return { kind: 'refuse', saying: t.onlyInChannel }
    if (ofOthers !== undefined)
      return { kind: 'refuse', saying: linkRefusal({ code: 'link_of_others' }, context) }
    const { platform, team, conversation } = place
    return {
      kind: 'order',
      orders: [
        { item: 'directory', wish: { do: 'directory.unlink', place: { platform, team, conversation } } },
      ],
      saying: t.unlinked,
    }
  },
})
