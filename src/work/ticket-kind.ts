import { announce } from '../announce/announce.ts'
import { standIns } from '../announce/stand-in.ts'
import { holds, isStillSo } from '../domain/ticket/guard.ts'
import { effectsOf } from '../domain/ticket/merge.ts'
import { messageLinks } from '../domain/ticket/message-links.ts'
import { askedNow } from '../domain/ticket/permission.ts'
import { splitEffects } from '../domain/ticket/split.ts'
import { ticketIndex } from '../domain/ticket/ticket-index.ts'
import { ticketItem } from '../domain/ticket/ticket-item.ts'
import { waitsFor } from '../domain/ticket/waits-for.ts'
import { refuse } from '../text/refuse.ts'
import { texts } from '../text/texts.ts'
import { historyCard } from '../view/history-card.ts'
import { offers } from '../view/offers.ts'
import { speak } from '../view/reading.ts'
import { standsSentence } from '../view/stands-sentence.ts'
import { ticketCard } from '../view/ticket-card.ts'
import { ticketHome } from '../view/ticket-home.ts'
import { ticketLine } from '../view/ticket-line.ts'
import type { KindNamed } from './kind.ts'

/** The customer has said that it is solved, or it ended in no other one: what they write after that is of something else. */
const isSettled = ({ status, resolution, cancelled }: Parameters<typeof holds>[0]): boolean =>
  (status === 'resolved' && resolution?.consent !== undefined) ||
  (cancelled !== undefined && cancelled.master === undefined)

/** Incidents, as the machinery sees them. */
export const ticketKind: KindNamed<'ticket'> = {
  ...ticketItem,
  index: ticketIndex,
  announce: (transition, { directory }, now) => announce({ ...transition, directory, now }),
  links: messageLinks,
  effects: (transition) => [...effectsOf(transition), ...splitEffects(transition)],
  refusal: (no, voice) => refuse(no, voice.language, speak(voice)),
  face: {
    belongs: (ticket) => ticket,
    card: ({ state, seq }, reading) => ticketCard(state, seq, reading),
    line: ({ state, seq }, reading, person) => ticketLine(state, seq, reading, person),
    offers: ({ state, seq }, reading) => offers(state, seq, reading),
    stands: standsSentence,
    history: historyCard,
    about: (what, language) => texts(language).events.about(what),
    home: ticketHome,
    said: ({ text, internal, ...stands }) =>
      internal
        ? { do: 'ticket.note', text: { internal: text }, ...stands }
        : { do: 'ticket.add_message', text, ...stands },
    rewritten: ({ text, ...which }) =>
      text === undefined
        ? { do: 'ticket.delete_message', ...which }
        : { do: 'ticket.edit_message', text, ...which },
    attends: (ticket, { id }, directory) =>
      isSettled(ticket) ? 'no' : askedNow(directory, ticket).includes(id) ? 'waits' : 'listens',
    waitsFor,
    holds,
    isStillSo: (ticket, { about, guard, to }) =>
      isStillSo(ticket, {
        about,
        ...(guard === undefined ? {} : { guard }),
        ...(to.kind === 'person' ? { person: to.person } : {}),
      }),
    standIns: (ticket, notice, directory, at) => standIns(notice, ticket, directory, at),
    delivered: ({ command, askedAt }, deliveredAt) =>
      command === 'ticket.record_ask_delivered'
        ? { do: 'ticket.record_ask_delivered', askedAt, deliveredAt }
        : undefined,
  },
}
