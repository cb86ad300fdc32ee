import { type Fields, fieldsOf, listOf, textOf } from '../../fake/fields.ts'

/** What a person fills in, by field name or label; choices by their words or value. */
export type Filling = { readonly [field: string]: string | boolean | readonly string[] }

/** What a client refuses to send, by field name. */
export type Refused = { readonly [field: string]: string }

/** What goes to the bot, or what the client refuses before. */
export type Filled = { readonly values: { readonly [field: string]: string } } | { readonly refused: Refused }

const choose = (input: Fields, given: string): string => {
  const choices = listOf(input.choices).map(fieldsOf)
  const choice = choices.find(({ title, value }) => value === given || title === given)
  if (choice === undefined && given !== '')
    throw new Error(
      `No choice ${given} in ${input.id}; there are: ${choices.map(({ title }) => title).join(', ')}`,
    )
  return textOf(choice?.value)
}

const written = (input: Fields, given: Filling[string]): string => {
  if (input.type === 'Input.Toggle')
    return textOf(
      given === true ? (input.valueOn ?? 'true') : given === false ? (input.valueOff ?? 'false') : given,
    )
  if (input.type !== 'Input.ChoiceSet') return String(given)
  const many = typeof given === 'string' ? given.split(',').filter((one) => one !== '') : listOf(given)
  if (input.isMultiSelect !== true && typeof given === 'string') return choose(input, given)
  if (input.isMultiSelect !== true) throw new Error(`${input.id} takes one choice`)
  return many.map((one) => choose(input, String(one))).join(',')
}

const misfit = (input: Fields, value: string): string | undefined => {
  const said = textOf(input.errorMessage)
  if (value === '') return input.isRequired === true ? said || 'required' : undefined
  const wrong =
    (input.maxLength !== undefined && value.length > Number(input.maxLength)) ||
    (input.regex !== undefined && !new RegExp(textOf(input.regex)).test(value)) ||
    (input.type === 'Input.Date' && !/^\d{4}-\d\d-\d\d$/.test(value)) ||
    (input.type === 'Input.Time' && !/^\d\d:\d\d$/.test(value)) ||
    (input.type === 'Input.Number' && !Number.isFinite(Number(value))) ||
    (input.min !== undefined &&
      (input.type === 'Input.Number' ? Number(value) < Number(input.min) : value < textOf(input.min))) ||
    (input.max !== undefined &&
      (input.type === 'Input.Number' ? Number(value) > Number(input.max) : value > textOf(input.max)))
  return wrong ? said || `${value} does not fit` : undefined
}

/** Fills in the inputs of a button and sends them as a client does. A field that is not there is a mistake of the test. */
export const fill = (inputs: readonly Fields[], filling: Filling, empty: 'empty' | 'absent'): Filled => {
  const there = inputs.map(({ id, label }) => `${id} (${label ?? ''})`).join(', ')
  const given = new Map(
    Object.entries(filling).map(([name, value]) => {
      const input = inputs.find(({ id, label }) => id === name || label === name)
      if (input === undefined) throw new Error(`No field ${name}; there are: ${there}`)
      return [textOf(input.id), written(input, value)]
    }),
  )
  const values = inputs.map((input): [input: Fields, value: string] => {
    const initial = input.value ?? (input.type === 'Input.Toggle' ? (input.valueOff ?? 'false') : '')
    return [input, given.get(textOf(input.id)) ?? String(initial)]
  })
  const refused = values.flatMap(([input, value]) => {
    const why = misfit(input, value)
    return why === undefined ? [] : [[textOf(input.id), why]]
  })
  if (refused.length > 0) return { refused: Object.fromEntries(refused) }
  const sent = values.filter(([, value]) => value !== '' || empty === 'empty')
  return { values: Object.fromEntries(sent.map(([{ id }, value]) => [textOf(id), value])) }
}
