import type { Block, Button, Card, TableRow } from '../chat/card.ts'
import type { InHand } from '../chat/in-hand.ts'
import type { Told } from '../domain/item/reading.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { type Reading, type Speech, speak } from './reading.ts'
import { asWords, newsWords, stateWords, whoWords } from './told-words.ts'

/** Of whom, and which page: the choice of a button that leads on. */
type Part = { readonly whom?: string; readonly page: number }

/** So many people, or notices of one person, stand on a page. */
const pageSize = 12

/** The part a button asked for; everybody's first page where it asked for none. */
export const toldPart = (choice: string | undefined): Part => {
  const [, whom = '', page = '1'] = /^(.*)#(\d{1,6})$/.exec(choice ?? '') ?? []
  return { ...(whom === '' ? {} : { whom }), page: Math.max(1, Number(page)) }
}

const choiceOf = ({ whom = '', page }: Part): string => `${whom}#${page}`

/** Whose a notice is, as a button names them. */
const keyOf = ({ person, room, side }: Told): string =>
  person !== undefined ? `person ${person}` : room !== undefined ? `room ${room}` : `thread ${side}`

type Group = { readonly key: string; readonly notices: readonly [Told, ...Told[]] }

/** Everybody with what they were told, the newest first. */
const grouped = (newestFirst: readonly Told[]): readonly Group[] => {
  const groups = new Map<string, [Told, ...Told[]]>()
  for (const told of newestFirst) {
    const known = groups.get(keyOf(told))
    if (known === undefined) groups.set(keyOf(told), [told])
    else known.push(told)
  }
  return [...groups].map(([key, notices]) => ({ key, notices }))
}

const isOver = ({ status }: Told): boolean => status === 'withdrawn' || status === 'superseded'

/** What came to somebody last, or is to; only where nothing did, what was not sent any more. */
const lastOf = ({ notices }: Group): Told => notices.find((told) => !isOver(told)) ?? notices[0]

const count = (notices: readonly Told[], status: Told['status']): number =>
  notices.filter((told) => told.status === status).length

/** How all notices stand, in one sentence: none is left out. */
const totals = (notices: readonly Told[], { t }: Pick<Speech, 't'>): string =>
  t.views.told.totals(notices.length, count(notices, 'sent'), {
    owed: count(notices, 'owed'),
    failed: count(notices, 'failed'),
    over: notices.filter(isOver).length,
  })

/** What of somebody's earlier notices the last one does not say: that some are still on their way, or reached them not. */
const besides = ({ notices }: Group, last: Told, { t }: Speech): readonly string[] => {
  const rest = notices.filter((told) => told !== last)
  const { alsoOwed, alsoFailed } = t.views.told
  const [owed, failed] = [count(rest, 'owed'), count(rest, 'failed')]
  return [...(owed === 0 ? [] : [alsoOwed(owed)]), ...(failed === 0 ? [] : [alsoFailed(failed)])]
}

type ToldItem = Pick<InHand, 'id' | 'about'> & Partial<Pick<InHand, 'seq'>>

type Drawn = { readonly item: ToldItem; readonly speech: Speech; readonly reading: Reading }

const lead = ({ item: { id, seq } }: Drawn, label: string, part: Part): Button => ({
  label,
  style: 'normal',
  press: { flow: 'told', item: id, ...(seq === undefined ? {} : { seen: seq }), choice: choiceOf(part) },
})

const news = (told: Told, { item, speech, reading }: Drawn): string =>
  newsWords(told, speech, (about) => item.about(about, reading.language))

const personRow = (group: Group, drawn: Drawn, ticket: Ticket | undefined): TableRow => {
  const { speech, reading } = drawn
  const { views, common } = speech.t
  const last = lastOf(group)
  const { person } = last
  const who = whoWords(last, speech, reading)
  const owes =
    person !== undefined && ticket?.escalations.some(({ waitingFor }) => waitingFor.includes(person)) === true
  const { length } = group.notices
  return {
    cells: [
      person === undefined ? who : views.told.who(who, asWords(last, speech)),
      news(last, drawn),
      common.row([
        stateWords(last, speech, { ...reading, short: length > 1 }),
        ...(owes ? [views.told.owes] : []),
        ...besides(group, last, speech),
      ]),
    ],
    ...(length < 2 ? {} : { button: lead(drawn, views.told.all(length), { whom: group.key, page: 1 }) }),
  }
}

const noticeRow = (told: Told, drawn: Drawn): TableRow => ({
  cells: [
    drawn.speech.moment(told.owedAt),
    news(told, drawn),
    asWords(told, drawn.speech),
    stateWords(told, drawn.speech, drawn.reading),
  ],
})

/** The rows of one page, and the buttons to those before and after it. */
const paged = <Row>(
  rows: readonly Row[],
  { whom, page }: Part,
  drawn: Drawn,
  rowOf: (row: Row) => TableRow,
) => {
  const { previous, next } = drawn.speech.t.lists.buttons
  const at = Math.min(page, Math.max(1, Math.ceil(rows.length / pageSize)))
  const of = whom === undefined ? {} : { whom }
  return {
    rows: rows.slice((at - 1) * pageSize, at * pageSize).map(rowOf),
    buttons: [
      ...(at > 1 ? [lead(drawn, previous, { ...of, page: at - 1 })] : []),
      ...(at * pageSize < rows.length ? [lead(drawn, next, { ...of, page: at + 1 })] : []),
    ],
  }
}

/**
 * Who was told what, when, and with which result (M2.3): everybody once with what they were told last, the newest first; of one
 * person all of it. The customer sees their own side of it.
 */
export const toldCard = (
  item: ToldItem,
  notices: readonly Told[],
  reading: Reading & { readonly ticket?: Ticket },
  part: Part = { page: 1 },
): Card => {
  const { ticket } = reading
  // Moments are the reader's, named once below; the names of the rungs are those that were agreed.
  const { agreement } = speak(reading, ticket)
  const speech: Speech = { ...speak(reading), ...(agreement === undefined ? {} : { agreement }) }
  const drawn: Drawn = { item, speech, reading }
  const { told: words } = speech.t.views
  const seen = notices
    .map((told, place) => ({ told, place }))
    .filter(({ told: { side } }) => reading.audience === 'supplier' || side === 'customer')
    .toSorted((one, other) => other.told.owedAt - one.told.owedAt || other.place - one.place)
    .map(({ told }) => told)
  const everybody = grouped(seen)
  const one = everybody.find(({ key }) => key === part.whom)
  const summary = seen.length === 0 ? words.empty : words.summary(item.id, totals(seen, speech))
  const text = (said: string): Block => ({ type: 'text', text: said })
  if (seen.length === 0)
    return { title: words.title(item.id), tone: 'neutral', blocks: [text(words.empty)], buttons: [], summary }
  const { rows, buttons } =
    one === undefined
      ? paged(everybody, { page: part.page }, drawn, (group) => personRow(group, drawn, ticket))
      : paged(one.notices, { ...part, whom: one.key }, drawn, (told) => noticeRow(told, drawn))
  return {
    title:
      one === undefined
        ? words.title(item.id)
        : words.titleOf(item.id, whoWords(one.notices[0], speech, reading)),
    tone: seen.some(({ status }) => status === 'failed') ? 'warning' : 'neutral',
    blocks: [
      text(totals(one?.notices ?? seen, speech)),
      { type: 'table', columns: one === undefined ? words.people : words.columns, rows },
      { type: 'note', text: words.zone(reading.zone) },
    ],
    buttons: [...(one === undefined ? [] : [lead(drawn, words.everybody, { page: 1 })]), ...buttons],
    summary,
  }
}
