/**
 * One text for equal data, whatever the order of its keys, so that it survives the round trip through jsonb. A field that is
 * undefined is no field, as in JSON. Every event is sealed and checked by it, so it is written for speed: no copies.
 */
export const canonical = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  return Array.isArray(value) ? listed(value) : keyed(value as { readonly [key: string]: unknown })
}

const listed = (values: readonly unknown[]): string => {
  let text = '['
  for (const value of values) text += text === '[' ? canonical(value) : `,${canonical(value)}`
  return `${text}]`
}

const keyed = (fields: { readonly [key: string]: unknown }): string => {
  let text = '{'
  for (const key of Object.keys(fields).sort()) {
    const field = fields[key]
    if (field !== undefined) text += `${text === '{' ? '' : ','}${JSON.stringify(key)}:${canonical(field)}`
  }
  return `${text}}`
}
