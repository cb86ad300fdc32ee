import type { Flow, Step } from '../../chat/flow.ts'
import type { Asking } from '../../chat/inbound.ts'
import { personByAccount } from '../../domain/people/find.ts'
import { texts } from '../../text/texts.ts'
import type { Running } from '../running/step.ts'
import { contextOf } from '../running/step.ts'
import type { Speaking } from '../speaker/speaking.ts'
import { unquoted, wordsOf } from './heard.ts'

/**
 * What pointing at a message means: it becomes the report of whoever wrote it, or, where that is nobody of the customer, of
 * the customer's person who pointed. The supplier's people log it for the author; when the author is not known to be the
 * customer's they are asked whose report it is. A message that belongs to a ticket already stays with it.
 */
export const adopt = async (
  { store, kinds, flows, now }: Running & { readonly flows: readonly Flow[] },
  { message: pointedAt, files, author, place, text }: Extract<Asking, { kind: 'adopt' }>,
  speaking: Speaking,
): Promise<Step> => {
  const { person, directory, language } = speaking
  const message = place.flat ? unquoted(pointedAt) : pointedAt
  const root = { ...message, message: message.thread ?? message.message }
  const linked = (await store.threads.find(message)) ?? (await store.threads.find(root))
  if (linked !== undefined) {
    const visible = await store.as(speaking.reader).item(linked.item)
    const t = texts(language).app
    return { kind: 'refuse', saying: visible === undefined ? t.notForYou : t.belongsTo(linked.item) }
  }
  const wrote = personByAccount(directory, author)
  const reporter = wrote?.side === 'customer' && isAtHome(wrote.org, speaking) ? wrote : person
  const opens = reporter.side === 'customer' ? 'report' : 'log'
  const flow = flows.find(({ name }) => name === opens)
  if (flow === undefined) return { kind: 'refuse', saying: texts(language).app.notForYou }
  const about = { place, words: wordsOf(text, files), message, ...(files === undefined ? {} : { files }) }
  const context = await contextOf(
    kinds,
    store.as(speaking.reader),
    { ...speaking, person: reporter },
    now(),
    about,
  )
  return flow.begin(context)
}

/** Whether somebody of this customer is at home where the message stands: in their own room, or with the speaker alone. */
const isAtHome = (org: string, { room, person }: Speaking): boolean =>
  room === undefined ? org === person.org : room.side === 'customer' && room.org === org
