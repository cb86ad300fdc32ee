/** Numbers from 0 to 1 that a printed seed gives again (mulberry32). */
export type Random = () => number

export const randomFrom = (seed: number): Random => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The seed of this run: FAULTS_SEED when set, so that a failed run can be played again; printed either way. */
export const seedOf = (name: string): number => {
  const seed = Number(process.env.FAULTS_SEED ?? Date.now() % 2 ** 31)
  console.log(`${name}: FAULTS_SEED=${seed}`)
  return seed
}

/** A whole number of milliseconds between the two. */
export const between = (random: Random, from: number, to: number): number =>
  Math.floor(from + random() * (to - from))

/** One of a list that is not empty. */
export const oneOf = <Value>(random: Random, values: readonly Value[]): Value => {
  const value = values[Math.floor(random() * values.length)]
  if (value === undefined) throw new Error('nothing to choose from')
  return value
}
