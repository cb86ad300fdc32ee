import type { Adapter } from '../chat/adapter.ts'
import { card } from '../chat/card.ts'
import type { Place } from '../chat/inbound.ts'
import type { Instant } from '../domain/calendar/calendar.ts'
import type { MessageRef } from '../domain/ticket/event.ts'
import type { Settlement } from '../store/settlement.ts'
import type { Owed } from '../store/store.ts'
import { type TogetherRow, togetherCard, togetherLine } from '../view/together-card.ts'
import type { Known, Sending } from './send.ts'
import { backoff, unclear } from './try-places.ts'

/** A row for somebody's own conversation with the bot; `shown`: their card of its item, or a list with it, stands there. */
export type Reached = {
  readonly owed: Owed
  readonly known: Known
  readonly adapter: Adapter
  readonly place: Place
  readonly shown?: string
}

/** A row as a message of several shows it. */
export const rowOf = ({ owed: { item, notice }, known: { subject } }: Reached): TogetherRow => ({
  item,
  about: subject?.face.about(notice.about, notice.language) ?? notice.about,
  card: notice.card,
  ...(notice.brief === undefined ? {} : { brief: notice.brief }),
})

/** Of each item what was said last. */
const newest = (group: readonly Reached[]): readonly Reached[] => [
  ...new Map(group.map((one) => [one.owed.item, one])).values(),
]

/** All of them are tried again then. */
export const again = (group: readonly Reached[], at: Instant, nextAt: Instant, why: string, tried: boolean) =>
  group.map(({ owed: { id } }): Settlement => ({ id, status: 'again', at, nextAt, why, tried }))

/** The list stands there with these rows too, and is drawn with them. */
export const stand = async (
  { store }: Pick<Sending, 'store'>,
  message: MessageRef,
  group: readonly Reached[],
): Promise<void> => {
  const [first] = group
  if (first?.owed.notice.to.kind !== 'person') return
  const { side, language, zone, to } = first.owed.notice
  await store.lists.stand(
    { message, supplier: first.known.directory.supplier, person: to.person, side, language, zone },
    newest(group).map(({ owed: { id, item, seq } }) => ({ item, seq, notice: id })),
  )
}

/** Posts several items in one message: the list itself, or, below one that stands there, a line that rings for it. */
export const postTogether = async (
  { store, now, pace }: Sending,
  group: readonly Reached[],
): Promise<readonly Settlement[]> => {
  const [first] = group
  if (first === undefined) return []
  const { adapter, place, owed } = first
  const { language, zone } = owed.notice
  const key = owed.together ?? owed.id
  const going = { act: 'post', to: place, limits: adapter } as const
  const lane = Math.min(...group.map(({ owed: { notice } }) => notice.lane))
  const wait = pace.take(going, lane, key)
  if (wait > 0) return again(group, now(), now() + wait, 'in turn', false)
  const rows = newest(group).map(rowOf)
  const list = await store.lists.at(place)
  await store.lists.join(
    group.map(({ owed: { id } }) => id),
    key,
  )
  const whole = togetherCard(rows, language)
  const line = togetherLine(rows, language)
  const drawn =
    list === undefined
      ? whole
      : card({ tone: 'alarm', blocks: [{ type: 'text', text: line }], summary: line })
  const target = list === undefined ? place : { ...place, thread: list.message }
  const post = { key, card: drawn, language, zone, ...(list === undefined ? {} : { aloud: true as const }) }
  const before = owed.together === undefined ? undefined : await adapter.find(target, key)
  const posted =
    before === undefined
      ? await adapter.post(target, post).catch(unclear)
      : ({ outcome: 'sent', message: before } as const)
  switch (posted.outcome) {
    case 'sent': {
      const { message } = posted
      await stand({ store }, list ?? message, group)
      const abouts = [...new Set(group.map(({ owed: { notice } }) => notice.about))]
      await store.lists.rung(place, { at: now(), abouts })
      return group.map(({ owed: { id } }) => ({ id, status: 'sent', at: now(), message, shared: true }))
    }
    case 'wait':
      pace.hold(going, posted.retryAfter, lane, posted.everywhere ?? false)
      return again(group, now(), now() + posted.retryAfter, 'asked to wait', false)
    case 'unknown':
      return again(group, now(), now() + backoff(owed.attempts), posted.why, true)
    case 'unreachable':
      // Each goes its own way: another account, somebody else.
      return []
  }
}
