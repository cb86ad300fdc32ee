import { fieldsOf, listOf } from '../../fake/fields.ts'
import { all, among, type Check, flag, list, object, problem, string, variant, webAddress } from './shape.ts'

/** Plain text of so many characters. */
export const plain = (most: number): Check =>
  object({ type: among('plain_text'), text: string(most) }, { emoji: flag })

/** Plain or formatted text of so many characters. */
export const anyText = (most: number): Check =>
  variant({
    plain_text: plain(most),
    mrkdwn: object({ type: among('mrkdwn'), text: string(most) }, { verbatim: flag }),
  })

/** Formatted text only. */
export const formatted = (most: number): Check =>
  object({ type: among('mrkdwn'), text: string(most) }, { verbatim: flag })

/** The question before a dangerous press. */
export const confirmation: Check = object(
  { title: plain(100), text: anyText(300), confirm: plain(30), deny: plain(30) },
  { style: among('primary', 'danger') },
)

const option = (words: Check, address: { readonly url?: Check } = {}): Check =>
  object({ text: words, value: string(150) }, { description: plain(75), ...address })

/** A choice in a menu. */
export const plainOption = option(plain(75))

/** A choice beside a box or circle, whose words may be formatted. */
export const boxOption: Check = object(
  { text: anyText(75), value: string(150) },
  { description: anyText(75) },
)

/** A choice in an overflow menu, which may lead to a page. */
export const overflowOption = option(plain(75), { url: webAddress() })

/** Choices under a heading. */
export const optionGroup: Check = object({ label: plain(75), options: list(plainOption, 1, 100) })

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** Preselected choices must be among the choices, word for word. */
export const preselected: Check = (value, at) => {
  const fields = fieldsOf(value)
  const options = [
    ...listOf(fields.options),
    ...listOf(fields.option_groups).flatMap((group) => listOf(fieldsOf(group).options)),
  ]
  const chosen = [
    ...(fields.initial_option === undefined ? [] : [fields.initial_option]),
    ...listOf(fields.initial_options),
  ]
  return chosen.every((one) => options.some((other) => same(one, other)))
    ? []
    : problem('initial option must be among the options', at)
}

/** Either the choices or groups of them, never both or neither. */
export const oneSource: Check = (value, at) => {
  const { options, option_groups } = fieldsOf(value)
  return (options === undefined) === (option_groups === undefined)
    ? problem('must have either options or option_groups', at)
    : []
}

/** A menu's own rules beside its fields. */
export const menu = (shape: Check): Check => all(shape, oneSource, preselected)

/** A picture of Slack's own files. */
export const slackFile: Check = (value, at) => {
  const { id, url } = fieldsOf(value)
  return (id === undefined) === (url === undefined) ? problem('must have either id or url', at) : []
}
