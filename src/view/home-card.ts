import type { Block, Card } from '../chat/card.ts'
import { day } from '../domain/calendar/units.ts'
import type { ListQuery } from '../domain/list/list-query.ts'
import { type Overview, seesAll } from '../domain/list/overview.ts'
import type { Person } from '../domain/people/directory.ts'
import { homeButtons } from './home-buttons.ts'
import { homeDuty } from './home-duty.ts'
import { type HomeLists, homeSections, type Section } from './home-sections.ts'
import { toList } from './list-offers.ts'
import { orgName } from './org-name.ts'
import { overviewBlocks } from './overview-blocks.ts'
import { type Reading, type Speech, speak } from './reading.ts'

/** So many rows has a part of a page: with all parts it stays well below what a platform can show. */
const most = 8
/** So many rows at most were read of a list: how many more there are is not known then. */
const mostRead = 50
/** So long, and so many, closed tickets are remembered on the page. */
const recent = { within: 7 * day, most: 3 }

/** What of a part is not shown leads to all of it; of a part that is no list its number is said. */
const restOf = (
  count: number | undefined,
  all: ListQuery | undefined,
  { home, lists }: Speech['t'],
): Block => {
  const rest = count === undefined ? lists.overview.many : lists.overview.rest(count)
  return all === undefined
    ? { type: 'note', text: home.more }
    : { type: 'table', columns: [''], rows: [{ cells: [rest], button: toList(lists.buttons.seeAll, all) }] }
}

/** The parts as groups of blocks, and how many tickets are in each: a ticket stands in the first part that lists it. */
const drawAll = (sections: readonly Section[], { t }: Speech) => {
  const seen = new Set<string>()
  return sections.map(({ title, empty, columns, rows, draw, all, pressing = false }) => {
    const drawn = rows.flatMap((row) => {
      const line = seen.has(row.id) ? undefined : draw(row)
      if (line !== undefined) seen.add(row.id)
      return line ?? []
    })
    const blocks: readonly Block[] = [
      { type: 'text', text: title },
      { type: 'table', columns, rows: drawn.slice(0, most) },
      ...(drawn.length > most
        ? [restOf(rows.length < mostRead ? drawn.length - most : undefined, all, t)]
        : []),
    ]
    // A part whose tickets all stand further up is not empty, it is only not repeated.
    const nothing = rows.length === 0 && empty !== undefined ? [empty] : []
    return { count: drawn.length, blocks: drawn.length === 0 ? [] : blocks, nothing, pressing }
  })
}

type Part = ReturnType<typeof drawAll>[number]

/** Groups of blocks, a line between each two; what is said of empty parts in a row is one text. */
const inRows = (
  parts: readonly Pick<Part, 'blocks' | 'nothing'>[],
  { t }: Speech,
): readonly (readonly Block[])[] => {
  const groups: (readonly Block[])[] = []
  let said: readonly string[] = []
  const flush = () => {
    if (said.length > 0) groups.push([{ type: 'text', text: t.common.sentences(said) }])
    said = []
  }
  for (const { blocks, nothing } of parts) {
    said = [...said, ...nothing]
    if (blocks.length === 0) continue
    flush()
    groups.push(blocks)
  }
  flush()
  return groups
}

const closedLately = ({ mine = [] }: HomeLists, { now }: Reading): readonly string[] =>
  mine
    .flatMap(({ id, line: { closedAt } }) =>
      closedAt !== undefined && now - closedAt <= recent.within ? [{ id, closedAt }] : [],
    )
    .toSorted((one, other) => other.closedAt - one.closedAt)
    .slice(0, recent.most)
    .map(({ id }) => id)

/** `follows`: it is drawn anew where it stands whenever something happens. `overview`: it is asked for as how things stand. */
type Drawn = {
  readonly follows: boolean
  readonly counts: readonly Overview[]
  readonly overview?: boolean
}

/** What a page is headed: whose it is, or of whom it is the overview. */
const headOf = (person: Person, overview: boolean, reading: Reading): string => {
  const { home } = speak(reading).t
  if (!overview) return home.title
  return seesAll(person)
    ? home.overview(orgName(reading.directory, person.org, reading.language))
    : home.ownOverview
}

/**
 * A person's own page: what waits for them first, then what is late or at risk, what is theirs, who is on duty, and where to
 * begin. Who is at work reads first that they are on duty, who leads reads it last.
 */
export const homeCard = (
  person: Person,
  lists: HomeLists,
  reading: Reading,
  { follows, counts, overview = false }: Drawn,
): Card => {
  const speech = speak(reading)
  const { t, zoned } = speech
  const parts = drawAll(homeSections(person, lists, reading), speech)
  const shown = parts.reduce((sum, { count }) => sum + count, 0)
  const [waiting = 0] = parts.map(({ count }) => count)
  const customer = person.side === 'customer'
  // Of the supplier's people only who has nothing at all is told so: work waits for them without asking for a word.
  const quiet = shown === 0 || (customer && waiting === 0)
  const closed = customer ? closedLately(lists, reading) : []
  const [first, ...others] = parts
  const duty = customer ? [] : homeDuty(person, reading)
  const leads = lists.risk !== undefined
  const groups = [
    leads ? [] : duty,
    ...inRows(
      [{ blocks: [], nothing: quiet ? [t.home.nothing] : [] }, ...(first === undefined ? [] : [first])],
      speech,
    ),
    ...inRows(
      others.filter(({ pressing }) => pressing),
      speech,
    ),
    overviewBlocks(person, counts, reading),
    ...inRows(
      others.filter(({ pressing }) => !pressing),
      speech,
    ),
    leads ? duty : [],
    [
      ...(closed.length === 0 ? [] : [t.home.closed(t.common.list(closed))]),
      (follows ? t.home : t.card).asOf(zoned(reading.now)),
    ].map((text) => ({ type: 'note', text }) as const),
  ].filter((group) => group.length > 0)
  const stands = shown === 0 ? t.home.nothing : t.home.holds(shown)
  const own = waiting === 0 ? stands : t.home.waits(waiting)
  const { risk = [] } = lists
  return {
    title: headOf(person, overview, reading),
    tone: 'neutral',
    blocks: groups.flatMap((group, index) =>
      index === 0 ? group : [{ type: 'divider' } as const, ...group],
    ),
    buttons: homeButtons(person, lists, reading),
    summary: risk.length === 0 ? own : t.common.sentences([t.home.risk(risk.length), own]),
  }
}
