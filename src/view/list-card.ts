import { type Block, type Button, type Card, card, type TableRow } from '../chat/card.ts'
import type { ListedRow } from '../chat/line.ts'
import type { FoundList } from '../domain/list/found-list.ts'
import { anyList, firstPage, type ListQuery } from '../domain/list/list-query.ts'
import { writeList } from '../domain/list/written-list.ts'
import type { Person } from '../domain/people/directory.ts'
import { listOffers, toList } from './list-offers.ts'
import { emptyWords, groupWords, limitsOf } from './list-words.ts'
import { type Reading, speak } from './reading.ts'

/** What was asked for a list, beside its query: what of the words was not understood. */
export type AskedFor = { readonly query: ListQuery; readonly unknown: readonly string[] }

/** An item as a row: its number, what it is, how it stands, who is next, and until when. */
const listRow = ({ id, line: { title, status, tag, next, owner, due, act } }: ListedRow): TableRow => ({
  cells: [id, title, status, next ?? owner, due],
  button: act,
  ...(tag === undefined ? {} : { tag }),
})

const countWords = ({ count, isMore }: FoundList<ListedRow>, reading: Reading): string =>
  isMore ? speak(reading).t.lists.more(count) : String(count)

const table = (rows: readonly ListedRow[], reading: Reading): Block => {
  const { ticket, what, status, next, due } = speak(reading).t.lists.columns
  return {
    type: 'table',
    columns: [ticket, what, status, next, due],
    rows: rows.map(listRow),
  }
}

const dueAt = ({ index }: ListedRow): number => index.dueAt ?? Number.POSITIVE_INFINITY

/** Items to choose from under a question, the one whose promise runs out first on top; those without a running promise last. Where there is none to choose, the way to all there are. */
export const rowsCard = (title: string, rows: readonly ListedRow[], reading: Reading): Card => {
  const { lists, views } = speak(reading).t
  if (rows.length === 0)
    return card({
      blocks: [{ type: 'text', text: lists.noneToChoose }],
      buttons: [toList(lists.buttons.seeAll, { ...anyList, groups: ['open'] })],
      summary: lists.noneToChoose,
    })
  const sorted = rows.toSorted((one, other) => (dueAt(one) === dueAt(other) ? 0 : dueAt(one) - dueAt(other)))
  return card({
    title,
    blocks: [table(sorted, reading)],
    summary: views.list.summary(title, rows.length),
  })
}

/** What was said and means nothing here, what can be said, and the search for it. */
const misread = (unknown: readonly string[], query: ListQuery, reading: Reading) => {
  const { t } = speak(reading)
  const { lists } = t
  if (unknown.length === 0) return { blocks: [], buttons: [] }
  const words = t.common.list(unknown.map(lists.quoted))
  const text = unknown.join(' ')
  return {
    blocks: [{ type: 'note', text: t.common.sentences([lists.unknown(words), lists.how]) }] as const,
    buttons: [toList(lists.buttons.search(text), { ...query, text })],
  }
}

/** One page of a list: how many there are of what was asked for, a row each, and where to go on. */
export const listCard = (
  { query, unknown }: AskedFor,
  found: FoundList<ListedRow>,
  person: Person,
  reading: Reading,
): Card => {
  const { t } = speak(reading)
  const { lists, common } = t
  const first = firstPage(query)
  const { blocks, buttons } = misread(unknown, first, reading)
  const offers: readonly Button[] = [...buttons, ...listOffers(found, query, person, reading)]
  const list = { words: writeList(first) }
  if (found.rows.length === 0) {
    const text = emptyWords(query, reading)
    return {
      title: lists.empty,
      tone: 'neutral',
      blocks: [...blocks, { type: 'text', text }],
      buttons: offers,
      summary: text,
      list,
    }
  }
  const title = common.row([
    lists.counted(countWords(found, reading), groupWords(query, reading)),
    ...limitsOf(query, reading).map(({ label }) => label),
  ])
  const isPart = found.isMore || found.rows.length < found.count
  const drawn: readonly Block[] = [
    ...blocks,
    table(found.rows, reading),
    ...(isPart
      ? [{ type: 'note', text: lists.some(found.rows.length, countWords(found, reading)) } as const]
      : []),
  ]
  return { title, tone: 'neutral', blocks: drawn, buttons: offers, summary: title, list }
}

/** Which of several people or customers of one name is meant: a button each, and nothing listed before that. */
export const namesakesCard = (
  said: string,
  choices: readonly { readonly label: string; readonly query: Partial<ListQuery> }[],
  query: ListQuery = anyList,
  reading: Reading,
): Card => {
  const text = speak(reading).t.lists.whose(said)
  return {
    tone: 'neutral',
    blocks: [{ type: 'text', text }],
    buttons: choices.map(({ label, query: one }) => toList(label, { ...query, ...one })),
    summary: text,
  }
}
