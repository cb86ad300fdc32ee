import type { WriteLog } from '../../../src/chat/adapter.ts'
import { createOnce } from '../../shared/once.ts'
import { adviceFor } from './advice.ts'

type Place = { readonly team: string; readonly conversation: string }

const placeOf = ({ team, conversation }: Place): string => `place ${team} ${conversation} `
const line = 'line '

/**
 * Tells an administrator what Teams refuses and what to do about it: once for each refusal and place, and once while nothing
 * can be sent at all, not for each message.
 */
export const createNotices = (onWarn: WriteLog) => {
  const once = createOnce()
  let reached = true
  return {
    /** Whether Teams was reached when something was sent last. */
    isReached: (): boolean => reached,
    refused: ({ team, conversation }: Place, code: string): void => {
      if (once.first(`${placeOf({ team, conversation })}${code}`))
        onWarn(`Teams refuses to post: ${code}. ${adviceFor(code)}`, { team, conversation })
    },
    /** Nothing could be sent; what is owed waits. */
    unsent: (why: string): void => {
      reached = false
      if (once.first(`${line}unsent`)) onWarn('Teams is not reached; what is to be sent waits', { why })
    },
    /** Nobody knows what became of something; the sender says so, and tries again. */
    unclear: (): void => {
      reached = false
    },
    /** The bot is not let in as itself; what is owed waits. */
    credentials: (why: string): void => {
      if (once.first(`${line}credentials`)) onWarn(`${why}. ${adviceFor('HTTP 401')}`)
    },
    /** It works again; should it fail again, it is told again. */
    works: (place: Place): void => {
      once.forget(placeOf(place))
      once.forget(line)
      reached = true
    },
  }
}

/** What tells an administrator. */
export type Notices = ReturnType<typeof createNotices>
