import type { WriteLog } from '../../src/chat/adapter.ts'
import { createRarely } from '../../src/chat/rarely.ts'

/** So long an outage lasts at least that its end is worth a line, ms. */
const longMs = 60_000

/** Whether a chat is reached, and the lines that say so: where and why not, once and then ever more rarely. */
export type Outage = {
  readonly failed: (host: string, cause: string) => void
  readonly works: () => void
  /** Since when nothing was heard of it, ms; nothing while it answers. */
  readonly since: () => number | undefined
}

/** Watches whether a chat named `name` is reached. */
export const createOutage = (name: string, onWarn: WriteLog, clock: () => number): Outage => {
  const rarely = createRarely(clock)
  let since: number | undefined
  return {
    failed: (host, cause) => {
      since ??= clock()
      const told = rarely(`${host} ${cause}`)
      if (told === undefined) return
      const { more } = told
      onWarn(
        `${name} is not reached at ${host} (${cause}); it is tried again, and what is to be sent waits`,
        {
          ...(more > 0 ? { more } : {}),
        },
      )
    },
    works: () => {
      if (since !== undefined && clock() - since >= longMs)
        onWarn(`${name} is reached again`, { afterMinutes: Math.round((clock() - since) / 60_000) })
      since = undefined
    },
    since: () => since,
  }
}
