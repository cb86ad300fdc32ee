import { card } from '../chat/card.ts'
import type { Directory, Person } from '../domain/people/directory.ts'
import { languageOf, zoneOf } from '../domain/people/find.ts'
import type { Notice } from '../store/change.ts'
import { texts } from '../text/texts.ts'

/**
 * What a person of the supplier is told when a notice reached nobody of the customer (M2.3): what it said and for whom it
 * was, so that they hear it another way. It is no delivery to the customer: nothing that waits for one follows from it.
 */
export const unreached = (
  { about, card: said, guard, lane }: Notice,
  meantFor: string,
  to: Person,
  directory: Directory,
): Omit<Notice, 'key'> => {
  const language = languageOf(directory, to)
  const { notices } = texts(language)
  const saying = notices.supplier.unreached(meantFor)
  const brief = card({
    tone: 'warning',
    blocks: [
      { type: 'text', text: saying },
      { type: 'quote', text: said.summary },
    ],
    summary: saying,
  })
  return {
    to: { kind: 'person', person: to.id, thread: false },
    role: 'project_manager',
    side: 'supplier',
    about,
    card: { ...brief, ...(said.title === undefined ? {} : { title: said.title }) },
    brief,
    language,
    zone: zoneOf(directory, to),
    lane,
    ...(guard === undefined ? {} : { guard }),
  }
}
