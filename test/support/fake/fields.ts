/** Any JSON object, as it crosses the wire. */
export type Fields = { readonly [name: string]: unknown }

/** The value as an object; anything else is an empty one. */
export const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {}

/** The value as a list; anything else is an empty one. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** The value as text; anything else is empty. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Whether an argument says yes, as a form or as JSON. */
export const isYes = (value: unknown): boolean => value === true || value === 'true' || value === '1'
