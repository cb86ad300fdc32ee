import type { Rung } from './policy.ts'

/** A rung reached with the report itself: people who are told at once, as agreed. */
export const isAtOnce = ({ reach }: Pick<Rung, 'reach'>): boolean =>
  reach.some((one) => 'after' in one && Object.values(one.after).some((after) => after === 0))
