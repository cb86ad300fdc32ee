import { isOf } from '../../domain/item/kinds.ts'
import type { Query } from '../../domain/item/reading.ts'
import { seesAll } from '../../domain/list/overview.ts'
import { decide } from '../../domain/ticket/decide.ts'
import { isContact, mayConsent } from '../../domain/ticket/permission.ts'
import type { Ticket } from '../../domain/ticket/ticket.ts'
import { conversationsItem } from './conversations-item.ts'
import type { Heard } from './heard.ts'

/** A ticket that words without a number may be about, as it was read. */
export type Near = { readonly ticket: Ticket; readonly seq: number }

const minute = 60_000

/** What was reported so lately is what its reporter goes on to speak of. */
const lately = 10 * minute

/** In a customer's room the supplier's people speak of that customer's tickets alone: others read along (T50). */
const isSpokenOf = ({ audience, person, room }: Heard['speaking'], { customer }: Ticket): boolean =>
  audience === 'supplier' || person.side === 'customer' || room?.org === customer

const read = async (
  { scoped, speaking }: Pick<Heard, 'scoped' | 'speaking'>,
  query: Query,
): Promise<readonly Near[]> =>
  (await scoped.list({ kind: 'ticket', ...query })).flatMap((row) =>
    isOf('ticket', row) && isSpokenOf(speaking, row.state) ? [{ ticket: row.state, seq: row.seq }] : [],
  )

/** Those whose solution waits for this person's word. */
export const awaitingConsent = async (heard: Heard): Promise<readonly Near[]> => {
  const { person, directory } = heard.speaking
  return (await read(heard, { list: 'waiting', for: 'consent' })).filter(({ ticket }) =>
    mayConsent(directory, ticket, person),
  )
}

/** Those that an approval of this person's is asked for. */
export const awaitingApproval = async (heard: Heard): Promise<readonly Near[]> => {
  const { person, directory } = heard.speaking
  return (await read(heard, { list: 'waiting', for: 'answer' })).filter(
    ({ ticket }) => ticket.ask?.kind === 'approval' && isContact(directory, ticket, person),
  )
}

/** Those of theirs that the supplier proposed something of, and that wait for their decision. */
export const awaitingDecision = async (heard: Heard): Promise<readonly Near[]> => {
  const { person, directory } = heard.speaking
  return (await read(heard, { list: 'open' })).filter(
    ({ ticket }) =>
      (ticket.downgrade ?? ticket.merging) !== undefined && mayConsent(directory, ticket, person),
  )
}

/** Somebody's own: what they reported, or own, and what is not over. */
export const ownOpen = async (heard: Heard): Promise<readonly Near[]> =>
  (await read(heard, { list: 'mine' })).filter(
    ({ ticket: { status } }) => status !== 'closed' && status !== 'cancelled',
  )

/** All that are open and that this person may see. */
export const allOpen = (heard: Heard): Promise<readonly Near[]> => read(heard, { list: 'open' })

/** Somebody's own open tickets; of who has none, those they look after. */
export const concerning = async (heard: Heard): Promise<readonly Near[]> => {
  const own = await ownOpen(heard)
  return own.length > 0 || !seesAll(heard.speaking.person) ? own : allOpen(heard)
}

/** Of what this person reported, what they may open again now. */
export const reopenable = async (heard: Heard): Promise<readonly Near[]> => {
  const { person, directory } = heard.speaking
  const { now } = await heard.context(undefined, '')
  const by = { kind: 'person', id: person.id, side: person.side, org: person.org } as const
  return (await read(heard, { list: 'mine' })).filter(
    ({ ticket }) =>
      ticket.status === 'closed' &&
      decide(ticket, { do: 'ticket.reopen', reason: '…', at: now, by }, { directory }).ok,
  )
}

/** The ticket that whatever is said in a conversation without threads joins. Elsewhere none is guessed by what came last. */
export const joinedHere = async (heard: Heard): Promise<string | undefined> =>
  heard.place.flat ? conversationsItem(heard, heard.place) : undefined

/** The ticket spoken of in this conversation: the one its words join, or what this person reported here a moment ago. */
export const spokenOfHere = async (heard: Heard): Promise<string | undefined> => {
  const { place, scoped } = heard
  if (place.flat) return conversationsItem(heard, place)
  const { now } = await heard.context(undefined, '')
  const rows = (await scoped.reportedIn(place)).flatMap((row) => (isOf('ticket', row) ? [row.state] : []))
  return rows
    .filter(({ acceptedAt, status }) => now - acceptedAt <= lately && status !== 'cancelled')
    .toSorted((one, other) => other.acceptedAt - one.acceptedAt)[0]?.id
}

/** The words of a ticket, which name nothing new. */
export const wordsOfTicket = ({ id, title, text, ask }: Ticket): string =>
  [id, title, text, ask?.text ?? ''].join('\n')
