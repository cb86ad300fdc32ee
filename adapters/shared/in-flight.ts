/** Work that was begun and must end before the process does: the libraries do not wait for it. */
export type InFlight = {
  readonly track: <Value>(work: Promise<Value>) => Promise<Value>
  /** Resolves when all of it ended, or after `ms`. */
  readonly settled: (ms: number) => Promise<void>
}

/** Counts what is in hand. */
export const createInFlight = (): InFlight => {
  const working = new Set<Promise<unknown>>()
  return {
    track: (work) => {
      working.add(work)
      const ended = () => working.delete(work)
      work.then(ended, ended)
      return work
    },
    settled: async (ms) => {
      let timer: NodeJS.Timeout | undefined
      const deadline = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, ms)
      })
      const all = async (): Promise<void> => {
        while (working.size > 0) await Promise.allSettled([...working])
      }
      await Promise.race([all(), deadline])
      clearTimeout(timer)
    },
  }
}
