/** Work that is done whenever somebody says that there may be some. */
export type Runner = {
  /** There may be something to do; any number of kicks while it runs become one more look. */
  readonly kick: () => void
  /** Resolves when there was nothing left to do. */
  readonly idle: () => Promise<void>
  /** Lets the step in hand end and begins no other. */
  readonly stop: () => Promise<void>
}

/**
 * Repeats `step` until it says that nothing is left, each time it is kicked; `isKicked` tells it whether it was since it began.
 * A step that throws ends the run until the next kick.
 */
export const createRunner = (
  step: (isKicked: () => boolean) => Promise<boolean>,
  failed: (error: unknown) => void,
): Runner => {
  let running: Promise<void> | undefined
  let again = false
  let stopped = false

  const run = async (): Promise<void> => {
    while (again && !stopped) {
      again = false
      while (!stopped && (await step(() => again))) again = false
    }
  }

  const kick = (): void => {
    again = true
    if (running !== undefined || stopped) return
    running = run()
      .catch(failed)
      .finally(() => {
        running = undefined
        if (again) kick()
      })
  }

  return {
    kick,
    idle: async () => {
      while (running !== undefined) await running
    },
    stop: async () => {
      stopped = true
      await running
    },
  }
}
