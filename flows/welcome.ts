import { defineFlow } from '../src/chat/flow.ts'
import { texts } from '../src/text/texts.ts'
import { isCourtesy } from './shared/courtesy.ts'
import { guide } from './shared/guide.ts'
import { either } from './shared/who.ts'

/**
 * The guidance of an empty conversation, and of words of a supplier's person that open nothing: it says so, changes
 * nothing and names the next step.
 */
export const welcome = defineFlow({
  name: 'welcome',
  opensWith: { en: ['start'], 'zh-CN': ['开始'] },
  about: 'nothing',
  may: either,
  begin: (context) => {
    const words = texts(context.language).flows.welcome
    const opening = isCourtesy(context.words) ? words[context.person.side] : words.unknown
    return { kind: 'show', card: guide(context, opening) }
  },
})
