/** The work that goes on at this moment. */
type InHand = {
  /** Counts it among what is in hand until it ends; hands it back as it is. */
  readonly tracked: <Value>(work: Promise<Value>) => Promise<Value>
  /** Returns when all that was in hand has ended, whichever way. */
  readonly drain: () => Promise<void>
}

/** Keeps what is in hand, so that a process can end without cutting it short. */
export const createInHand = (): InHand => {
  const working = new Set<Promise<unknown>>()
  return {
    tracked: (work) => {
      working.add(work)
      work.finally(() => working.delete(work)).catch(() => {})
      return work
    },
    drain: async () => {
      await Promise.allSettled([...working])
    },
  }
}
