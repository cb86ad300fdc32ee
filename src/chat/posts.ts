import type { Instant } from '../domain/calendar/calendar.ts'
import type { MessageRef } from '../domain/ticket/event.ts'

/**
 * One message of a post. Without `message` it was begun and nobody knows whether it stands. `drawn` tells one drawing of it
 * from another.
 */
export type PostPart = { readonly message?: string; readonly drawn?: string }

/** A post in a conversation. `whole`: all its messages stand, as drawn last. */
export type KeptPost = Pick<MessageRef, 'team' | 'conversation' | 'thread'> & {
  readonly key: string
  readonly parts: readonly PostPart[]
  readonly whole: boolean
}

/**
 * What was posted on a platform that cannot be asked whether a post stands: kept before each message is sent and again when
 * its id is known, so that the only message of unknown outcome is the one whose answer never came. Shared by all processes.
 */
export type Posts = {
  readonly find: (
    key: string,
    place: Pick<MessageRef, 'team' | 'conversation'>,
  ) => Promise<KeptPost | undefined>
  /** The post that begins with this message. Nothing is kept for long of a post in one message. */
  readonly beginningWith: (
    message: Pick<MessageRef, 'team' | 'conversation' | 'message'>,
  ) => Promise<KeptPost | undefined>
  readonly keep: (post: KeptPost, now: Instant) => Promise<void>
  /** Whether a post may begin: yes once for each key and conversation, whichever process asks. */
  readonly claim: (
    key: string,
    place: Pick<MessageRef, 'team' | 'conversation'>,
    now: Instant,
  ) => Promise<boolean>
}
