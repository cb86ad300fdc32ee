import type { Post } from '../chat/adapter.ts'
import type { Instant } from '../domain/calendar/calendar.ts'
import type { MessageRef } from '../domain/ticket/event.ts'
import type { Store } from '../store/store.ts'
import { subjectOf } from '../work/in-hand.ts'
import type { KindsOfWork } from '../work/kind.ts'
import { drawingOf, isAsDrawn } from './drawing-of.ts'
import { threadElsewhere } from './thread-elsewhere.ts'

/**
 * What stands in a message of the bot now, to be put back where something else was shown in its place for a moment: drawn
 * from its item, for the very readers and in the language the message is for. Undefined where nothing is followed there,
 * or it may not be shown there any more. Where it reads otherwise than what all others see there, whoever is shown it would
 * keep it if the item went back to what was drawn last, so the next drawing goes whatever it reads.
 */
export const createCardAt =
  ({
    store,
    kinds,
    now,
  }: {
    readonly store: Pick<Store, 'living' | 'loadInWorld' | 'threads'>
    readonly kinds: KindsOfWork
    readonly now: () => Instant
  }) =>
  async (message: MessageRef): Promise<Omit<Post, 'key'> | undefined> => {
    const followed = await store.living.at(message)
    if (followed === undefined) return undefined
    const [found] = await store.loadInWorld([followed.item])
    const drawing = found && drawingOf(followed, kinds, found, { now: now(), ...found.world })
    if (found === undefined || drawing === undefined) return undefined
    if (!isAsDrawn(followed, drawing)) await store.living.unlike(message)
    const { item, audience, language, zone } = followed
    const about = { item, side: audience, org: subjectOf(kinds, found)?.belongs[audience] }
    const thread = await threadElsewhere(store.threads, found.world.directory, about, message)
    return { card: drawing.card, language, zone, ...(thread === undefined ? {} : { thread }) }
  }
