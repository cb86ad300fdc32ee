import type { TargetName } from '../escalation/policy.ts'
import type { RungFired, Told } from './rung-fired.ts'

/** What the bot itself makes happen, when a moment comes due. */
export type BotBody =
  | ({
      readonly type: 'ticket.prewarned'
    } & RungFired)
  | ({ readonly type: 'ticket.breached' } & RungFired)
  | ({
      readonly type: 'ticket.escalated'
      readonly mechanism: 'functional' | 'hierarchical'
      /** Functional: the tier and person the work went to; the person is absent when nobody is on duty there. */
      readonly tier?: 1 | 2 | 3
      readonly handedTo?: string
    } & RungFired)
  | ({
      readonly type: 'ticket.escalation_repeated'
      readonly rung: string
      readonly target: TargetName
      /** Who owed it and is not one of those people any more: `to` holds who owes it instead. */
      readonly gone?: readonly string[]
    } & Told)
  | ({ readonly type: 'ticket.consent_reminded'; readonly count: number } & Told)
  | { readonly type: 'ticket.confirmation_reminded'; readonly to: readonly string[] }
  /** `gone`: who was asked and is none of the customer's people any more. */
  | ({ readonly type: 'ticket.answer_reminded'; readonly gone?: string } & Told)
  | { readonly type: 'ticket.update_nudged'; readonly to: readonly string[] }
  /** The service hours end before the time promised is used up: no rung will ever come of it, so people are told to watch it. */
  | {
      readonly type: 'ticket.never_due'
      readonly target: TargetName
      readonly to: readonly string[]
    }
  /** Nobody who was asked to agree to the lower priority can say so any more: `of` are asked instead. */
  | { readonly type: 'ticket.downgrade_reminded'; readonly of: readonly string[] }
  /** Who had it, or in whose queue it stood, is none of the supplier's people any more: it stands in that of whoever is on duty. */
  | {
      readonly type: 'ticket.owner_left'
      readonly was: string
      /** Why there is work on it again, where that is when it was found. */
      readonly why?: string
      readonly tier: 1 | 2 | 3
      readonly to?: string
    }
