import type { Instant } from '../domain/calendar/calendar.ts'
import type { Destination, Notice } from './change.ts'

/** The queue a notice stands in: that of its place; what may wait for its moment holds up nothing else of that person. */
export const ownLine = (
  { to, rings, notBefore }: Pick<Notice, 'to' | 'rings' | 'notBefore'>,
  item: string | undefined,
): string => {
  const waits = notBefore !== undefined || rings === 'soon' || rings === 'shown'
  return waits ? `${lineOf(to, item)} waits ${item}` : lineOf(to, item)
}

/**
 * The queue a notice stands in: what goes to one place, in one lane, is sent in the order it was owed. A thread is a
 * place of its own.
 */
export const lineOf = (to: Destination, item: string | undefined): string => {
  switch (to.kind) {
    case 'person':
      return `person ${to.person}`
    case 'room':
      return to.thread ? `room ${to.room} ${item}` : `room ${to.room}`
    case 'report_thread':
      return `report ${item}`
    case 'place':
      return `place ${to.place.platform} ${to.place.team} ${to.place.conversation} ${to.place.thread ?? ''}`
  }
}

/** A notice as a row of the outbox; without an item it answers a message that changed nothing. */
export const outboxRow = (notice: Notice, item: string | undefined, seq: number, owedAt: Instant) => ({
  key: notice.key,
  item,
  seq,
  line: ownLine(notice, item),
  lane: notice.lane,
  side: notice.side,
  collapse: notice.collapse,
  owed_at: owedAt,
  notice,
})
