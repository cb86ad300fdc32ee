/** Begins a work at once or in its turn, and ends as the work does. */
export type InTurn = <Value>(work: () => Promise<Value>) => Promise<Value>

/** Lets so many works go on at a time; the others wait for their turn, in the order they came. */
export const createInTurn = (most: number): InTurn => {
  const waiting: (() => void)[] = []
  let going = 0
  return async (work) => {
    if (going < most) going += 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await work()
    } finally {
      // Whoever is next has the place of the one that ends.
      const next = waiting.shift()
      if (next === undefined) going -= 1
      else next()
    }
  }
}
