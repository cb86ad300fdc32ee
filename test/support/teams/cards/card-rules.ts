import { readCarried } from '../../../../adapters/teams/form/carried.ts'
import { type Fields, fieldsOf, listOf, textOf } from '../../fake/fields.ts'
import { partsOf } from './parts-of.ts'

/** More than these are not shown beside each other. */
const primaryMost = 6
const macro = /\{\{(?:DATE|TIME)\(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/i
/** What some client takes for formatting, a link, a mention or a list where it looks for them. */
const markdown = /[*_~`<>\\[\]|]|&#?\w+;|\{\{|:\/\/|\bwww\.|\S@\S|^\s*(?:[#=]|[-+]\s|\d+[.)]\s)/i

const isInput = ({ type }: Fields): boolean => textOf(type).startsWith('Input.')

/** Where a client looks for Markdown: text blocks, choices that are all seen, what is said of a field left empty. */
const readAsMarkdown = (part: Fields): readonly string[] => [
  ...(part.type === 'TextBlock' ? [textOf(part.text)] : []),
  ...(part.style === 'expanded' ? listOf(part.choices).map((one) => textOf(fieldsOf(one).title)) : []),
  textOf(part.errorMessage),
]

const repeated = (names: readonly string[]): readonly string[] =>
  names.filter((name, place) => names.indexOf(name) !== place)

const ofInput = (part: Fields): readonly string[] => {
  const { id, type, style, choices, value, isRequired, errorMessage } = part
  const at = `${textOf(type)} ${textOf(id)}`
  const values = listOf(choices).map((one) => textOf(fieldsOf(one).value))
  const titles = listOf(choices).map((one) => textOf(fieldsOf(one).title))
  return [
    ...(isRequired === true && textOf(errorMessage) === '' ? [`${at}: required, and does not say so`] : []),
    ...repeated(values).map((one) => `${at}: two choices are ${one}`),
    ...(style === 'filtered' ? repeated(titles).map((one) => `${at}: two are called ${one}`) : []),
    ...(type === 'Input.ChoiceSet' && value !== undefined && !values.includes(textOf(value))
      ? [`${at}: begins with no choice of its own`]
      : []),
  ]
}

const ofAction = (part: Fields): readonly string[] => {
  const { type, title, data, fallback } = part
  const at = `${textOf(type)} ${textOf(title)}`
  const carried = type === 'Action.Execute' || type === 'Action.Submit' ? readCarried(data) : {}
  const other = fieldsOf(fallback)
  return [
    ...(carried === undefined ? [`${at}: carries nothing that is ours`] : []),
    ...(type === 'Action.Execute' && part.verb !== 'accord' ? [`${at}: the verb is not ours`] : []),
    ...(type === 'Action.Execute' && JSON.stringify(other.data) !== JSON.stringify(data)
      ? [`${at}: its fallback carries something else`]
      : []),
    ...(type === 'Action.Execute' && other.title !== title
      ? [`${at}: its fallback is called otherwise`]
      : []),
  ]
}

/** What is shown as it stands, but for dates. */
const shown = ({ text, label, title, speak, fallbackText, choices }: Fields): readonly string[] =>
  [text, label, title, speak, fallbackText, ...listOf(choices).map((one) => fieldsOf(one).title)].map(textOf)

/** Rules of ours and of Teams that no schema says. */
export const ruleProblems = (card: unknown): readonly string[] => {
  const parts = partsOf(card)
  const { actions, body } = fieldsOf(card)
  const ids = parts.map(({ id }) => id)
  const toggled = parts.flatMap(({ targetElements }) => listOf(targetElements))
  const inputs = parts.filter(isInput)
  const primary = listOf(actions).filter((one) => fieldsOf(one).mode !== 'secondary')
  return [
    ...repeated(inputs.map(({ id }) => textOf(id))).map((id) => `two inputs are called ${id}`),
    ...inputs.flatMap(ofInput),
    ...toggled.filter((id) => !ids.includes(id)).map((id) => `opens what is not there: ${textOf(id)}`),
    ...repeated(toggled.map(textOf)).map((id) => `two things open ${id}`),
    ...parts.filter(({ type }) => textOf(type).startsWith('Action.')).flatMap(ofAction),
    ...(primary.length > primaryMost ? [`${primary.length} actions beside each other`] : []),
    ...(inputs.length > 0 && primary.length === 0 ? ['inputs, and nothing that sends them'] : []),
    ...partsOf(body)
      .flatMap(readAsMarkdown)
      .filter((text) => markdown.test(text))
      .map((text) => `may be read as Markdown: ${text}`),
    ...parts
      .flatMap(shown)
      .filter((text) => macro.test(text))
      .map((text) => `would be replaced by a date: ${text}`),
  ]
}
