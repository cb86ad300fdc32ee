import type { Press } from '../../../src/chat/card.ts'
import type { Inbound, Place } from '../../../src/chat/inbound.ts'
import type { Reference } from '../../../src/chat/references.ts'
import type { Account } from '../../../src/domain/people/directory.ts'

/** When an activity arrived, and who the bot is. */
export type HeardBy = { readonly appId: string; readonly now: number }

/** How an act is answered: what kind of request waits for what kind of answer. */
type Waiting =
  /** `Action.Execute` of a card: the answer replaces the card for the person who pressed. `message` holds the card. */
  | { readonly kind: 'execute'; readonly message?: string; readonly frame: Frame; readonly windows: boolean }
  /** The `Action.Submit` fallback of an old client: nothing is answered, what there is to say is posted or drawn. */
  | { readonly kind: 'submit'; readonly message?: string; readonly frame: Frame }
  /** `task/fetch`, `task/submit`, and a message action's window: the answer is a dialog. */
  | { readonly kind: 'dialog'; readonly message?: string; readonly of: 'task' | 'message_action' }

/** The way of an act. `once`: which drawing of a form it was done in. */
export type Way = Waiting & { readonly once?: string }

/**
 * What the pressed button stood in: a card of the bot, a private view drawn over such a card (a form, an answer), or a message
 * that holds nothing but a form or an answer.
 */
export type Frame = 'card' | 'over' | 'own'

/** What an activity of Teams comes to; `from`: the conversation it came from, to be remembered. */
export type Heard = { readonly from?: Omit<Reference, 'dead'> } & (
  | { readonly kind: 'inbound'; readonly inbound: Inbound; readonly way?: Way }
  /** `Back` or `Cancel` on a view drawn over a card: the card is shown again. `press`: what opens a form that was left. */
  | {
      readonly kind: 'back'
      readonly who: Account
      readonly place: Place
      readonly way: Way
      readonly press?: Press
      readonly locale?: Inbound['locale']
    }
  /** The bot was installed for a person, or brought into a chat or team: it says what it is. */
  | {
      readonly kind: 'installed'
      readonly key: string
      readonly who: Account
      readonly place: Place
      readonly locale?: Inbound['locale']
    }
  /** It was removed from there. */
  | { readonly kind: 'removed'; readonly team: string; readonly conversation: string }
  /** An invoke that means nothing here: answered with 501, so that the person sees that nothing happened. */
  | { readonly kind: 'unknown_invoke'; readonly why: string }
  | { readonly kind: 'ignored'; readonly why: string }
)

/** Nothing for the bot, and why. */
export const ignored = (why: string): Heard => ({ kind: 'ignored', why })

/** An invoke that means nothing here, and why. */
export const unknownInvoke = (why: string): Extract<Heard, { readonly kind: 'unknown_invoke' }> => ({
  kind: 'unknown_invoke',
  why,
})
