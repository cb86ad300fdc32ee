import type { ConnectorFailure } from '../wire/port.ts'

/** What a call was for: the same refusal means another thing for a message that is gone than for a conversation. */
export type Act = 'send' | 'update' | 'open'

/** Why a call failed, as far as it matters to whoever made it. */
export type Failure =
  /** It surely had no effect: Teams is busy there, and asks to wait so long (ms). */
  | { readonly kind: 'busy'; readonly retryAfter?: number }
  /** It surely had no effect: nothing was sent, or the bot was not let in as itself. */
  | { readonly kind: 'unsent'; readonly why: string; readonly credentials: boolean }
  /** It may have had its effect. */
  | { readonly kind: 'unknown'; readonly why: string }
  | { readonly kind: 'too_large' }
  /** The message or thread is gone, which concerns nobody but the one who wanted to write there. */
  | { readonly kind: 'gone'; readonly code: string }
  /** Teams said no and will say it again; `dead`: to everything in this conversation. */
  | { readonly kind: 'refused'; readonly code: string; readonly dead: boolean }
  /** What we sent was wrong: a fault of ours. */
  | { readonly kind: 'wrong'; readonly why: string }

/** Refusals of one act only, or of the tenant for a time: the conversation itself is there and may be written to again. */
const passing: ReadonlySet<string> = new Set([
  'ActivityNotFoundInConversation',
  'NotEnoughPermissions',
  'InvalidBotApiHost',
  'BotDisabledByAdmin',
])

/** What says of the conversation, not of the message that was to be drawn anew, that the bot is not in it. */
const ofConversation: ReadonlySet<string> = new Set([
  'BotNotInConversationRoster',
  'ConversationBlockedByUser',
  'ConversationNotFound',
])

/** A thread whose first message is gone is no sign that its channel is. */
const refusalOf = (status: 403 | 404, code: string, act: Act, inThread: boolean): Failure => {
  const dead = !passing.has(code) && (act !== 'update' || ofConversation.has(code))
  if (status === 404 && (!dead || inThread)) return { kind: 'gone', code }
  return { kind: 'refused', code, dead }
}

/** Nobody of that id is there: a plain no, under whatever status it comes. */
const nobody: ReadonlySet<string> = new Set(['UserNotFound', 'MemberNotFound'])

/** What a call that failed came to. */
export const failureOf = (failure: ConnectorFailure, act: Act, inThread: boolean): Failure => {
  switch (failure.kind) {
    case 'not_sent':
      return { kind: 'unsent', why: failure.why, credentials: false }
    case 'unknown':
      return { kind: 'unknown', why: `Teams: ${failure.why}` }
    case 'answered': {
      const { status, retryAfter, code = `HTTP ${status}`, message } = failure
      const why = [`Teams: ${code}`, ...(message === undefined ? [] : [message])].join(': ')
      if (status === 412 || status === 429)
        return { kind: 'busy', ...(retryAfter === undefined ? {} : { retryAfter }) }
      if (status === 401) return { kind: 'unsent', why, credentials: true }
      if (status === 413) return { kind: 'too_large' }
      // Teams says by a code what it refuses; a bare status, as a proxy gives it, is no word of Teams about anybody.
      if (failure.code === undefined) return { kind: 'unknown', why }
      if (nobody.has(code)) return { kind: 'refused', code, dead: true }
      if (status === 403 || status === 404) return refusalOf(status, code, act, inThread)
      return status >= 500 || status === 408 ? { kind: 'unknown', why } : { kind: 'wrong', why }
    }
  }
}
