import type { WriteLog } from '../../../src/chat/adapter.ts'
import { createOnce } from '../../shared/once.ts'
import type { Lost } from '../parts.ts'
import { adviceFor } from './advice.ts'

/** Refusals of one conversation, which somebody in the organisation can do something about. */
const outOfReach: ReadonlySet<string> = new Set([
  'not_in_channel',
  'channel_not_found',
  'is_archived',
  'restricted_action',
  'user_not_found',
  'user_disabled',
  'cannot_dm_bot',
])

/** Refusals of the app itself in a workspace: they say nothing about any conversation. */
const ofTheApp: ReadonlySet<string> = new Set([
  'account_inactive',
  'token_revoked',
  'token_expired',
  'invalid_auth',
  'not_authed',
  'missing_scope',
  'ekm_access_denied',
])

/** Tells an administrator what Slack refuses and what to do about it: once for each refusal and place, not for each message. */
export const createNotices = (onWarn: WriteLog, lost: (where: Lost) => void) => {
  const once = createOnce()
  const placeOf = (team: string, conversation: string): string => `${team} ${conversation} `
  return {
    refused: (team: string, conversation: string, code: string): void => {
      if (ofTheApp.has(code)) {
        if (once.first(`${team} ${code}`)) onWarn(`Slack refuses: ${code}. ${adviceFor(code)}`, { team })
        return
      }
      if (!once.first(`${placeOf(team, conversation)}${code}`)) return
      onWarn(`Slack refuses to post: ${code}. ${adviceFor(code)}`, { team, conversation })
      if (outOfReach.has(code)) lost({ team, conversation, why: `Slack: ${code}` })
    },
    /** It works again; should it fail again, it is told again. */
    works: (team: string, conversation: string): void => {
      once.forget(placeOf(team, conversation))
      for (const code of ofTheApp) once.forget(`${team} ${code}`)
    },
  }
}

/** What tells an administrator. */
export type Notices = ReturnType<typeof createNotices>
