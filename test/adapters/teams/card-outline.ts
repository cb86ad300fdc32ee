import { readCarried } from '../../../adapters/teams/form/carried.ts'
import type { AdaptiveCard, TeamsMessage } from '../../../adapters/teams/render/adaptive-card.ts'
import { type Fields, fieldsOf, listOf, textOf } from '../../support/fake/fields.ts'

const marks = (look: Fields): string =>
  [
    look.size === 'Small' && look.isSubtle === true ? 'small' : '',
    look.size === 'Large' ? 'large' : '',
    textOf(look.color),
  ]
    .filter((one) => one !== '')
    .map((one) => ` ‹${one.toLowerCase()}›`)
    .join('')

const run = (value: unknown): string => {
  const { text, weight, selectAction, ...look } = fieldsOf(value)
  const shown = weight === 'Bolder' ? `**${textOf(text)}**` : textOf(text)
  const { url } = fieldsOf(selectAction)
  return `${url === undefined ? shown : `[${shown}](${textOf(url)})`}${marks(look)}`
}

/** What a button carries, in one line. */
const sent = (data: unknown): string => {
  const { press, form, back, frame, thread } = readCarried(data) ?? {}
  const { flow, item, choice } = press ?? form ?? {}
  const kind = fieldsOf(fieldsOf(data).msteams).type
  return [
    kind,
    form && 'submit',
    back && 'back',
    flow,
    item,
    choice,
    frame && `(${frame})`,
    thread && `thread ${thread}`,
  ]
    .filter((one) => one !== undefined)
    .join(' ')
}

const action = (value: unknown): string => {
  const { type, title, style, mode, tooltip, associatedInputs, data } = fieldsOf(value)
  return [
    `[${textOf(title)}]`,
    ...[style, mode].filter((one) => one !== undefined),
    ...(tooltip === undefined ? [] : [`“${textOf(tooltip)}”`]),
    ...(associatedInputs === 'none' ? ['unchecked'] : []),
    ...(type === 'Action.Execute' ? [] : [`‹${textOf(type).slice(7).toLowerCase()}›`]),
    `→ ${sent(data)}`,
  ].join(' ')
}

const input = (element: Fields): readonly string[] => {
  const { type, id, label, isRequired, value, choices, maxLength, isMultiline, style } = element
  const about = [
    textOf(type).slice(6).toLowerCase(),
    ...(style === undefined ? [] : [style]),
    ...(isMultiline === true ? ['multiline'] : []),
    ...(maxLength === undefined ? [] : [`≤${maxLength}`]),
  ]
  return [
    ...`${textOf(label)}${isRequired === true ? ' *' : ''}`.split('\n'),
    `<${about.join(' ')} ${textOf(id)}>${value === undefined ? '' : ` = ${textOf(value)}`}`,
    ...listOf(choices).map((one) => `( ) ${textOf(fieldsOf(one).title)}`),
  ]
}

/** One element as lines, the first of them naming its type. */
const lines = (element: Fields): readonly string[] => {
  const { type, inlines, items, columns, text, style, actions } = element
  switch (type) {
    case 'TextBlock':
      return [`${'heading'.padEnd(10)}${textOf(text)}${marks(element)}`]
    case 'RichTextBlock':
      return indented('text', listOf(inlines).map(run).join('').split('\n'))
    case 'Container':
      return indented(
        textOf(style),
        listOf(items).flatMap((one) => lines(fieldsOf(one))),
      )
    case 'ColumnSet': {
      const [left = [], right = []] = listOf(columns).map((one) =>
        listOf(fieldsOf(one).items).flatMap((inner) => lines(fieldsOf(inner)).map((line) => line.slice(10))),
      )
      return indented(
        'columns',
        left.length === 1 && right.length === 1 ? [`${left[0]}  ⇥  ${right[0]}`] : [...left, ...right],
      )
    }
    case 'ActionSet':
      return indented('acts', listOf(actions).map(action))
    default:
      return indented('input', input(element))
  }
}

const indented = (name: string, all: readonly string[]): readonly string[] =>
  all.map((line, place) => `${(place === 0 ? name : '').padEnd(10)}${line}`)

/** A card as one reads it, each element with its type in the margin. */
export const outlineCard = ({ body, actions = [], speak, msteams }: AdaptiveCard): string =>
  [
    ...body.flatMap((one) => (one.separator === true ? ['----', ...lines(one)] : lines(one))),
    ...indented('actions', actions.map(action)),
    `${'speak'.padEnd(10)}${textOf(speak)}${msteams === undefined ? '' : '  ‹full width›'}`,
  ].join('\n')

/** Messages of one card as one reads them, with what a notification says. */
export const outlineMessages = (messages: readonly TeamsMessage[]): string =>
  messages
    .map(({ summary, card }) => `${outlineCard(card)}\n${'summary'.padEnd(10)}${summary}`)
    .join('\n~~~\n')
