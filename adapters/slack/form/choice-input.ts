import type { OptionGroup, PlainTextOption, RadioButtons, StaticSelect } from '@slack/types'
import type { Choice } from '../../../src/chat/form.ts'
import { plainClip } from '../../shared/plain-clip.ts'
import { isBlank, lengthOf, plainText } from '../../shared/plain-text.ts'
import { limits } from '../limits.ts'
import { plain } from '../plain.ts'

const option = ({ id, label, hint }: Choice): PlainTextOption => ({
  text: plain(label, limits.option),
  value: id,
  ...(hint === undefined || isBlank(plainText(hint)) ? {} : { description: plain(hint, limits.option) }),
})

type Group = OptionGroup & { options: PlainTextOption[] }

/** So much of a name tells where a group begins or ends. */
const end = 36

/** More than a menu holds, in groups named by their first and last. */
const groups = (options: readonly PlainTextOption[]): Group[] =>
  Array.from({ length: Math.ceil(options.length / limits.options) }, (_, place) => {
    const members = options.slice(place * limits.options, (place + 1) * limits.options)
    const ends = [members[0], members.at(-1)].map((one) => plainClip(one?.text.text ?? '', end))
    return { label: plain(ends.join(' – '), limits.option), options: members }
  }).slice(0, limits.options)

/** A choice: a few are all seen at once, more are a menu. */
export const choiceInput = (
  action: string,
  choices: readonly Choice[],
  initial?: string,
): RadioButtons | StaticSelect => {
  const options = choices.map(option)
  const chosen = options.find(({ value }) => value === initial)
  const frame = { action_id: action, ...(chosen === undefined ? {} : { initial_option: chosen }) }
  if (options.length <= limits.radio) return { type: 'radio_buttons', ...frame, options }
  return options.length <= limits.options
    ? { type: 'static_select', ...frame, options }
    : { type: 'static_select', ...frame, option_groups: groups(options) }
}

/** The choices whose words do not fit their option, in full. */
export const choicesInFull = (choices: readonly Choice[]): string =>
  choices
    .filter(({ label, hint = '' }) => lengthOf(label) > limits.option || lengthOf(hint) > limits.option)
    .map(({ label, hint }) => (hint === undefined ? label : `${label}: ${hint}`))
    .join('\n')
