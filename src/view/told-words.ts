import type { Told } from '../domain/item/reading.ts'
import { inTheirWords } from '../text/in-their-words.ts'
import { begun, rungNews } from './agreed-words.ts'
import type { Reading, Speech } from './reading.ts'

/** What a person was told of, in a few words: a rung of the ladder by its name, anything else as its kind calls it. */
export const newsWords = (
  { about, rung }: Told,
  speech: Speech,
  named: (about: string) => string,
): string => {
  if (rung === undefined || about === 'ticket.told_at_start') return begun(named(about))
  // Whatever else a rung does when the time is over, it was an alarm that was told.
  if (about === 'ticket.breached') return speech.t.lines.rungs.of(begun(named(about)), rung.target)
  return rungNews(speech, rung, about === 'ticket.escalation_repeated')
}

/** Who it is about: a person, a room, or, of what is not known any more, the thread of its side. */
export const whoWords = (
  { person, room, role, side }: Told,
  { t, name, language }: Speech,
  { directory }: Pick<Reading, 'directory'>,
): string => {
  if (room !== undefined)
    return t.views.told.room(inTheirWords(directory.rooms[room]?.name ?? room, language))
  if (person !== undefined) return name(person)
  return side === 'supplier' ? t.ticket.role(side, role) : t.ticket.customerRoles.thread
}

/** As what they were told: in which role of which side. */
export const asWords = ({ person, role, side }: Told, { t }: Speech): string =>
  person === undefined
    ? t.ticket.sides[side]
    : t.views.told.as(t.ticket.role(side, role), t.ticket.sides[side])

/** By which way a notice came to them: in a thread or a room others read it too. */
const wayOf = ({ person, room, inThread, way }: Told): keyof Speech['t']['views']['told']['ways'] => {
  if (way !== undefined) return way
  if (room !== undefined) return 'room'
  return inThread === true || person === undefined ? 'thread' : 'alone'
}

/** What became of a notice: told when, how and, unless it is said in short, where; still on its way, or why not. */
export const stateWords = (
  told: Told,
  { t, moment }: Speech,
  { audience, short = false }: Pick<Reading, 'audience'> & { readonly short?: boolean },
): string => {
  const { status, settledAt, notBefore, platform, seen, why } = told
  const { status: words, on, because, collected, platforms, ways, read } = t.views.told
  if (status === 'sent' && settledAt !== undefined) {
    const known = Object.entries(platforms).find(([id]) => id === platform)
    const sent = ways[wayOf(told)](moment(settledAt))
    const chat = short ? undefined : (known?.[1] ?? platform)
    const said = chat === undefined ? sent : on(sent, chat)
    return seen === true ? read(said) : said
  }
  if (status === 'owed' && notBefore !== undefined) return collected(moment(notBefore))
  // Why a notice could not be sent is the supplier's business: it names accounts and machinery. What is over needs no reason.
  return why === undefined || audience === 'customer' || status === 'withdrawn' || status === 'superseded'
    ? words[status]
    : because(words[status], why)
}
