import { fieldsOf } from '../../fake/fields.ts'
import {
  boxOption,
  confirmation,
  menu,
  optionGroup,
  overflowOption,
  plain,
  plainOption,
  preselected,
  slackFile,
} from './composition.ts'
import {
  all,
  among,
  type Check,
  flag,
  integer,
  list,
  object,
  pattern,
  problem,
  string,
  webAddress,
} from './shape.ts'

type Kinds = { readonly [type: string]: Check }

const action = { action_id: string(255) }
export const focus = { focus_on_load: flag }
export const placeholder = { placeholder: plain(150) }
const day = pattern(/^\d{4}-\d{2}-\d{2}$/, 'date')
const hour = pattern(/^\d{2}:\d{2}$/, 'time')

/** An interactive element with its own fields. */
export const element = (type: string, required: Kinds, optional: Kinds = {}): Check =>
  object({ type: among(type), ...required }, { ...action, ...optional })

const choices = { options: list(plainOption, 1, 100), option_groups: list(optionGroup, 1, 100) }
const common = { ...placeholder, ...focus, confirm: confirmation }
const many = { ...common, max_selected_items: integer(1, 100) }
const filter = object(
  {},
  {
    include: list(among('im', 'mpim', 'private', 'public'), 1, 4),
    exclude_external_shared_channels: flag,
    exclude_bot_users: flag,
  },
)
const conversations = { default_to_current_conversation: flag, filter }
const respond = { response_url_enabled: flag }
const ids = (prefix: string): Check => list(pattern(new RegExp(`^${prefix}[A-Z0-9]+$`), 'id'), 1, 100)
const id = (prefix: string): Check => pattern(new RegExp(`^${prefix}[A-Z0-9]+$`), 'id')

/** A picture with the words for those who do not see it. */
export const image: Check = (value, at) => {
  const { image_url, slack_file } = fieldsOf(value)
  if ((image_url === undefined) === (slack_file === undefined))
    return problem('must have either image_url or slack_file', at)
  return object(
    { type: among('image'), alt_text: string(2000) },
    { image_url: webAddress(), slack_file: slackFile },
  )(value, at)
}

/** A button. */
export const button: Check = element(
  'button',
  { text: plain(75) },
  {
    value: string(2000),
    url: webAddress(),
    style: among('primary', 'danger'),
    confirm: confirmation,
    accessibility_label: string(75),
  },
)

/** Menus to choose one or several from. */
export const selects: Kinds = {
  static_select: menu(element('static_select', {}, { ...common, ...choices, initial_option: plainOption })),
  external_select: element(
    'external_select',
    {},
    { ...common, initial_option: plainOption, min_query_length: integer(0, 3000) },
  ),
  users_select: element('users_select', {}, { ...common, initial_user: id('[UW]') }),
  conversations_select: element(
    'conversations_select',
    {},
    { ...common, ...conversations, ...respond, initial_conversation: id('[CDGUW]') },
  ),
  channels_select: element('channels_select', {}, { ...common, ...respond, initial_channel: id('C') }),
}

/** Menus to choose several from. */
export const multiSelects: Kinds = {
  multi_static_select: menu(
    element('multi_static_select', {}, { ...many, ...choices, initial_options: list(plainOption, 1, 100) }),
  ),
  multi_external_select: element(
    'multi_external_select',
    {},
    { ...many, initial_options: list(plainOption, 1, 100), min_query_length: integer(0, 3000) },
  ),
  multi_users_select: element('multi_users_select', {}, { ...many, initial_users: ids('[UW]') }),
  multi_conversations_select: element(
    'multi_conversations_select',
    {},
    { ...many, ...conversations, initial_conversations: ids('[CDGUW]') },
  ),
  multi_channels_select: element('multi_channels_select', {}, { ...many, initial_channels: ids('C') }),
}

/** Dates, times, boxes and circles. */
export const pickers: Kinds = {
  datepicker: element('datepicker', {}, { ...common, initial_date: day }),
  timepicker: element('timepicker', {}, { ...common, initial_time: hour, timezone: string(100) }),
  datetimepicker: element(
    'datetimepicker',
    {},
    { ...focus, confirm: confirmation, initial_date_time: integer(1_000_000_000, 9_999_999_999) },
  ),
  checkboxes: all(
    element(
      'checkboxes',
      { options: list(boxOption, 1, 10) },
      { ...focus, confirm: confirmation, initial_options: list(boxOption, 1, 10) },
    ),
    preselected,
  ),
  radio_buttons: all(
    element(
      'radio_buttons',
      { options: list(boxOption, 1, 10) },
      { ...focus, confirm: confirmation, initial_option: boxOption },
    ),
    preselected,
  ),
}

/** What stands beside the others. */
export const others: Kinds = {
  button,
  image,
  overflow: element('overflow', { options: list(overflowOption, 1, 5) }, { confirm: confirmation }),
  workflow_button: element(
    'workflow_button',
    { text: plain(75), workflow: () => [] },
    { style: among('primary', 'danger'), accessibility_label: string(75) },
  ),
  icon_button: element(
    'icon_button',
    { icon: among('trash'), text: plain(75) },
    {
      value: string(2000),
      confirm: confirmation,
      accessibility_label: string(75),
      visible_to_user_ids: ids('[UW]'),
    },
  ),
  feedback_buttons: element('feedback_buttons', { positive_button: () => [], negative_button: () => [] }),
}
