import type { WriteLog } from '../../../src/chat/adapter.ts'
import { createOnce } from '../../shared/once.ts'
import { adviceFor } from './advice.ts'

/** Tells an administrator what Slack refuses and what to do about it: once for each refusal and place, not for each message. */
export const createNotices = (onWarn: WriteLog) => {
  const once = createOnce()
  const placeOf = (team: string, conversation: string): string => `${team} ${conversation} `
  return {
    refused: (team: string, conversation: string, code: string): void => {
      if (once.first(`${placeOf(team, conversation)}${code}`))
        onWarn(`Slack refuses to post: ${code}. ${adviceFor(code)}`, { team, conversation })
    },
    /** It works again; should it fail again, it is told again. */
    works: (team: string, conversation: string): void => once.forget(placeOf(team, conversation)),
  }
}

/** What tells an administrator. */
export type Notices = ReturnType<typeof createNotices>
