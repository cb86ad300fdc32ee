import type { Card } from '../chat/card.ts'
import type { InHand } from '../chat/in-hand.ts'
import type { Told } from '../domain/item/reading.ts'
import { type Reading, type Speech, speak } from './reading.ts'

const whom = (
  { person, room, inThread, role, side }: Told,
  { t, name }: Speech,
  { directory }: Reading,
): string => {
  const words = t.views.told
  if (room !== undefined) return words.room(directory.rooms[room]?.name ?? room)
  if (person === undefined) return t.ticket.customerRoles.thread
  const who = words.who(name(person), t.ticket.role(side, role), t.ticket.sides[side])
  return inThread === true ? words.inThread(who) : who
}

const result = (told: Told, { t, dated }: Speech, { audience }: Reading): string => {
  const { status: words, at, because, collected, platforms } = t.views.told
  const { status, settledAt, platform, why } = told
  if (status === 'sent' && settledAt !== undefined) {
    const known = Object.entries(platforms).find(([id]) => id === platform)
    return at(words.sent, dated(settledAt), known?.[1] ?? platform ?? '')
  }
  if (status === 'owed' && told.notBefore !== undefined) return collected(dated(told.notBefore))
  // Why a notice could not be sent is the supplier's business: it names accounts and machinery.
  return why === undefined || audience === 'customer' ? words[status] : because(words[status], why)
}

/** Who was told what, when, and with which result (M2.3). The customer sees their own side of it. */
export const toldCard = (
  { id, about }: Pick<InHand, 'id' | 'about'>,
  notices: readonly Told[],
  reading: Reading,
): Card => {
  const speech = speak(reading)
  const { t, dated } = speech
  const words = t.views.told
  const seen = notices
    .filter(({ side }) => reading.audience === 'supplier' || side === 'customer')
    .toSorted((one, other) => one.owedAt - other.owedAt || one.seq - other.seq)
  const rows = seen.map((told) => ({
    cells: [
      dated(told.owedAt),
      whom(told, speech, reading),
      about(told.about, reading.language),
      result(told, speech, reading),
    ],
  }))
  const reached = seen.filter(({ status }) => status === 'sent').length
  return {
    title: words.title(id),
    tone: seen.some(({ status }) => status === 'failed') ? 'warning' : 'neutral',
    blocks:
      rows.length === 0
        ? [{ type: 'text', text: words.empty }]
        : [
            { type: 'table', columns: words.columns, rows },
            { type: 'note', text: words.zone(reading.zone) },
          ],
    buttons: [],
    summary: rows.length === 0 ? words.empty : words.summary(id, reached, rows.length),
  }
}
