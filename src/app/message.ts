import type { Flow, Step } from '../chat/flow.ts'
import type { Inbound } from '../chat/inbound.ts'
import { leadingNumber, openFlow } from '../chat/opener.ts'
import { texts } from '../text/texts.ts'
import type { MessageRef } from '../ticket/event.ts'
import type { Ticket } from '../ticket/ticket.ts'
import { meant } from './meant.ts'
import type { Speaking } from './speaking.ts'
import type { Running } from './step.ts'
import { beginFlow, contextOf } from './step.ts'
import { wordsOf } from './words-of.ts'

/** Words to the bot: a message that stands in the chat, or a command, which stands nowhere. */
type Words = Pick<Extract<Inbound, { kind: 'message' }>, 'text' | 'files' | 'place' | 'addressed'> & {
  readonly message?: MessageRef
}

const nothing: Step = { kind: 'order', orders: [] }

/**
 * What a message means where it was said: words that open a flow; a word in a ticket's thread, which joins the record on
 * that thread's side (the engineers' thread is internal), with a question where a button may have been meant; a word that
 * begins with a ticket's number; an answer to the one request that waits for this person; else, from a customer, a report.
 * People's talk in rooms is left alone.
 */
export const message = async (
  { store, flows, now }: Running & { readonly flows: readonly Flow[] },
  words: Words,
  speaking: Speaking,
): Promise<Step> => {
  const scoped = store.as(speaking.reader)
  const { files, place, addressed, message: ref } = words
  const text = wordsOf(words.text, files)
  const { person, directory } = speaking
  const linked =
    ref?.thread === undefined ? undefined : await store.threads.find({ ...ref, message: ref.thread })
  const inThread = linked === undefined ? undefined : await scoped.item(linked.item)
  const keys = Object.values(directory.customers).map(({ key }) => key)
  const opened = addressed
    ? openFlow(flows, text, { person, keys, inThread: inThread !== undefined })
    : undefined
  const stands = {
    ...(ref === undefined ? {} : { message: ref }),
    ...(files === undefined ? {} : { files }),
  }
  const context = (item: string | undefined, said: string) =>
    contextOf(scoped, speaking, now(), {
      place,
      words: said,
      ...stands,
      ...(item === undefined ? {} : { item }),
    })

  if (opened !== undefined) {
    const item = opened.number ?? inThread?.id
    return beginFlow(opened.flow, await context(item, opened.words), { named: item !== undefined })
  }
  if (linked !== undefined) {
    if (inThread === undefined || text.trim() === '') return nothing
    const internal = linked.side === 'supplier'
    const filedAs = internal ? 'note' : 'answer'
    const guess = meant(flows, text, { addressed, filedAs, context: await context(inThread.id, '') })
    if (guess?.instead) return { kind: 'show', card: guess.card }
    return {
      kind: 'order',
      orders: [
        {
          item: inThread.id,
          wish: internal
            ? { do: 'ticket.add_note', text: { internal: text }, ...stands }
            : { do: 'ticket.add_message', text, ...stands },
        },
      ],
      // In private nobody else shows by reading it where the word went.
      ...(guess !== undefined
        ? { shows: guess.card }
        : place.direct && internal
          ? { saying: texts(speaking.language).app.notedInternally(inThread.id) }
          : {}),
    }
  }
  if (!addressed) return nothing
  const t = texts(speaking.language).app
  const named = leadingNumber(text, keys)
  const ticket = named === undefined ? undefined : (await context(named.number, '')).ticket
  if (person.side === 'supplier') {
    const fallback = flows.find(({ name }) => name === (ticket === undefined ? 'welcome' : 'status'))
    return fallback === undefined ? nothing : fallback.begin(await context(ticket?.id, text))
  }
  if (ticket !== undefined && named !== undefined && named.words.trim() !== '')
    return {
      kind: 'order',
      orders: [{ item: ticket.id, wish: { do: 'ticket.add_message', text: named.words, ...stands } }],
      saying: t.noted(ticket.id),
    }
  const waiting = place.direct ? await scoped.list({ list: 'waiting', for: 'answer' }) : []
  const mine = waiting.filter(({ state }) => (state as Ticket).ask?.of === person.id)
  const [only] = mine
  if (only !== undefined && mine.length === 1)
    return {
      kind: 'order',
      orders: [{ item: only.id, wish: { do: 'ticket.add_message', text, ...stands } }],
      saying: t.addedTo(only.id),
    }
  const report = flows.find(({ name }) => name === 'report')
  return report === undefined ? nothing : report.begin(await context(undefined, text))
}
