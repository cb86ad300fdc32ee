/** What is gathered, and how it is done. */
type Gathering<Given, Result> = {
  /** Does many at once; their results in the same order. Rejects when nothing of it was done. */
  readonly run: (batch: readonly Given[]) => Promise<readonly Result[]>
  /** The most that go together. */
  readonly most: number
  /** How many batches may be under way; all but the first are begun only when they are full. */
  readonly atOnce?: number
  /** Whether a batch failed by one of its parts: then each is done alone, and only the one at fault fails. */
  readonly isOfOne: (error: unknown) => boolean
}

/**
 * Makes calls of the same moment share one round trip. A call that finds nothing under way goes at once, with all others of
 * this turn; what comes meanwhile waits and goes together, in the order it came. Each resolves when its own batch is done, so
 * what is durable when it resolves alone is so here. A batch is begun after every call in it: what it reads is no older.
 */
export const createGather = <Given, Result>({
  run,
  most,
  atOnce = 1,
  isOfOne,
}: Gathering<Given, Result>): ((given: Given) => Promise<Result>) => {
  type Waiting = {
    readonly given: Given
    readonly done: (result: Result) => void
    readonly failed: (error: unknown) => void
  }
  const waiting: Waiting[] = []
  let batches = 0

  const settle = async (batch: readonly Waiting[]): Promise<void> => {
    try {
      const results = await run(batch.map(({ given }) => given))
      if (results.length < batch.length) throw new Error('A batch gave fewer results than it was given parts')
      for (const [place, result] of results.entries()) batch[place]?.done(result)
    } catch (error) {
      if (batch.length > 1 && isOfOne(error)) for (const one of batch) await settle([one])
      else for (const { failed } of batch) failed(error)
    }
  }

  const flush = async (): Promise<void> => {
    if (batches === atOnce || (batches > 0 && waiting.length < most)) return
    batches += 1
    while (waiting.length > 0) await settle(waiting.splice(0, most))
    batches -= 1
  }

  return (given) =>
    new Promise((done, failed) => {
      waiting.push({ given, done, failed })
      // A microtask later, so that all calls of this turn are in the first batch.
      queueMicrotask(flush)
    })
}
