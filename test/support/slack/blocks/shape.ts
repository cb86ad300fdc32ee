import { type Fields, fieldsOf } from '../../fake/fields.ts'

/** Looks at a value and says every problem with the JSON pointer of the place. */
export type Check = (value: unknown, at: string) => readonly string[]

/** A problem in Slack's words. */
export const problem = (what: string, at: string): readonly string[] => [`${what} [json-pointer:${at}]`]

/** Text of so many characters, counted as Slack counts: by code point. */
export const string =
  (most: number, least = 1): Check =>
  (value, at) => {
    if (typeof value !== 'string') return problem('must be a string', at)
    const length = [...value].length
    if (length > most) return problem(`must be less than ${most + 1} characters`, at)
    if (length < least) return problem(`must be more than ${least - 1} characters`, at)
    return []
  }

/** One of these values. */
export const among =
  (...values: readonly unknown[]): Check =>
  (value, at) =>
    values.includes(value) ? [] : problem(`must be one of: ${values.join(', ')}`, at)

export const flag: Check = (value, at) => (typeof value === 'boolean' ? [] : problem('must be a boolean', at))

export const integer =
  (least: number, most: number): Check =>
  (value, at) =>
    Number.isInteger(value) && Number(value) >= least && Number(value) <= most
      ? []
      : problem(`must be an integer from ${least} to ${most}`, at)

export const pattern =
  (form: RegExp, what: string): Check =>
  (value, at) =>
    typeof value === 'string' && form.test(value) ? [] : problem(`must be a valid ${what}`, at)

export const webAddress =
  (most = 3000): Check =>
  (value, at) => {
    const long = string(most)(value, at)
    if (long.length > 0) return long
    return URL.canParse(String(value)) && /^(https?|mailto|tel|slack):/i.test(String(value))
      ? []
      : problem('must be a valid URL', at)
  }

/** Between so many items, each as it should be. */
export const list =
  (item: Check, least: number, most: number): Check =>
  (value, at) => {
    if (!Array.isArray(value)) return problem('must be an array', at)
    if (value.length > most) return problem(`no more than ${most} items allowed`, at)
    if (value.length < least) return problem(`must contain at least ${least} items`, at)
    return value.flatMap((each, index) => item(each, `${at}/${index}`))
  }

type Shape = { readonly [name: string]: Check }

/** An object with these fields, some of them required, and no others. */
export const object =
  (required: Shape, optional: Shape = {}): Check =>
  (value, at) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return problem('must be an object', at)
    const fields: Fields = fieldsOf(value)
    const missing = Object.keys(required).filter((name) => fields[name] === undefined)
    const found = Object.entries(fields).flatMap(([name, each]) => {
      const check = required[name] ?? optional[name]
      if (each === undefined) return []
      return check === undefined
        ? problem(`invalid additional property: ${name}`, at)
        : check(each, `${at}/${name}`)
    })
    return [...missing.flatMap((name) => problem(`missing required field: ${name}`, at)), ...found]
  }

/** An object whose `type` says which of these it is. */
export const variant =
  (kinds: { readonly [type: string]: Check }): Check =>
  (value, at) => {
    const { type } = fieldsOf(value)
    if (typeof type !== 'string') return problem('missing required field: type', at)
    const check = Object.hasOwn(kinds, type) ? kinds[type] : undefined
    return check === undefined ? problem(`unsupported type: ${type}`, `${at}/type`) : check(value, at)
  }

/** Every one of these checks. */
export const all =
  (...checks: readonly Check[]): Check =>
  (value, at) =>
    checks.flatMap((check) => check(value, at))

/** Lets another check be named before it exists. */
export const later =
  (check: () => Check): Check =>
  (value, at) =>
    check()(value, at)
