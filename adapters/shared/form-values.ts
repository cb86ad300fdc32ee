import type { Values } from '../../src/chat/form.ts'
import { clean } from '../../src/text/clean.ts'

/** An input is called as its field; a moment is asked in two, its date and its time. */
const inputName = /^([a-z][A-Za-z0-9_]{0,63})(?:\.(date|time))?$/

/** A moment begins with its day unless its time is given; a time without a day is none. */
const momentOf = (date: string, time = '00:00'): string => `${date}T${time}`

/** The values of a submitted form by field name, from what stands in its inputs: trimmed, and a field left empty is absent. */
export const formValues = (inputs: Iterable<readonly [name: string, value: string]>): Values => {
  const values = new Map<string, string>()
  const times = new Map<string, string>()
  for (const [input, typed] of inputs) {
    const [, name, part] = inputName.exec(input) ?? []
    const value = clean(typed).trim()
    if (name === undefined || value === '') continue
    if (part === 'time') times.set(name, value)
    else values.set(name, part === 'date' ? momentOf(value) : value)
  }
  for (const [name, time] of times) {
    const day = values.get(name)?.split('T')[0]
    if (day !== undefined) values.set(name, momentOf(day, time))
  }
  return Object.fromEntries(values)
}

/** The date and the time of an ISO local date-time; neither of anything else. */
export const momentParts = (text: string): { readonly date?: string; readonly time?: string } => {
  const [, date, time] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)/.exec(text) ?? []
  return date === undefined || time === undefined ? {} : { date, time }
}
