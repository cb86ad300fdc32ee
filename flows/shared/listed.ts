import type { Context, Step } from '../../src/chat/flow.ts'
import type { Named } from '../../src/domain/list/called.ts'
import type { ListQuery } from '../../src/domain/list/list-query.ts'
import { type ReadList, readList } from '../../src/domain/list/read-list.ts'
import { roomAt } from '../../src/domain/people/find.ts'
import { texts } from '../../src/text/texts.ts'
import { listCard, namesakesCard } from '../../src/view/list-card.ts'
import { listControls } from '../../src/view/list-controls.ts'
import { orgName } from '../../src/view/org-name.ts'
import { nameOf } from '../../src/view/reading.ts'
import { toldApart } from '../../src/view/told-apart.ts'
import { showableRows } from './showable.ts'

/** So many rows have a page: what a person reads through there, and far from what the platform can take. */
const sizes = { web: 50, slack: 15, teams: 15 } as const

/** The customer whose people read along: there only theirs exists, whoever asks (T50). */
const besideThem = ({ audience, person, place, directory }: Context): string | undefined =>
  audience === 'supplier' || person.side === 'customer' || place.direct
    ? undefined
    : (roomAt(directory, place.platform, place.team, place.conversation)?.org ?? '')

/** Words about a list, with the names that may be said where they were asked. */
export const listRead = (context: Context, words: string): ReadList => {
  const customer = besideThem(context)
  const { person, directory } = context
  const names = customer === undefined ? person : ({ side: 'customer', org: customer } as const)
  return readList(words, { directory, person, names })
}

const choicesOf = (context: Context, who: readonly Named[]) => {
  const { lists } = texts(context.language)
  const people = toldApart(
    context,
    who.flatMap((one) =>
      'person' in one ? [{ id: one.person, label: nameOf(context.directory, one.person) }] : [],
    ),
  )
  const customers = who.flatMap((one) => ('customer' in one ? [one.customer] : []))
  return [
    ...people.map(({ id, label }) => ({ label, query: { person: id } })),
    ...customers.map((customer) => ({
      label:
        people.length === 0
          ? orgName(context.directory, customer)
          : lists.allOf(orgName(context.directory, customer)),
      query: { customer },
    })),
  ]
}

/** One page of what was asked for, as far as it may be shown where it was asked; of two of one name it asks who is meant. */
export const listed = (
  context: Context,
  query: ListQuery,
  read?: Pick<ReadList, 'unknown' | 'namesakes'>,
  asTable = false,
): Step => {
  const { unknown = [], namesakes: [doubtful] = [] } = read ?? {}
  if (doubtful !== undefined) {
    const choices = choicesOf(context, doubtful.who)
    return { kind: 'show', card: namesakesCard(doubtful.said, choices, query, context) }
  }
  const customer = besideThem(context)
  const shown = customer === undefined ? query : { ...query, customer }
  return {
    kind: 'find',
    query: shown,
    size: sizes[context.place.platform],
    yields: (whole) => {
      const found = { ...whole, rows: showableRows(context, whole.rows) }
      const card = listCard({ query: shown, unknown }, found, context.person, context)
      if (!asTable) return { kind: 'show', card }
      const controls = listControls(shown, found, context.person, context)
      return { kind: 'show', card: { ...card, list: { words: card.list?.words ?? '', controls } } }
    },
  }
}
