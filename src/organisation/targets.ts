import type { Target, Targets } from '../domain/agreement/agreement.ts'
import { duration, intervalBetween } from './duration.ts'
import { complete, fields, or } from './fields.ts'
import { perPriority } from './per-priority.ts'
import { note, type Read } from './piece.ts'
import { oneOf } from './scalars.ts'

const target =
  (calendar: Read<string>, usual: Target): Read<Target> =>
  (piece) => {
    const read = complete(
      fields<Target>(piece, {
        calendar: or(calendar, usual.calendar),
        response: or(duration, usual.response),
        resolution: or(duration, usual.resolution),
        updateEvery: or(intervalBetween, usual.updateEvery),
        answerReminderAfter: or(intervalBetween, usual.answerReminderAfter),
      }),
    )
    if (read !== undefined && read.resolution < read.response)
      note(piece, 'it is to be resolved before it is responded to', 'exchange `response` and `resolution`')
    return read
  }

/** Reads the promises per priority (M2.4): the usual ones by their name, or what differs from them. */
export const readTargets =
  (calendar: Read<string>, usual: Targets, named = 'targets-v1'): Read<Targets> =>
  (piece) => {
    if (typeof piece.value !== 'object') return oneOf([named])(piece) === undefined ? undefined : usual
    return complete(
      fields<Targets>(
        piece,
        perPriority((priority) => or(target(calendar, usual[priority]), usual[priority])),
      ),
    )
  }
