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
