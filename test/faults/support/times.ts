/** How many times as long the runs that kill at random go on: `npm run test:nightly` has them do more than 10,000 kills. */
export const times = Number(process.env.FAULT_TIMES ?? 1)
