import type { Block, Button, Card } from '../chat/card.ts'
import type { Language } from '../domain/people/sides.ts'
import { texts } from '../text/texts.ts'
import { actOf, isLookUp } from './offers.ts'

/** An item among several that a person is told of in one message: what was said of it, and what of that can still be done. */
export type TogetherRow = {
  readonly item: string
  /** In a word or two: `alarm`. */
  readonly about: string
  readonly card: Card
  readonly brief?: Card
  /** Everything that can be done on it now; absent: all that was offered. */
  readonly offered?: ReadonlySet<string>
  /** How it stands, where nothing can be done any more. */
  readonly stands?: string
}

/** So many are named in one message; the rest is counted, and all of them are in the lists. */
export const most = 20

/** What else there is, counted and not read. */
type Rest = { readonly waiting: number; readonly done: number }
const none: Rest = { waiting: 0, done: 0 }

const andMore = (count: number, language: Language): readonly Block[] =>
  count <= most ? [] : [{ type: 'note', text: texts(language).notices.together.more(count - most) }]

/** The one thing a row asks for, as long as it can be done. */
const stepOf = ({ card, brief = card, offered }: TogetherRow): Button | undefined => {
  const step = brief.buttons.find((button) => !isLookUp(button))
  return step === undefined || (offered !== undefined && !offered.has(actOf(step.press))) ? undefined : step
}

/** Whether a row asks for nothing any more. */
export const isDone = (row: TogetherRow): boolean => stepOf(row) === undefined

const newsOf = ({ card, brief = card }: TogetherRow): string => {
  const first = brief.blocks.find(({ type }) => type === 'text')
  return first?.type === 'text' ? first.text : brief.summary
}

/** Numbers one after another; of many the first. */
const named = (items: readonly string[], language: Language): string => {
  const { common, notices } = texts(language)
  const first = items.slice(0, most)
  return items.length <= most
    ? common.list(first)
    : common.list([...first, notices.together.more(items.length - most)])
}

/** What came of which items, in one line: for a push, and below a list that has them in full. `more`: so many are not named. */
export const togetherLine = (rows: readonly TogetherRow[], language: Language, more = 0): string => {
  const { together } = texts(language).notices
  const abouts = [...new Set(rows.map(({ about }) => about))]
  const itemsOf = (about: string) => rows.flatMap((row) => (row.about === about ? [row.item] : []))
  return together.line([
    ...abouts.map((about) => together.of(about, named(itemsOf(about), language))),
    ...(more === 0 ? [] : [together.more(more)]),
  ])
}

/** What is good to know of several items, by item; of one alone, which is named elsewhere, its news line by line. */
export const digestCard = (rows: readonly TogetherRow[], language: Language): Card => {
  const { notices } = texts(language)
  const items = [...new Set(rows.map(({ item }) => item))]
  const newsBy = (item: string): string =>
    rows.flatMap((row) => (row.item === item ? [newsOf(row)] : [])).join('\n')
  const summary = togetherLine(rows, language)
  const [only, ...more] = items
  if (only !== undefined && more.length === 0)
    return { tone: 'neutral', blocks: [{ type: 'text', text: newsBy(only) }], buttons: [], summary }
  return {
    title: notices.together.digest,
    tone: 'neutral',
    blocks: [
      {
        type: 'table',
        columns: [],
        rows: items.slice(0, most).map((item) => {
          const card = rows.findLast((row) => row.item === item)?.card
          const button = card?.buttons.find(isLookUp)
          return { cells: [card?.title ?? item, newsBy(item)], ...(button === undefined ? {} : { button }) }
        }),
      },
      ...andMore(items.length, language),
    ],
    buttons: [],
    summary,
  }
}

/**
 * Several items that wait for one person, each in a row with its next step. `rest`: more of them than are read, none of which is
 * among the first of its sort.
 */
export const togetherCard = (rows: readonly TogetherRow[], language: Language, rest = none): Card => {
  const { notices } = texts(language)
  const count = rows.length + rest.waiting + rest.done
  const { together } = notices
  const waiting = rows.filter((row) => !isDone(row))
  const open = waiting.length + rest.waiting
  // What still waits comes first where not all of them are shown.
  const shown = rows.length <= most ? rows : [...waiting, ...rows.filter(isDone)].slice(0, most)
  return {
    title: open === 0 ? together.over : together.title(open),
    tone: open === 0 ? 'neutral' : 'alarm',
    blocks: [
      {
        type: 'table',
        columns: [],
        rows: shown.map((row) => {
          const done = isDone(row)
          const button = stepOf(row) ?? row.card.buttons.find(isLookUp)
          return {
            cells: [row.card.title ?? row.item, done ? (row.stands ?? newsOf(row)) : newsOf(row)],
            ...(button === undefined ? {} : { button }),
          }
        }),
      },
      ...andMore(count, language),
    ],
    buttons: [],
    summary: togetherLine(shown, language, count - shown.length),
  }
}
