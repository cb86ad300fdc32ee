import { z } from 'zod'
import type { Values } from '../../../src/chat/form.ts'
import { clean } from '../../../src/text/clean.ts'

const stateShape = z.record(z.string(), z.record(z.string(), z.looseObject({ type: z.string() })))

const elementShape = z.object({
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_date: z.string().nullish(),
  selected_time: z.string().nullish(),
})

/** A field's block is called as the field; a moment is asked in two blocks, its date and its time. */
const blockName = /^([a-z][A-Za-z0-9_]{0,63})(?:\.(date|time))?$/

const answerOf = (element: unknown): string => {
  const { data } = elementShape.safeParse(element)
  return clean(
    data?.value ?? data?.selected_option?.value ?? data?.selected_date ?? data?.selected_time ?? '',
  ).trim()
}

/** A moment begins with its day unless its time is given; a time without a day is none. */
const momentOf = (date: string | undefined, time = '00:00'): string | undefined =>
  date === undefined ? undefined : `${date}T${time}`

/** The values of a submitted modal by field name, trimmed; a field left empty is absent. */
export const valuesOf = (state: unknown): Values => {
  const values = new Map<string, string>()
  const times = new Map<string, string>()
  for (const [block, elements] of Object.entries(stateShape.safeParse(state).data ?? {})) {
    const [, name, part] = blockName.exec(block) ?? []
    const value = Object.values(elements).map(answerOf)[0] ?? ''
    if (name === undefined || value === '') continue
    if (part === 'time') times.set(name, value)
    else values.set(name, part === 'date' ? (momentOf(value) ?? value) : value)
  }
  for (const [name, time] of times) {
    const day = values.get(name)?.split('T')[0]
    if (day !== undefined) values.set(name, momentOf(day, time) ?? '')
  }
  return Object.fromEntries(values)
}
