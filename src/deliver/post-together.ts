import { card } from '../chat/card.ts'
import type { MessageRef } from '../domain/ticket/event.ts'
import type { Settlement } from '../store/settlement.ts'
import { type TogetherRow, togetherCard, togetherLine } from '../view/together-card.ts'
import { postShared } from './post-shared.ts'
import type { Reached } from './reached.ts'
import type { Sending } from './send.ts'

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
  sending: Sending,
  group: readonly Reached[],
): Promise<readonly Settlement[]> => {
  const [first] = group
  if (first === undefined) return []
  const { store, now } = sending
  const { place, owed } = first
  const { language, zone } = owed.notice
  const list = await store.lists.at(place)
  const rows = newest(group).map(rowOf)
  const line = togetherLine(rows, language)
  const post =
    list === undefined
      ? { card: togetherCard(rows, language), language, zone }
      : {
          card: card({ tone: 'alarm', blocks: [{ type: 'text', text: line }], summary: line }),
          ...{ language, zone, aloud: true as const },
        }
  const target = list === undefined ? place : { ...place, thread: list.message }
  const { settlements, message } = await postShared(sending, group, target, post)
  if (message !== undefined) {
    await stand(sending, list ?? message, group)
    const abouts = [...new Set(group.map(({ owed: { notice } }) => notice.about))]
    await store.lists.rung(place, { at: now(), abouts })
  }
  return settlements
}
