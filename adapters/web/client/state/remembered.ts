import { effect, type Signal, signal } from '@preact/signals'

/** What another version of the page wrote is not read. */
const version = 'accord.1'

/** An element of the page is not remembered. */
const plain = (_: string, value: unknown): unknown => (value instanceof Node ? null : value)

const read = (storage: Storage, name: string): unknown => {
  try {
    return JSON.parse(storage.getItem(name) ?? 'null')
  } catch {
    return null
  }
}

/** Full or forbidden, it remembers nothing: the page works as before. */
const write = (storage: Storage, name: string, value: unknown): void => {
  try {
    if (value === undefined || value === '') storage.removeItem(name)
    else storage.setItem(name, JSON.stringify(value, plain))
  } catch {}
}

/**
 * A value that a reload does not lose: `localStorage` keeps it for all windows, `sessionStorage` for this one. `given` makes of
 * what was found, or of null, the value to begin with. Nothing and '' are forgotten.
 */
export const remembered = <Value>(
  storage: Storage,
  key: string,
  given: (found: unknown) => Value,
): Signal<Value> => {
  const name = `${version}|${key}`
  const kept = signal(given(read(storage, name)))
  effect(() => write(storage, name, kept.value))
  return kept
}
