import type { ConnectorFailure } from '../wire/port.ts'
import { bury } from './bury.ts'
import { type Act, failureOf } from './failure.ts'
import type { NotSent, Sending } from './sending.ts'

/** How long a Teams that cannot be reached, or does not accept the bot, is left alone, ms. */
const unsentPause = 5_000
const credentialsPause = 30_000

/** Where a call was made; for a person whose conversation could not be opened, `conversation` is their id. */
export type Where = { readonly team: string; readonly conversation: string; readonly thread?: string }

/** A message that Teams finds too large and that cannot be parted. */
export const tooLarge = ({ onFault }: Pick<Sending, 'onFault'>, { team, conversation }: Where): NotSent => {
  onFault('Teams finds a message too large that cannot be parted', { team, conversation })
  return { outcome: 'unreachable', why: 'Teams: the message is too large' }
}

/** What a call that failed came to, for the sender. */
export const outcomeOf = async (
  sending: Sending,
  where: Where,
  act: Act,
  failed: ConnectorFailure,
): Promise<NotSent> => {
  const { budget, notices, dice, onFault } = sending
  const { team, conversation, thread } = where
  const failure = failureOf(failed, act, thread !== undefined)
  switch (failure.kind) {
    case 'busy':
      return { outcome: 'wait', retryAfter: budget.refused(where, dice(), failure.retryAfter) }
    case 'unsent': {
      const pause = failure.credentials ? credentialsPause : unsentPause
      if (failure.credentials) notices.credentials(failure.why)
      else notices.unsent(failure.why)
      return { outcome: 'wait', retryAfter: Math.ceil(pause * (1 + dice())) }
    }
    case 'unknown':
      notices.unclear()
      return { outcome: 'unknown', why: failure.why }
    case 'gone':
      return { outcome: 'unreachable', why: `Teams: ${failure.code}` }
    case 'refused': {
      const why = `Teams: ${failure.code}`
      notices.refused(where, failure.code)
      if (failure.dead) await bury(sending, where, why)
      return { outcome: 'unreachable', why }
    }
    case 'too_large':
      return tooLarge(sending, where)
    case 'wrong':
      onFault('Teams does not take a message of ours', { team, conversation, why: failure.why })
      return { outcome: 'unreachable', why: failure.why }
  }
}

/** A pause while we cannot even look where to send; nothing was sent. */
export const notReady = ({ onFault }: Pick<Sending, 'onFault'>, error: unknown): NotSent => {
  onFault('a message to Teams waits: what is known of its place cannot be read', { error })
  return { outcome: 'wait', retryAfter: unsentPause }
}
