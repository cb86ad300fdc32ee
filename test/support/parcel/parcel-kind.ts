import { standIns } from '../../../src/announce/stand-in.ts'
import { card } from '../../../src/chat/card.ts'
import type { Wished } from '../../../src/domain/item/kinds.ts'
import { isEventOf } from '../../../src/domain/item/kinds.ts'
import { actOf } from '../../../src/view/offers.ts'
import { speak } from '../../../src/view/reading.ts'
import type { KindNamed, Transition } from '../../../src/work/kind.ts'
import { type Parcel, type ParcelEvent, parcelItem } from './parcel.ts'
import { parcelNotices } from './parcel-notices.ts'
import { parcelCard, parcelRefusal, parcelStands, parcelWords } from './parcel-words.ts'

/** What happens to a parcel stands on its ticket; one that is refused goes back as a parcel of its own. */
const effects = ({ event, after }: Transition<Parcel, ParcelEvent>): readonly Wished[] => {
  const { id, ticket, supplier, customer, sender, content, returns } = after
  const note = (text: string): Wished => ({ item: ticket, wish: { do: 'ticket.add_message', text } })
  switch (event.type) {
    case 'parcel.collected':
      return [note(`${id} collected`)]
    case 'parcel.reminded':
      // A note needs a person, so the ticket refuses it of the bot.
      return content === 'fragile'
        ? [{ item: ticket, wish: { do: 'ticket.note', text: { internal: `${id} still waits` } } }]
        : returns === undefined
          ? []
          : [{ item: returns, wish: { do: 'parcel.say', text: `${id} still waits` } }]
    case 'parcel.refused': {
      const back: Wished = {
        newFor: customer,
        wish: {
          ...{ do: 'parcel.send', supplier, customer, ticket, to: sender, returns: id },
          ...{ content: `back: ${content}`, collectBy: event.at + 600_000 },
        },
      }
      // Said twice on purpose: it takes effect once.
      return [note(`${id} refused: ${event.reason}`), back, back]
    }
    case 'parcel.looped':
      return [{ item: event.with, wish: { do: 'parcel.loop', with: id, turn: event.turn + 1 } }]
    default:
      return []
  }
}

const linksOf = (event: ParcelEvent) => {
  if (event.type !== 'parcel.said' && event.type !== 'parcel.noted') return []
  const side = event.type === 'parcel.said' ? ('customer' as const) : ('supplier' as const)
  return event.message === undefined ? [] : [{ message: event.message, side, root: false }]
}

/** Parcels, as the machinery sees them: a second kind of work beside tickets, which goes through every machine. */
export const parcelKind: KindNamed<'parcel'> = {
  ...parcelItem,
  letter: 'P',
  index: ({ supplier, customer, reporter, sender, status, collectBy }) => ({
    ...{ supplier, customer, reporter, assignee: sender, status },
    open: status === 'sent',
    ...(status === 'sent' ? { dueAt: collectBy, waitingFor: ['collection'] } : {}),
  }),
  announce: (transition, { directory }, now) => parcelNotices({ ...transition, directory, now }),
  links: linksOf,
  effects,
  refusal: parcelRefusal,
  face: {
    belongs: ({ supplier, customer, reporter }) => ({ supplier, customer, reporter }),
    card: ({ state, seq }, reading) => parcelCard(state, seq, reading),
    line: ({ state, seq }, reading, person) => {
      const t = parcelWords(reading.language)
      const { name, dated } = speak(reading, state)
      const [collect] = parcelCard(state, seq, { ...reading, audience: person.side }).buttons
      return {
        title: state.content,
        status: t.status[state.status],
        owner: name(state.sender),
        due: dated(state.collectBy),
        act: { label: state.id, press: { flow: 'status', item: state.id, seen: seq }, style: 'normal' },
        ...(collect !== undefined && person.id === state.reporter
          ? { toDo: { text: t.toDo, button: collect } }
          : {}),
      }
    },
    offers: ({ state, seq }, reading) =>
      new Set(parcelCard(state, seq, reading).buttons.map(({ press }) => actOf(press))),
    stands: parcelStands,
    history: (id, log, { language }) => {
      const lines = log.flatMap(({ event }) => (isEventOf('parcel', event) ? [event.type] : []))
      const t = parcelWords(language)
      return card({
        title: t.history(id),
        summary: t.history(id),
        blocks: lines.map((text) => ({ type: 'text', text })),
      })
    },
    about: (what, language) => parcelWords(language).about[what] ?? what,
    home: ({ side }) =>
      side === 'customer'
        ? [['waiting', { kind: 'parcel', list: 'waiting', for: 'collection' }]]
        : [['mine', { kind: 'parcel', list: 'mine' }]],
    said: ({ text, internal, message }) => {
      const said = message === undefined ? {} : { message }
      return internal
        ? { do: 'parcel.note', text: { internal: text }, ...said }
        : { do: 'parcel.say', text, ...said }
    },
    rewritten: ({ internal, ...change }) => (internal ? undefined : { do: 'parcel.correct', ...change }),
    waitsFor: () => [],
    attends: ({ status }) => (status === 'sent' ? 'listens' : 'no'),
    holds: ({ status }, guard) => guard !== 'waiting' || status === 'sent',
    isStillSo: () => true,
    standIns: (parcel, notice, directory, at) =>
      standIns(notice, { ...parcel, tier: 1, assignee: parcel.sender }, directory, at),
    delivered: ({ command }, deliveredAt) =>
      command === 'parcel.record_delivered' ? { do: 'parcel.record_delivered', deliveredAt } : undefined,
  },
}
