import { type Card, card } from '../../../src/chat/card.ts'
import type { Reading } from '../../../src/chat/reading.ts'
import type { Directory, Person } from '../../../src/domain/people/directory.ts'
import { languageOf, zoneOf } from '../../../src/domain/people/find.ts'
import type { Notice } from '../../../src/store/change.ts'
import type { Transition } from '../../../src/work/kind.ts'
import type { Parcel, ParcelEvent } from './parcel.ts'
import { parcelCard, parcelWords } from './parcel-words.ts'

type Occasion = Transition<Parcel, ParcelEvent> & { readonly directory: Directory; readonly now: number }

/** How a person reads what they are told in private. */
const readingOf = (person: Person, { directory, now }: Occasion): Reading => ({
  language: languageOf(directory, person),
  zone: zoneOf(directory, person),
  now,
  directory,
  audience: person.side,
  alone: person,
})

const to = (
  id: string,
  role: string,
  occasion: Occasion,
  parts: Partial<Notice>,
  draw: (reading: Reading) => Card,
): readonly Notice[] => {
  const { directory, event, after, seq } = occasion
  const person = directory.people[id]
  if (person === undefined) return []
  const reading = readingOf(person, occasion)
  return [
    {
      key: `${after.id}.${seq}.${id}`,
      to: { kind: 'person', person: id, thread: false },
      role,
      side: person.side,
      about: event.type,
      card: draw(reading),
      language: reading.language,
      zone: reading.zone,
      lane: 2,
      ...parts,
    },
  ]
}

const toRooms = (occasion: Occasion, parts: Partial<Notice>, draw: (reading: Reading) => Card) => {
  const { directory, event, after, seq, now } = occasion
  const { language = 'en', zone = 'UTC' } = directory.suppliers[after.supplier] ?? {}
  return Object.values(directory.rooms).flatMap(({ id, side, org }): readonly Notice[] =>
    side !== 'supplier' || org !== after.supplier
      ? []
      : [
          {
            key: `${after.id}.${seq}.${id}`,
            to: { kind: 'room', room: id, thread: false },
            role: 'room',
            side: 'supplier',
            about: event.type,
            card: draw({ language, zone, now, directory, audience: 'supplier' }),
            language,
            zone,
            lane: 2,
            ...parts,
          },
        ],
  )
}

/** Whom each event of a parcel tells. */
export const parcelNotices = (occasion: Occasion): readonly Notice[] => {
  const { event, after, seq, directory } = occasion
  const draw = (reading: Reading) => parcelCard(after, seq, reading)
  const says = (line: string, acts: boolean) => (reading: Reading) => {
    const shown = parcelCard(after, seq, reading)
    return card({
      summary: line,
      blocks: [{ type: 'text', text: line }],
      buttons: acts ? shown.buttons : [],
    })
  }
  switch (event.type) {
    case 'parcel.sent':
      return [
        ...to(
          after.reporter,
          'reporter',
          occasion,
          {
            living: directory.people[after.reporter]?.side ?? 'customer',
            onDelivered: { command: 'parcel.record_delivered', askedAt: event.at },
          },
          draw,
        ),
        ...toRooms(occasion, { living: 'supplier' }, draw),
      ]
    case 'parcel.reminded':
      return to(
        after.reporter,
        'reporter',
        occasion,
        { guard: 'waiting', collapse: `${after.id}:reminder` },
        (reading) => says(parcelWords(reading.language).reminder(after.id), true)(reading),
      )
    case 'parcel.collected':
    case 'parcel.refused':
      return to(after.sender, 'engineer', occasion, {}, (reading) =>
        says(parcelWords(reading.language).outcome(after.id, after.status), false)(reading),
      )
    default:
      return []
  }
}
