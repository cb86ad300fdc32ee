/** Lets tests wait for what they expect instead of for time. */
export type Signal = {
  readonly changed: () => void
  /** Resolves with the first value of `ask` that is neither undefined, null nor false. */
  readonly until: <Value>(ask: () => Value, what?: string, within?: number) => Promise<NonNullable<Value>>
  readonly stop: () => void
}

/** A signal that is rung at every change; waiting ends with an error that says what was waited for. */
export const createSignal = (within = 60_000, who = 'Slack'): Signal => {
  const waiting = new Set<() => void>()
  const timers = new Set<NodeJS.Timeout>()

  const until: Signal['until'] = (ask, what = String(ask), patience = within) =>
    new Promise((resolve, reject) => {
      const done = (): void => {
        waiting.delete(look)
        clearTimeout(timer)
        timers.delete(timer)
      }
      const look = (): void => {
        try {
          const value = ask()
          if (value === undefined || value === null || value === false) return
          done()
          resolve(value as NonNullable<typeof value>)
        } catch (error) {
          done()
          reject(error)
        }
      }
      const timer = setTimeout(() => {
        done()
        reject(new Error(`${who} waited ${patience} ms in vain for: ${what}`))
      }, patience)
      timers.add(timer)
      waiting.add(look)
      look()
    })

  return {
    changed: () => {
      for (const look of [...waiting]) look()
    },
    until,
    stop: () => {
      for (const timer of timers) clearTimeout(timer)
      waiting.clear()
    },
  }
}
