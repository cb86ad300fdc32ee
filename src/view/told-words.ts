import type { Told } from '../domain/item/reading.ts'
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
  { t, name }: Speech,
  { directory }: Pick<Reading, 'directory'>,
): string => {
  if (room !== undefined) return t.views.told.room(directory.rooms[room]?.name ?? room)
  if (person !== undefined) return name(person)
  return side === 'supplier' ? t.ticket.role(side, role) : t.ticket.customerRoles.thread
}

/** As what they were told, and where, if that is a thread that others read too. */
export const asWords = ({ person, inThread, role, side }: Told, { t }: Speech): string => {
  const words = t.views.told
  if (person === undefined) return t.ticket.sides[side]
  const as = words.as(t.ticket.role(side, role), t.ticket.sides[side])
  return inThread === true ? words.inThread(as) : as
}

/** What became of a notice: told when, how and, unless it is said in short, where; still on its way, or why not. */
export const stateWords = (
  { status, settledAt, notBefore, platform, way, seen, why }: Told,
  { t, moment }: Speech,
  { audience, short = false }: Pick<Reading, 'audience'> & { readonly short?: boolean },
): string => {
  const { status: words, at, because, collected, platforms, ways, read } = t.views.told
  if (status === 'sent' && settledAt !== undefined) {
    const known = Object.entries(platforms).find(([id]) => id === platform)
    const said = at(ways[way ?? 'alone'], moment(settledAt), short ? '' : (known?.[1] ?? platform ?? ''))
    return seen === true ? read(said) : said
  }
  if (status === 'owed' && notBefore !== undefined) return collected(moment(notBefore))
  // Why a notice could not be sent is the supplier's business: it names accounts and machinery. What is over needs no reason.
  return why === undefined || audience === 'customer' || status === 'withdrawn' || status === 'superseded'
    ? words[status]
    : because(words[status], why)
}
