/**
 * JSON text that PostgreSQL's jsonb accepts: NUL and lone surrogates, which it refuses, become U+FFFD, so that no
 * message of a person can spoil the commit it travels in.
 */
export const toJson = (value: unknown): string => {
  const text = JSON.stringify(value)
  if (!text.includes('\\u')) return text
  return text.replace(/\\(?:\\|u0000|ud[89a-f][0-9a-f]{2})/g, (found) =>
    found === '\\\\' ? found : '\ufffd',
  )
}

/** The value as jsonb will give it back: the only form that is hashed. */
export const settled = (value: unknown): unknown => JSON.parse(toJson(value))

/** One text per settled value, whatever the order of its keys: survives the round trip through jsonb. */
export const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`).join(',')}}`
}
