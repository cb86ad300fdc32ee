/** The number of a ticket or another item at the start of words, as `HX-7` or `HX-V3`, and how many characters it took. */
export type Numbered = { readonly number: string; readonly length: number }

/**
 * All parts are bounded and cannot match the same character twice: no input makes this slow (T45). A number that goes on
 * (`HX-7.5`, `HX-7-2`, `HX7楼`, `HX-7:8080`) is another thing's.
 */
const numbered =
  /^#?(?:([a-z][a-z0-9]{0,9})[-_—]([a-z]{0,2})|([a-z]{1,10})(?:( ?[-_—#] ?| )(?=[0-9]))?)0{0,3}([1-9][0-9]{0,8})(?![a-z0-9_]|[-./\\][a-z0-9]|:[0-9]{2,5}(?![0-9\p{L}])|号?[楼层栋座幢室线机])/u

/**
 * The number plain words begin with: `hx-7`, `#hx7`, `hx 7`, `hx-v3`. With `keys` (the letters of the customers' numbers) only those
 * count, so that `kb5034` or `a4` is never taken for a ticket.
 */
export const ticketNumber = (said: string, keys?: readonly string[]): Numbered | undefined => {
  const [all, hyphened, letter = '', plain, apart, digits] = numbered.exec(said) ?? []
  const key = (hyphened ?? plain)?.toUpperCase()
  if (all === undefined || key === undefined || digits === undefined) return undefined
  // Apart from known letters a number may be of anything: `windows 7`.
  if (keys === undefined && apart !== undefined) return undefined
  if (keys !== undefined && !keys.some((known) => known.toUpperCase() === key)) return undefined
  return { number: `${key}-${letter.toUpperCase()}${digits}`, length: all.length }
}
