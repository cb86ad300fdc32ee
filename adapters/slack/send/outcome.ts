import type { Posted } from '../../../src/chat/adapter.ts'
import { failureOf } from './failure.ts'
import type { Notices } from './notices.ts'

/** A message or thread that is gone concerns nobody but the one who wanted to write there. */
const ofOneMessage: ReadonlySet<string> = new Set([
  'message_not_found',
  'thread_not_found',
  'cant_update_message',
  'edit_window_closed',
])

/**
 * What a post that failed came to, for the sender; an administrator is told of a refusal. A limit on `method`, which is what
 * the sender wanted, or a Slack that is away, is met everywhere in the workspace; one on another method, on the way to it, is not.
 */
export const outcomeOf = (
  error: unknown,
  { team, conversation }: { readonly team: string; readonly conversation: string },
  notices: Notices,
  method: string,
): Exclude<Posted, { readonly outcome: 'sent' }> => {
  const failure = failureOf(error)
  switch (failure.kind) {
    case 'wait':
      return {
        outcome: 'wait',
        retryAfter: failure.retryAfter,
        ...([undefined, method].includes(failure.method) ? { everywhere: true } : {}),
      }
    case 'unknown':
      return { outcome: 'unknown', why: failure.why }
    case 'refused':
      if (!ofOneMessage.has(failure.code)) notices.refused(team, conversation, failure.code)
      return { outcome: 'unreachable', why: failure.why }
  }
}

/** What is said of a workspace that the bot is not installed in. */
export const notInstalled = (team: string): Posted => ({
  outcome: 'unreachable',
  why: `Slack: the bot is not installed in workspace ${team}`,
})
