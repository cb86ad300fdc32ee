import type { Flow, Step } from '../../chat/flow.ts'
import type { Inbound } from '../../chat/inbound.ts'
import { leadingNumber, openFlow } from '../../chat/opener.ts'
import type { MessageRef } from '../../domain/ticket/event.ts'
import type { Ticket } from '../../domain/ticket/ticket.ts'
import { texts } from '../../text/texts.ts'
import type { Running } from '../running/step.ts'
import { beginFlow, contextOf } from '../running/step.ts'
import type { Speaking } from '../speaker/speaking.ts'
import { conversationsTicket } from './conversations-ticket.ts'
import { inThread } from './in-thread.ts'
import { joined, thanked } from './joined.ts'
import { isOfTicket } from './of-ticket.ts'
import { reportedAnew } from './reported-anew.ts'
import { standsOf } from './stands-of.ts'
import { unquoted } from './unquoted.ts'
import { wordsOf } from './words-of.ts'

/** Words to the bot: a message that stands in the chat, or a command, which stands nowhere. */
type Words = Pick<Extract<Inbound, { kind: 'message' }>, 'text' | 'files' | 'place' | 'addressed'> & {
  readonly message?: MessageRef
}

const nothing: Step = { kind: 'order', orders: [] }

/**
 * What a message means where it was said: words that open a flow; a word in a ticket's thread, which joins the record on
 * that thread's side (the engineers' thread is internal), with a question where a button may have been meant; a word that
 * begins with a ticket's number; an answer to the one request that waits for this person; in a conversation without
 * threads a word to the ticket it is about; else, from a customer, a report. People's talk in rooms is left alone.
 */
export const message = async (
  { store, flows, now }: Running & { readonly flows: readonly Flow[] },
  words: Words,
  speaking: Speaking,
): Promise<Step> => {
  const scoped = store.as(speaking.reader)
  const { files, place, addressed, message: said } = words
  const { flat = false } = place
  const text = wordsOf(words.text, files)
  const { person, directory } = speaking
  const linked =
    said?.thread === undefined ? undefined : await store.threads.find({ ...said, message: said.thread })
  const thread = linked === undefined ? undefined : await scoped.item(linked.item)
  const keys = Object.values(directory.customers).map(({ key }) => key)
  const opened = addressed
    ? openFlow(flows, text, { person, keys, inThread: thread !== undefined })
    : undefined
  const ref = flat && said !== undefined ? unquoted(said) : said
  const stands = standsOf({ message: ref, files })
  const context = (item: string | undefined, left: string) =>
    contextOf(scoped, speaking, now(), {
      place,
      words: left,
      ...stands,
      ...(item === undefined ? {} : { item }),
    })

  if (opened !== undefined) {
    const item = opened.number ?? thread?.id
    return beginFlow(opened.flow, await context(item, opened.words), { named: item !== undefined })
  }
  const report = flows.find(({ name }) => name === 'report')
  const apart = flat || linked === undefined
  const anew = apart && addressed && report?.may(person) ? reportedAnew(report, text) : undefined
  if (report !== undefined && anew !== undefined) return report.begin(await context(undefined, anew))
  if (linked !== undefined) {
    const about = await context(linked.item, '')
    return isOfTicket(about) && text.trim() !== ''
      ? inThread(flows, text, { context: about, internal: linked.side === 'supplier', addressed })
      : nothing
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
  if (report === undefined) return nothing
  const reported = report.begin(await context(undefined, text))
  const here = flat ? await conversationsTicket(scoped, place, person) : undefined
  const about = here === undefined ? undefined : await context(here, '')
  if (about === undefined || !isOfTicket(about)) return reported
  // What would be no report, a greeting say, is no word to the ticket either.
  return reported.kind === 'order'
    ? joined(flows, text, { context: about, quotes: false })
    : (thanked({ context: about, quotes: false }) ?? reported)
}
