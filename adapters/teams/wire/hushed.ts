import { AsyncLocalStorage } from 'node:async_hooks'

const hushing = new AsyncLocalStorage<true>()
const listening = new WeakSet<object>()

/**
 * Does work whose libraries write to the console what we tell the log ourselves: the SDK prints a stack or a key for every
 * bad token, so that anybody could fill the disk. Only that work is silenced.
 */
export const hushed = <Value>(work: () => Promise<Value>): Promise<Value> => {
  if (!listening.has(console.error)) {
    const print = console.error
    console.error = (...words: unknown[]): void => {
      if (hushing.getStore() === undefined) print.apply(console, words)
    }
    listening.add(console.error)
  }
  return hushing.run(true, work)
}
