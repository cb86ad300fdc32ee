import type { InputBlock, InputBlockElement, KnownBlock } from '@slack/types'
import type { Choice, Field } from '../../../src/chat/form.ts'
import type { Texts } from '../../../src/text/texts.ts'
import { fieldStart } from '../../shared/field-start.ts'
import { momentParts } from '../../shared/form-values.ts'
import { isBlank, plainText } from '../../shared/plain-text.ts'
import { limits } from '../limits.ts'
import { plain } from '../plain.ts'
import { facts } from '../render/facts.ts'
import { choiceInput, choicesInFull } from './choice-input.ts'

type Asked = { readonly block: string; readonly label: string; readonly hints: readonly string[] }

const input = (
  { optional, hint }: Field,
  { block, label, hints }: Asked,
  element: InputBlockElement,
): InputBlock => {
  const said = [hint ?? '', ...hints].filter((one) => !isBlank(plainText(one))).join('\n')
  return {
    type: 'input',
    block_id: block,
    label: plain(label, limits.label),
    element,
    optional: optional === true,
    ...(said === '' ? {} : { hint: plain(said, limits.label) }),
  }
}

type Of<Kind extends Field['kind']> = Extract<Field, { readonly kind: Kind }>

const typed = (field: Of<'line' | 'paragraph'>, { frame }: Texts): InputBlock => {
  const { name, label, kind, initial = '' } = field
  const max = Math.min(field.max, limits.input)
  const { begun, isLonger } = fieldStart(initial, max)
  return input(
    field,
    { block: name, label, hints: isLonger ? [frame.shortened(max)] : [] },
    {
      type: 'plain_text_input',
      action_id: name,
      multiline: kind === 'paragraph',
      max_length: max,
      ...(begun === undefined ? {} : { initial_value: begun }),
    },
  )
}

const chosen = (
  field: Of<'choice' | 'person'>,
  choices: readonly Choice[],
  { common }: Texts,
): KnownBlock[] => {
  const { name, label, initial } = field
  // Slack refuses a menu without options.
  if (choices.length === 0) return [...facts([{ label, value: common.nobody }])]
  const asked = { block: name, label, hints: [choicesInFull(choices)] }
  return [input(field, asked, choiceInput(name, choices, initial))]
}

/** A date and a time, both in the zone of the field: Slack's own picker of moments would use the one of the person's profile. */
const moment = (field: Of<'moment'>, { frame, common }: Texts): InputBlock[] => {
  const { name, label, initial = '', zone } = field
  const { date, time } = momentParts(initial)
  const asked = (part: 'date' | 'time', hints: readonly string[]): Asked => ({
    block: `${name}.${part}`,
    label: common.row([label, frame[part]]),
    hints,
  })
  return [
    input({ ...field }, asked('date', []), {
      type: 'datepicker',
      action_id: name,
      ...(date === undefined ? {} : { initial_date: date }),
    }),
    input(field, asked('time', [frame.zone(zone)]), {
      type: 'timepicker',
      action_id: name,
      timezone: zone,
      ...(time === undefined ? {} : { initial_time: time }),
    }),
  ]
}

/** One field of a form as the blocks that ask it; each block is called as the field. */
export const field = (one: Field, t: Texts): readonly KnownBlock[] => {
  switch (one.kind) {
    case 'line':
    case 'paragraph':
      return [typed(one, t)]
    case 'choice':
      return chosen(one, one.choices, t)
    case 'person':
      return chosen(one, one.people, t)
    case 'moment':
      return moment(one, t)
  }
}
