import type { Choice, Field } from '../../../src/chat/form.ts'
import type { Texts } from '../../../src/text/texts.ts'
import { fieldStart } from '../../shared/field-start.ts'
import { momentParts } from '../../shared/form-values.ts'
import { withToneSign } from '../../shared/lead-with-tone.ts'
import { plainClip } from '../../shared/plain-clip.ts'
import { isBlank, plainText } from '../../shared/plain-text.ts'
import { limits } from '../limits.ts'
import type { Element } from '../render/adaptive-card.ts'
import { facts } from '../render/facts.ts'
import { literal } from '../render/literal.ts'
import { noted, said } from '../render/words.ts'
import { choiceInput } from './choice-input.ts'

/** How a field is asked: what it begins with, what is wrong with it, and how many choices there is room for. */
export type Asked = {
  readonly value?: string
  readonly problems: readonly string[]
  readonly choices: number
  readonly t: Texts
}

/**
 * What an input is called: what is wrong with it, then its name. A client marks the end of it when the field is required, and
 * a screen reader says all of it when it comes there.
 */
const labelOf = (label: string, problems: readonly string[]): string =>
  [
    ...problems.map((one) => withToneSign(literal(one, limits.problem), 'warning')),
    literal(label, limits.label),
  ].join('\n')

const input = (
  { label, optional }: Pick<Field, 'label' | 'optional'>,
  name: string,
  { problems, t }: Asked,
  element: Element,
): Element => ({
  ...element,
  id: name,
  label: labelOf(label, problems),
  ...(optional === true ? {} : { isRequired: true, errorMessage: t.teams.required }),
})

const hinted = (hints: readonly (string | undefined)[]): readonly Element[] => {
  const words = hints.filter((one) => one !== undefined && !isBlank(plainText(one))).join('\n')
  return noted(plainClip(plainText(words), limits.hint), { spacing: 'Small' })
}

type Of<Kind extends Field['kind']> = Extract<Field, { readonly kind: Kind }>

const typed = (field: Of<'line' | 'paragraph'>, asked: Asked): readonly Element[] => {
  const { name, kind, hint } = field
  const { frame } = asked.t
  const max = Math.min(field.max, limits.input)
  const { begun, isLonger } = fieldStart(asked.value ?? '', max)
  const element = {
    type: 'Input.Text',
    maxLength: max,
    ...(kind === 'paragraph' ? { isMultiline: true } : {}),
    ...(begun === undefined ? {} : { value: begun }),
  }
  return [input(field, name, asked, element), ...hinted([hint, isLonger ? frame.shortened(max) : undefined])]
}

const chosen = (
  field: Of<'choice' | 'person'>,
  choices: readonly Choice[],
  asked: Asked,
): readonly Element[] => {
  const { name, label, hint } = field
  const { common, frame } = asked.t
  if (choices.length === 0)
    return [...asked.problems.flatMap((one) => said(one)), ...facts([{ label, value: common.nobody }])]
  const { element, left } = choiceInput(choices, {
    most: asked.choices,
    ...(asked.value === undefined ? {} : { chosen: asked.value }),
  })
  return [input(field, name, asked, element), ...hinted([hint, left === 0 ? undefined : frame.more(left)])]
}

/** A date and below it a time, both in the zone of the field, which is said after them: beside each other a phone cuts them off. */
const moment = (field: Of<'moment'>, asked: Asked): readonly Element[] => {
  const { name, label, hint, optional, zone } = field
  const { common, frame } = asked.t
  const { date, time } = momentParts(asked.value ?? '')
  const part = (which: 'date' | 'time', type: string, value: string | undefined): Element => {
    const called = { label: common.row([label, frame[which]]), ...(optional === true ? { optional } : {}) }
    const about = which === 'date' ? asked : { ...asked, problems: [] }
    return input(called, `${name}.${which}`, about, { type, ...(value === undefined ? {} : { value }) })
  }
  return [
    part('date', 'Input.Date', date),
    { ...part('time', 'Input.Time', time), spacing: 'Small' },
    ...hinted([hint, frame.zone(zone)]),
  ]
}

const asks = (field: Field, asked: Asked): readonly Element[] => {
  switch (field.kind) {
    case 'line':
    case 'paragraph':
      return typed(field, asked)
    case 'choice':
      return chosen(field, field.choices, asked)
    case 'person':
      return chosen(field, field.people, asked)
    case 'moment':
      return moment(field, asked)
  }
}

/** One field of a form; in a box of its own when something is wrong with it. */
export const field = (one: Field, asked: Asked): readonly Element[] => {
  const [first, ...rest] = asks(one, asked)
  if (first === undefined) return []
  const items = [{ ...first, spacing: 'Medium' }, ...rest]
  return asked.problems.length === 0 ? items : [{ type: 'Container', style: 'attention', items }]
}
