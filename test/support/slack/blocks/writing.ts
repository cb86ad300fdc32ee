import { fieldsOf } from '../../fake/fields.ts'
import { element, focus, placeholder } from './elements.ts'
import { all, among, type Check, flag, integer, list, object, problem, string } from './shape.ts'

const dispatch = {
  dispatch_action_config: object(
    {},
    { trigger_actions_on: list(among('on_enter_pressed', 'on_character_entered'), 1, 2) },
  ),
}
const line = { ...placeholder, ...focus, ...dispatch }

/** Lengths a text field asks for must themselves make sense. */
const lengths: Check = (value, at) => {
  const { min_length, max_length } = fieldsOf(value)
  return typeof min_length === 'number' && typeof max_length === 'number' && min_length > max_length
    ? problem('min_length must not exceed max_length', at)
    : []
}

/** Fields to write into. */
export const writing: { readonly [type: string]: Check } = {
  plain_text_input: all(
    element(
      'plain_text_input',
      {},
      {
        ...line,
        initial_value: string(3000, 0),
        multiline: flag,
        min_length: integer(0, 3000),
        max_length: integer(1, 3000),
      },
    ),
    lengths,
  ),
  email_text_input: element('email_text_input', {}, { ...line, initial_value: string(3000, 0) }),
  url_text_input: element('url_text_input', {}, { ...line, initial_value: string(3000, 0) }),
  number_input: element(
    'number_input',
    { is_decimal_allowed: flag },
    { ...line, initial_value: string(3000, 0), min_value: string(300), max_value: string(300) },
  ),
  rich_text_input: element('rich_text_input', {}, { ...line, initial_value: () => [] }),
  file_input: element('file_input', {}, { filetypes: list(string(30), 1, 100), max_files: integer(1, 10) }),
}
