import { type Heard, ignored } from './heard.ts'
import { stands } from './message.ts'
import { placeOf, refOf } from './place.ts'
import { saidIn } from './said.ts'
import type { Turn } from './turn.ts'

/** A message taken back and put there again stands with its words, as after an edit. */
const edits = new Set(['editMessage', 'undeleteMessage'])

/**
 * A message that changed; only its author can change it. Two edits within a second are told apart by the moment, which Teams
 * states to less than a thousandth.
 */
export const heardEdit = (turn: Turn): Heard => {
  const { activity, who, where, at, locale, isUs } = turn
  const eventType = activity.channelData?.eventType
  if (eventType && !edits.has(eventType)) return ignored('another change of a message')
  if (who === undefined) return ignored('edited by a bot')
  const said = saidIn(activity, isUs)
  const { addressed: _, quoted: __, ...words } = said
  const thread = stands(turn, said)
  const moment = activity.timestamp || String(at)
  return {
    kind: 'inbound',
    inbound: {
      kind: 'edit',
      key: `edit/${where.conversation}/${activity.id}/${moment.slice(0, 50)}`,
      ...{ who, at },
      place: placeOf(where, thread),
      ...locale,
      ...words,
      message: refOf(where, activity.id, thread),
    },
  }
}

/** A message that was taken away, by its author. */
export const heardDeletion = (turn: Turn): Heard => {
  const { activity, who, where, at, locale } = turn
  const eventType = activity.channelData?.eventType
  if (eventType && eventType !== 'softDeleteMessage') return ignored('another change of a message')
  if (who === undefined) return ignored('a bot’s message was deleted')
  const thread = stands(turn)
  return {
    kind: 'inbound',
    inbound: {
      kind: 'delete',
      key: `delete/${where.conversation}/${activity.id}`,
      ...{ who, at },
      place: placeOf(where, thread),
      ...locale,
      message: refOf(where, activity.id, thread),
    },
  }
}
