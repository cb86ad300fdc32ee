import { type Fields, fieldsOf, listOf, textOf } from '../../fake/fields.ts'

/** Where an element's value is kept in `state.values`, and which initial value it starts from. */
const keeping: { readonly [type: string]: readonly [string, string] } = {
  plain_text_input: ['value', 'initial_value'],
  email_text_input: ['value', 'initial_value'],
  url_text_input: ['value', 'initial_value'],
  number_input: ['value', 'initial_value'],
  rich_text_input: ['rich_text_value', 'initial_value'],
  static_select: ['selected_option', 'initial_option'],
  external_select: ['selected_option', 'initial_option'],
  radio_buttons: ['selected_option', 'initial_option'],
  users_select: ['selected_user', 'initial_user'],
  conversations_select: ['selected_conversation', 'initial_conversation'],
  channels_select: ['selected_channel', 'initial_channel'],
  multi_static_select: ['selected_options', 'initial_options'],
  multi_external_select: ['selected_options', 'initial_options'],
  checkboxes: ['selected_options', 'initial_options'],
  multi_users_select: ['selected_users', 'initial_users'],
  multi_conversations_select: ['selected_conversations', 'initial_conversations'],
  multi_channels_select: ['selected_channels', 'initial_channels'],
  datepicker: ['selected_date', 'initial_date'],
  timepicker: ['selected_time', 'initial_time'],
  datetimepicker: ['selected_date_time', 'initial_date_time'],
  file_input: ['files', ''],
}

/** An element that holds a value, with the block it is in. */
export type Holder = { readonly block: Fields; readonly element: Fields; readonly key: string }

/** Everything in these blocks that a person can fill in or choose. */
export const holdersIn = (blocks: readonly Fields[]): readonly Holder[] =>
  blocks.flatMap((block) =>
    [block.element, block.accessory, ...listOf(block.elements)]
      .map(fieldsOf)
      .filter(({ type }) => Object.hasOwn(keeping, textOf(type)))
      .map((element) => ({ block, element, key: `${textOf(block.block_id)}/${textOf(element.action_id)}` })),
  )

const optionsOf = (element: Fields): readonly Fields[] =>
  [
    ...listOf(element.options),
    ...listOf(element.option_groups).flatMap((group) => listOf(fieldsOf(group).options)),
  ].map(fieldsOf)

const optionFor = (element: Fields, chosen: unknown): Fields => {
  const found = optionsOf(element).find(
    ({ value, text }) => value === chosen || fieldsOf(text).text === chosen,
  )
  if (found === undefined && textOf(element.type).includes('external'))
    return { text: { type: 'plain_text', text: String(chosen), emoji: true }, value: String(chosen) }
  if (found === undefined) throw new Error(`${String(chosen)} is not offered by ${textOf(element.action_id)}`)
  return found
}

/** What the element keeps when a person gives this: options may be named by their value or their words. */
export const keptFor = (element: Fields, given: unknown): unknown => {
  const [name = ''] = keeping[textOf(element.type)] ?? []
  if (name === 'selected_option') return given === null ? null : optionFor(element, given)
  if (name === 'selected_options') return listOf(given).map((one) => optionFor(element, one))
  return given === '' ? null : given
}

const initial = (element: Fields): unknown => {
  const [name = '', start = ''] = keeping[textOf(element.type)] ?? []
  const many = name.endsWith('s') && name !== 'rich_text_values'
  return element[start] ?? (many ? [] : null)
}

/** The value an element has now: what was filled in, else what it started with. */
export const currentValue = ({ element, key }: Holder, filled: ReadonlyMap<string, unknown>): unknown =>
  filled.has(key) ? filled.get(key) : initial(element)

/** `state` of these blocks, with untouched elements as they were shown. */
export const viewState = (blocks: readonly Fields[], filled: ReadonlyMap<string, unknown>): Fields => {
  const values: { [block: string]: { [action: string]: Fields } } = {}
  for (const holder of holdersIn(blocks)) {
    const { block, element } = holder
    const [name = 'value'] = keeping[textOf(element.type)] ?? []
    const id = textOf(block.block_id)
    const zone =
      element.type === 'timepicker' && element.timezone !== undefined ? { timezone: element.timezone } : {}
    values[id] = {
      ...values[id],
      [textOf(element.action_id)]: { type: element.type, [name]: currentValue(holder, filled), ...zone },
    }
  }
  return { values }
}
