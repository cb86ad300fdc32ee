import { card } from '../src/chat/card.ts'
import { type Context, defineFlow, type Flow, type Step } from '../src/chat/flow.ts'
import type { Language } from '../src/domain/people/sides.ts'
import { plain } from '../src/domain/words/plain.ts'
import { texts } from '../src/text/texts.ts'
import { either } from './shared/who.ts'

/** What people call the two languages. */
const words: { readonly [word: string]: Language } = {
  en: 'en',
  english: 'en',
  英文: 'en',
  英语: 'en',
  zh: 'zh-CN',
  'zh-cn': 'zh-CN',
  chinese: 'zh-CN',
  中文: 'zh-CN',
  汉语: 'zh-CN',
  普通话: 'zh-CN',
  国语: 'zh-CN',
  简体: 'zh-CN',
  简体中文: 'zh-CN',
  繁体: 'zh-CN',
  繁体中文: 'zh-CN',
  mandarin: 'zh-CN',
}

const speaks = ({ person }: Context, language: Language): Step => ({
  kind: 'order',
  orders: [{ item: 'directory', wish: { do: 'directory.prefer_language', person: person.id, language } }],
  saying: texts(language).flows.preferLanguage.done,
})

/** A language's name as it is compared, without the sign that ends it. */
const wordOf = (said: string): string => plain(said).text.replace(/[.!?。~]$/, '')

const wanted = ({ choice, words: said }: Context): Language | undefined => {
  const word = choice?.toLowerCase() ?? wordOf(said)
  return Object.hasOwn(words, word) ? words[word] : undefined
}

const chooses = ({ language }: Context): Step => {
  const { preferLanguage: t } = texts(language).flows
  const button = (label: string, choice: Language) =>
    ({ label, style: 'normal', press: { flow: 'prefer_language', choice } }) as const
  return {
    kind: 'show',
    card: card({
      summary: t.ask,
      blocks: [{ type: 'text', text: t.ask }],
      buttons: [button(t.english, 'en'), button(t.chinese, 'zh-CN')],
    }),
  }
}

/** The language the bot speaks with a person in private; rooms keep their own. */
export const preferLanguage = defineFlow({
  name: 'prefer_language',
  opensWith: { en: ['language', 'speak'], 'zh-CN': ['语言', '切换语言', '说'] },
  about: 'nothing',
  takes: (said) => (Object.hasOwn(words, wordOf(said)) ? wordOf(said) : undefined),
  may: either,
  help: (t) => t.flows.help.prefer_language,
  begin: (context) => {
    const to = wanted(context)
    return to === undefined ? chooses(context) : speaks(context, to)
  },
})

const byName = (name: string, to: Language, opensWith: Flow['opensWith']): Flow =>
  defineFlow({ name, opensWith, about: 'nothing', may: either, begin: (context) => speaks(context, to) })

/** A language said by its name alone is asked for: it is nothing that could be wrong. */
export const english = byName('english', 'en', { en: ['english'], 'zh-CN': ['英文', '英语'] })
export const chinese = byName('chinese', 'zh-CN', { en: ['chinese'], 'zh-CN': ['中文', '汉语'] })
