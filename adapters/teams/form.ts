import type { Form, Problem, Values } from '../../src/chat/form.ts'
import type { Language } from '../../src/domain/people/sides.ts'
import { texts } from '../../src/text/texts.ts'
import { oneLine } from '../shared/card-title.ts'
import { sentenceOf } from '../shared/card-words.ts'
import { plainClip } from '../shared/plain-clip.ts'
import { plainText } from '../shared/plain-text.ts'
import { field } from './form/field.ts'
import { type FormFrame, formActions } from './form/form-actions.ts'
import { told } from './form/told.ts'
import { limits } from './limits.ts'
import type { AdaptiveCard, Element } from './render/adaptive-card.ts'
import { sizeOf } from './render/adaptive-card.ts'
import { framed } from './render/framed.ts'
import { headline } from './render/title.ts'
import { said } from './render/words.ts'

/** How a form is drawn. */
export type FormLook = {
  readonly language: Language
  readonly frame: FormFrame
  /** What was typed before, which it begins with again. */
  readonly values?: Values
  readonly problems?: readonly Problem[]
  /** Why what was sent was refused. */
  readonly notice?: string
  readonly thread?: string
  /** Which drawing of a form this is; the same one as long as it is corrected. */
  readonly once?: string
  readonly windows?: boolean
}

const isAbout = (name: string, { field: one }: Problem): boolean =>
  [name, `${name}.date`, `${name}.time`].includes(one)

/** How much of what may be long is shown: as much as the card has room for. */
type Room = { readonly choices: number; readonly intro: number }

const rooms: readonly Room[] = [
  ...[1_000, 500, 250, 100, 50, 20].map((choices) => ({ choices, intro: limits.intro })),
  { choices: 20, intro: 1_000 },
]
const leastRoom: Room = { choices: 5, intro: 250 }

/** A form in the language of who fills it in. What is wrong stands at its field, and above them where no field is about it. */
export const formCard = (form: Form, look: FormLook): AdaptiveCard => {
  const { language, frame, values, problems = [], notice } = look
  const t = texts(language)
  const lost = problems.filter((one) => !form.fields.some(({ name }) => isAbout(name, one)))
  // A dialog has the title in its own frame.
  const heading = frame === 'dialog' ? [] : headline(plainClip(oneLine(form.title).trim(), limits.heading))
  const above = (intro: number): readonly Element[] => [
    ...heading,
    ...(notice === undefined ? [] : [told(notice, 'warning')]),
    ...(lost.length === 0 ? [] : [told(lost.map(({ message }) => message).join('\n'), 'attention')]),
    ...(form.intro === undefined ? [] : said(plainClip(plainText(form.intro), intro))),
  ]
  const asked = (choices: number): readonly Element[] =>
    form.fields.flatMap((one) => {
      const value = values === undefined ? one.initial : values[one.name]
      const wrong = problems.filter((problem) => isAbout(one.name, problem)).map(({ message }) => message)
      return field(one, { ...(value === undefined ? {} : { value }), problems: wrong, choices, t })
    })
  const spoken = t.common.sentences([notice ?? '', ...problems.map(({ message }) => message)])
  const summary = { summary: spoken, title: oneLine(form.title) }
  const around = {
    language,
    words: sentenceOf(summary, { part: 0, parts: 1, max: limits.summary }),
    isWide: false,
  }
  const card = ({ choices, intro }: Room): AdaptiveCard =>
    framed([...above(intro), ...asked(choices)], formActions(form, look, t), around)
  return card(rooms.find((room) => sizeOf(card(room)) <= limits.card) ?? leastRoom)
}
