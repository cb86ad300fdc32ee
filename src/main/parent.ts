const checkMs = 500

/**
 * npm does not pass on how it is ended, so a bot that npm started would outlive `npm start` and keep its data held. It
 * notices by its parent process: a process whose parent is gone is given another one.
 */
export const whenParentEnds = (listener: () => void): void => {
  if (process.env.npm_lifecycle_event === undefined) return
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    listener()
  }, checkMs)
  timer.unref()
}
