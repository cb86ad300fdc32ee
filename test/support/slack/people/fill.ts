import { type Fields, fieldsOf, isYes, listOf, textOf } from '../../fake/fields.ts'
import { currentValue, holdersIn, keptFor } from './view-state.ts'

/** What a person fills in: by label, block_id or action_id. Options by their words or value. */
export type Filling = { readonly [field: string]: unknown }

/** Writes what was filled in; a field that is not there is a mistake of the test. */
export const fill = (blocks: readonly Fields[], filled: Map<string, unknown>, filling: Filling): void => {
  const holders = holdersIn(blocks)
  for (const [name, given] of Object.entries(filling)) {
    const holder = holders.find(
      ({ block, element }) =>
        fieldsOf(block.label).text === name || block.block_id === name || element.action_id === name,
    )
    const there = holders.map(({ block }) => fieldsOf(block.label).text ?? block.block_id)
    if (holder === undefined) throw new Error(`No field ${name}; there are: ${there.join(', ')}`)
    filled.set(holder.key, keptFor(holder.element, given))
  }
}

const empty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** What Slack itself refuses before the app hears of it, by block: empty required fields, wrong lengths and forms. */
export const refusedBySlack = (
  blocks: readonly Fields[],
  filled: ReadonlyMap<string, unknown>,
): { readonly [block: string]: string } =>
  Object.fromEntries(
    holdersIn(blocks)
      .filter(({ block }) => block.type === 'input')
      .flatMap((holder) => {
        const { block, element } = holder
        const value = currentValue(holder, filled)
        const why = empty(value) ? (isYes(block.optional) ? undefined : 'required') : misfit(element, value)
        return why === undefined ? [] : [[textOf(block.block_id), why]]
      }),
  )

const misfit = (element: Fields, value: unknown): string | undefined => {
  const length = [...textOf(value)].length
  if (element.type === 'plain_text_input') {
    if (length < Number(element.min_length ?? 0)) return `at least ${element.min_length} characters`
    if (length > Number(element.max_length ?? 3000)) return `at most ${element.max_length ?? 3000} characters`
  }
  if (element.type === 'number_input') {
    const number = Number(value)
    if (!Number.isFinite(number)) return 'a number'
    if (!isYes(element.is_decimal_allowed) && !Number.isInteger(number)) return 'a whole number'
    if (number < Number(element.min_value ?? Number.NEGATIVE_INFINITY)) return `at least ${element.min_value}`
    if (number > Number(element.max_value ?? Number.POSITIVE_INFINITY)) return `at most ${element.max_value}`
  }
  if (element.type === 'email_text_input' && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(textOf(value)))
    return 'an e-mail address'
  if (element.type === 'url_text_input' && !URL.canParse(textOf(value))) return 'a web address'
  if (listOf(value).length > Number(element.max_selected_items ?? 100))
    return `at most ${element.max_selected_items}`
  return undefined
}
