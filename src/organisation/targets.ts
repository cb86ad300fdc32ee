import type { Agreement, Target } from '../domain/agreement/agreement.ts'
import type { targetsV1 } from '../domain/agreement/targets-v1.ts'
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

/** Reads the promises per priority (M2.4): `targets-v1`, or what differs from it. */
export const readTargets =
  (calendar: Read<string>, usual: ReturnType<typeof targetsV1>): Read<Agreement['targets']> =>
  (piece) => {
    if (typeof piece.value !== 'object') return oneOf(['targets-v1'])(piece) && usual
    return complete(
      fields<Agreement['targets']>(
        piece,
        perPriority((priority) => or(target(calendar, usual[priority]), usual[priority])),
      ),
    )
  }
