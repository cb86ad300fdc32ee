import { type Fields, fieldsOf } from '../../fake/fields.ts'

/** Every object in a card that has a type: elements, inputs, runs, actions and their fallbacks. */
export const partsOf = (value: unknown): readonly Fields[] => {
  if (Array.isArray(value)) return value.flatMap(partsOf)
  if (typeof value !== 'object' || value === null) return []
  const fields = fieldsOf(value)
  return [...(typeof fields.type === 'string' ? [fields] : []), ...Object.values(fields).flatMap(partsOf)]
}
