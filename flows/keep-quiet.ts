import { card } from '../src/chat/card.ts'
import { type Context, defineFlow, type Step } from '../src/chat/flow.ts'
import { quietOf, readQuiet } from '../src/domain/people/quiet.ts'
import { plain } from '../src/domain/words/plain.ts'
import { texts } from '../src/text/texts.ts'
import { either } from './shared/who.ts'

const off: readonly string[] = ['off', 'none', '关闭', '关', '取消']

/** What is wanted: hours, none any more, or undefined where it is neither. */
const wanted = (words: string): string | null | undefined => {
  const said = plain(words)
    .text.trim()
    .replace(/[.!?。]$/, '')
  return off.includes(said) ? null : readQuiet(said)
}

const ends = (hours: string): readonly [from: string, to: string] => {
  const [from = '', to = ''] = hours.split('-')
  return [from, to]
}

const keeps = ({ person, language }: Context, quiet: string | null): Step => {
  const { keepQuiet: t } = texts(language).flows
  return {
    kind: 'order',
    orders: [{ item: 'directory', wish: { do: 'directory.keep_quiet', person: person.id, quiet } }],
    saying: quiet === null ? t.off : t.done(...ends(quiet)),
  }
}

/** The hours in which a person hears of nothing that can wait. */
export const keepQuiet = defineFlow({
  name: 'keep_quiet',
  opensWith: { en: ['quiet', 'quiet hours'], 'zh-CN': ['免打扰', '勿扰', '静默'] },
  about: 'nothing',
  takes: (said) => (wanted(said) === undefined ? undefined : said),
  may: either,
  help: (t) => t.flows.help.keep_quiet,
  begin: (context) => {
    const { directory, person, language } = context
    const quiet = wanted(context.words)
    if (quiet !== undefined) return keeps(context, quiet)
    const { keepQuiet: t } = texts(language).flows
    const now = quietOf(directory, person)
    const text = now === undefined ? t.none : t.now(...ends(now))
    return { kind: 'show', card: card({ blocks: [{ type: 'text', text }], summary: text }) }
  },
})

/** Said the other way round: `关闭免打扰`. */
export const endQuiet = defineFlow({
  name: 'end_quiet',
  opensWith: {
    en: ['end quiet', 'stop quiet'],
    'zh-CN': ['关闭免打扰', '取消免打扰', '关闭勿扰', '取消勿扰'],
  },
  about: 'nothing',
  may: either,
  begin: (context) => keeps(context, null),
})
