import type { Instant } from '../domain/calendar/calendar.ts'
import type { MessageRef } from '../domain/ticket/event.ts'

/** How a sender leaves a row of the outbox. */
export type Settlement =
  | {
      readonly id: string
      readonly status: 'sent'
      readonly at: Instant
      readonly message: MessageRef
      /** Several items are told of in that message, so that it belongs to none. */
      readonly shared?: true
      /** It rang for nobody: a card or a list that stands there shows it. */
      readonly shown?: true
    }
  | {
      readonly id: string
      readonly status: 'withdrawn' | 'superseded' | 'failed'
      readonly at: Instant
      readonly why: string
    }
  | {
      readonly id: string
      readonly status: 'again'
      readonly at: Instant
      readonly nextAt: Instant
      readonly why: string
      /** False when nothing was sent, because the platform asked for a pause: it does not count as an attempt. */
      readonly tried: boolean
    }
