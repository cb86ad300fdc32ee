/**
 * The fault runs go through long cases whole; `npm test` through so many that what breaks all of a kind is seen within
 * minutes. Both are run before anything is released.
 */
const isWhole = process.env.LENGTH === 'whole'

/** How many random cases: all of them in the fault runs, a fifth in `npm test` unless it says how many. */
export const runs = (whole: number, few = Math.ceil(whole / 5)): number => (isWhole ? whole : few)

/** All of a list in the fault runs, every so-many-eth of it in `npm test`. */
export const some = <One>(all: readonly One[], every: number): readonly One[] =>
  isWhole ? all : all.filter((_, place) => place % every === 0)
