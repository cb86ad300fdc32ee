import { setTimeout as pause } from 'node:timers/promises'
import type { Inbound } from '../../chat/inbound.ts'
import type { MessageRef } from '../../domain/ticket/event.ts'
import { faceOf } from '../../work/in-hand.ts'
import type { Running } from '../running/step.ts'

/** How often, and how far apart, what is being worked on is looked at again, ms. */
const looks = 30
const everyMs = 100

/** What a word belongs to: a reply to the message its thread began with, an edit or a deletion to the message itself. */
const rootOf = (inbound: Inbound): MessageRef | undefined => {
  switch (inbound.kind) {
    case 'message':
      return inbound.message.thread === undefined
        ? undefined
        : { ...inbound.message, message: inbound.message.thread }
    case 'edit':
    case 'delete':
      return inbound.message
    default:
      return undefined
  }
}

/**
 * Whether a word came before what it belongs to was worked on, or before it came at all: platforms keep no order (T46).
 * While its report is in hand it is waited for; else a word that addresses nobody is left for a later try, once. One that
 * belongs to an item of a kind that is not known here is left to a process that knows it.
 */
export const comesEarly = async (
  { store: { threads, inbox }, kinds }: Pick<Running, 'store' | 'kinds'>,
  inbound: Inbound,
  { isFirstTry }: { readonly isFirstTry: boolean },
): Promise<boolean> => {
  const root = rootOf(inbound)
  if (root === undefined) return false
  const addressed = inbound.kind === 'message' && inbound.addressed
  for (let look = 0; look < looks; look += 1) {
    const linked = await threads.find(root)
    if (linked !== undefined) return faceOf(kinds, linked) === undefined
    const state = await inbox.stateOf(root)
    // It ended and is linked to nothing, or was linked in between: either way it will not change by waiting.
    if (state === 'ended') return false
    if (state === 'unknown') return isFirstTry && !addressed
    await pause(everyMs)
  }
  return true
}
