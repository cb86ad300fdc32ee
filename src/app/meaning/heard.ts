import type { Context, Flow } from '../../chat/flow.ts'
import type { InHand } from '../../chat/in-hand.ts'
import type { Inbound, Place } from '../../chat/inbound.ts'
import { type Opened, openFlow } from '../../chat/opener.ts'
import type { FileRef, MessageRef } from '../../domain/ticket/event.ts'
import type { Ticket } from '../../domain/ticket/ticket.ts'
import { saysNothing } from '../../domain/words/blank.ts'
import { plain } from '../../domain/words/plain.ts'
import type { ScopedStore, Store } from '../../store/store.ts'
import type { KindsOfWork } from '../../work/kind.ts'
import { contextOf, type Running } from '../running/step.ts'
import type { Speaking } from '../speaker/speaking.ts'
import { called } from './named.ts'
import { numberKeys } from './number-keys.ts'

/** Words to the bot: a message that stands in the chat, or a command, which stands nowhere. */
export type Words = Pick<
  Extract<Inbound, { kind: 'message' }>,
  'text' | 'mentions' | 'files' | 'place' | 'addressed'
> & {
  readonly message?: MessageRef
}

/** The message that words were said in and the files that came with it. */
type Stands = Pick<Context, 'message' | 'files'>

/** What was heard, and what the rules that read it may ask. All is read in the speaker's own scope. */
export type Heard = {
  readonly text: string
  readonly addressed: boolean
  readonly place: Place
  readonly speaking: Speaking
  readonly flows: readonly Flow[]
  readonly flow: (name: string) => Flow | undefined
  /** The letters that ticket numbers can begin with. */
  readonly keys: readonly string[]
  /** Who is called by name in it. */
  readonly names: readonly string[]
  /** What the thread it stands in, or the message it quotes, belongs to, and whose side reads there. */
  readonly linked: Awaited<ReturnType<Store['threads']['find']>>
  /** The item of that thread, where the speaker may see it. */
  readonly thread: string | undefined
  /** What its first words open. */
  readonly opened: Opened | undefined
  readonly stands: Stands
  readonly scoped: ScopedStore
  readonly kinds: KindsOfWork
  /** What a flow may look at, of this item and with these words left to say. */
  readonly context: (item: string | undefined, words: string) => Promise<Context>
}

/** What may be looked at where the item is known. */
export type OfItem = Context & { readonly item: InHand }

/** Whether the item is known: it exists, and the speaker may see it. */
export const isOfItem = (context: Context): context is OfItem => context.item !== undefined

/** What may be looked at where the ticket is known. */
export type OfTicket = OfItem & { readonly ticket: Ticket; readonly seq: number }

/** Whether the ticket is known: it exists, and the speaker may see it. */
export const isOfTicket = (context: Context): context is OfTicket =>
  context.item !== undefined && context.ticket !== undefined && context.seq !== undefined

/** What a message says: its text, or, where it is only files, their names. */
export const wordsOf = (text: string, files: readonly FileRef[] = []): string =>
  saysNothing(text) ? files.map(({ name }) => name).join(', ') : text

/** The message that words were said in and the files that came with it, as far as there are any. */
export const standsOf = ({
  message,
  files,
}: { readonly [Part in keyof Stands]: Stands[Part] | undefined }): Stands => ({
  ...(message === undefined ? {} : { message }),
  ...(files === undefined ? {} : { files }),
})

/** A message by itself: where there are no threads, or the one it stands in is none of theirs, later words are in its own. */
export const unquoted = ({ thread: _, ...message }: MessageRef): MessageRef => message

/**
 * What words to this item are for: where a ticket was merged into another, that one, whose people work on it, however often
 * it was merged on; but an answer that it still waits for is its own.
 */
export const wordsTo = async (context: Heard['context'], item: string): Promise<Context> => {
  const about = await context(item, '')
  const master = about.ticket?.cancelled?.master
  const isAwaited = about.person.side === 'customer' && about.ticket?.ask !== undefined
  if (master === undefined || isAwaited) return about
  const onward = await wordsTo(context, master)
  // Where it went out of the speaker's sight their words stay with what they know: nothing said is lost.
  return onward.item === undefined ? about : onward
}

/** Reads each item once for all rules that ask for it: they read the words as of one moment. */
const onceEach = (scoped: ScopedStore): ScopedStore => {
  const read = new Map<string, ReturnType<ScopedStore['item']>>()
  return {
    ...scoped,
    item: (id) => {
      const found = read.get(id) ?? scoped.item(id)
      read.set(id, found)
      return found
    },
  }
}

/** Who is called is looked for no further into a text than this (T45). */
const mostRead = 1_000

/** Those who are known here, and whoever else the platform says is called. */
const namesIn = (text: string, { mentions = [] }: Words, speaking: Speaking): readonly string[] => {
  const known = [...called(speaking).map(({ name }) => name), ...mentions.map(({ written }) => written)]
  const said = plain(text, mostRead).text
  return [...new Set(known)].filter((name) => said.includes(`@${plain(name).text}`))
}

/** Reads what the rules need of words: the thread they stand in and what their first words open. */
export const hear = async (
  { store, kinds, flows, now }: Running & { readonly flows: readonly Flow[] },
  words: Words,
  speaking: Speaking,
): Promise<Heard> => {
  const scoped = onceEach(store.as(speaking.reader))
  const { files, place, addressed, message: said } = words
  const text = wordsOf(words.text, files)
  const { person, directory } = speaking
  const found =
    said?.thread === undefined ? undefined : await store.threads.find({ ...said, message: said.thread })
  const thread = found === undefined ? undefined : (await scoped.item(found.item))?.id
  // Whoever moved to another organisation or side keeps their conversation; its old threads are none for them any more.
  const isFormer = place.direct && (thread === undefined || found?.side !== person.side)
  const linked = isFormer ? undefined : found
  const keys = await numberKeys(text, directory, scoped)
  const names = /[@＠]/.test(text) ? namesIn(text, words, speaking) : []
  const isAlone = place.flat === true || (isFormer && found !== undefined)
  const stands = standsOf({ message: isAlone && said !== undefined ? unquoted(said) : said, files })
  return {
    ...{ text, addressed, place, speaking, flows, keys, names, linked, thread, stands, scoped, kinds },
    flow: (wanted) => flows.find(({ name }) => name === wanted),
    opened: addressed
      ? openFlow(flows, text, { person, keys, names, inThread: thread !== undefined })
      : undefined,
    context: (item, left) =>
      contextOf(kinds, scoped, speaking, now(), {
        place,
        words: left,
        ...(names.length === 0 ? {} : { names }),
        ...stands,
        ...(item === undefined ? {} : { item }),
      }),
  }
}
