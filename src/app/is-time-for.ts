/** A message that failed so often is tried ever more seldom, each pause twice the one before: it is never given up (R1). */
const tries = 8

/** Whether a message is tried at this attempt, of those that there are one after each lease. */
export const isTimeFor = (attempts: number): boolean =>
  attempts <= tries || Number.isInteger(Math.log2(attempts))
