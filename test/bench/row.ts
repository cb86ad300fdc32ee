/** What a row must come to: at least or at most this figure, in the row's unit. */
export type Goal = { readonly atLeast: number } | { readonly atMost: number }

/** One line of the bench table: something of ours against a reference measured in the same run (quality/performance.md). */
export type BenchRow = {
  /** The row of the performance list, with the part measured: `B3`, `B1.a`, `B3.flat`. */
  readonly id: string
  readonly what: string
  readonly reference: string
  /** The median of `rounds`, in `unit`. */
  readonly ratio: number
  /** `×` is ours against the reference; `ms` is ours minus the reference. */
  readonly unit: '×' | 'ms'
  readonly goal: Goal
  readonly met: boolean
  /** The figure of every round, in the order they ran; at least three. */
  readonly rounds: readonly number[]
  /** The smallest and the largest of `rounds`. */
  readonly spread: readonly [number, number]
  /** The absolute figures behind the ratio, in one sentence with units. */
  readonly detail: string
}

/** The middle value; of an even number of values the mean of the two in the middle. Of none it is not a number. */
export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const low = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN
  const high = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
  return (low + high) / 2
}

/** Makes a row of what was measured: the median, its spread and whether the goal is met. Fewer than three rounds is a fault. */
export const benchRow = (
  measured: Pick<BenchRow, 'id' | 'what' | 'reference' | 'goal' | 'rounds' | 'detail'> &
    Partial<Pick<BenchRow, 'unit'>>,
): BenchRow => {
  const { rounds, goal, unit = '×' } = measured
  if (rounds.length < 3) throw new Error(`${measured.id}: ${rounds.length} rounds, at least 3 are needed`)
  const ratio = median(rounds)
  return {
    ...measured,
    unit,
    ratio,
    met: 'atLeast' in goal ? ratio >= goal.atLeast : ratio <= goal.atMost,
    spread: [Math.min(...rounds), Math.max(...rounds)],
  }
}
