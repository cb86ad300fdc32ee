import { card } from '../../chat/card.ts'
import type { Order, Tried } from '../../chat/flow.ts'
import type { Instant } from '../../domain/calendar/calendar.ts'
import { isOf } from '../../domain/item/kinds.ts'
import type { Notice } from '../../store/change.ts'
import type { ScopedStore, Store } from '../../store/store.ts'
import { texts } from '../../text/texts.ts'
import { nameOf } from '../../view/reading.ts'
import type { Refused } from '../../work/decide.ts'
import type { KindsOfWork } from '../../work/kind.ts'
import type { Speaking } from '../speaker/speaking.ts'
import { sayRefusal } from './say.ts'

/** What is only asked for once more was not tried in vain. */
const asksAgain: readonly string[] = [
  ...['text_missing', 'text_too_long', 'reason_missing', 'breach_reason_missing', 'malformed'],
  ...['unknown_person', 'unknown_level', 'unknown_category', 'not_found'],
]

/** The act on a ticket that orders which were refused came to. */
export const triedOf = async (
  { kinds, now }: { readonly kinds: KindsOfWork; readonly now: () => Instant },
  scoped: ScopedStore,
  [first]: readonly Order[],
  refused: Refused,
  speaking: Speaking,
): Promise<Tried | undefined> => {
  if (first === undefined || !('item' in first) || asksAgain.includes(refused.no.code)) return undefined
  const found = await scoped.item(first.item)
  if (found === undefined || !isOf('ticket', found)) return undefined
  const why: Tried['why'] = (voice) => sayRefusal(kinds, refused, { ...speaking, ...voice }, now())
  return { act: first.wish.do.replace('ticket.', ''), ticket: found.state, why }
}

/**
 * What a customer's person tried and was refused, as a line in the ticket's thread in the engineers' room: who works on it
 * hears what was wanted. It rings nobody, and nothing is said where the ticket stands in no such room.
 */
export const inVain = async (
  { store }: { readonly store: Store },
  { act, ticket, why }: Tried,
  { speaking, inbox }: { readonly speaking: Speaking; readonly inbox: string },
): Promise<readonly Notice[]> => {
  const { person, directory } = speaking
  const { language = 'en', zone = 'UTC' } = directory.suppliers[ticket.supplier] ?? {}
  const rooms = Object.values(directory.rooms).filter(
    ({ side, org }) => side === 'supplier' && org === ticket.supplier,
  )
  if (person.side !== 'customer') return []
  const t = texts(language)
  const label = Object.entries(t.buttons).find(([name]) => name === act)?.[1] ?? act
  const saying = t.asked.inVain(nameOf(directory, person.id), label, why({ language, zone }))
  const told: Notice[] = []
  for (const { id, platform, team, conversation } of rooms) {
    const place = { platform, team, conversation, direct: false }
    const root = await store.threads.root(ticket.id, 'supplier', place)
    if (root === undefined) continue
    told.push({
      key: `inbox.${inbox}.vain.${id}`,
      to: { kind: 'place', place: { ...place, thread: root.thread ?? root.message } },
      supplier: ticket.supplier,
      role: 'room',
      side: 'supplier',
      about: 'in_vain',
      card: card({ summary: saying, blocks: [{ type: 'note', text: saying }] }),
      language,
      zone,
      lane: 4,
    })
  }
  return told
}
