import type { Person } from '../domain/people/directory.ts'
import { zoneOf } from '../domain/people/find.ts'
import { nextDigest } from '../domain/people/next-digest.ts'
import { quietOf, quietUntil } from '../domain/people/quiet.ts'
import { agreementOf, calendarOf } from '../domain/ticket/clocks.ts'
import type { Notice } from '../store/change.ts'
import type { Occasion } from './occasion.ts'
import type { Addressee } from './recipients.ts'

type Waiting = Pick<Notice, 'notBefore' | 'digest'>

/** Only good to know, for somebody of the supplier: what is theirs to do, an alarm and its end are told at once. */
const isCollected = ({ side, as, cleared }: Addressee, { rings }: Pick<Notice, 'rings'>): boolean =>
  side === 'supplier' && (as === 'tell' || as === 'chat') && cleared !== true && rings === undefined

/**
 * What may wait for a person: what is only good to know, until the next digest of their working day, and in their quiet hours
 * everything but what presses.
 */
export const waiting = (
  { event, after, directory }: Occasion,
  addressee: Addressee,
  told: Pick<Notice, 'rings' | 'notBefore'>,
  person: Person | undefined,
): Waiting => {
  if (addressee.place !== 'person' || person === undefined) return {}
  const { as } = addressee
  const acts = as === 'act' || as === 'alarm'
  const presses = after.priority === 'P1' || after.priority === 'P2'
  if (presses && (acts || addressee.cleared === true)) return {}
  const quiet = quietOf(directory, person)
  const until = quiet === undefined ? undefined : quietUntil(quiet, zoneOf(directory, person), event.at)
  const agreement = agreementOf(directory, after)
  const from = Math.max(event.at, told.notBefore ?? 0, (until ?? 0) - 1)
  const digest =
    !presses && isCollected(addressee, told)
      ? nextDigest(calendarOf(agreement, agreement.closure.calendar), from)
      : undefined
  if (digest !== undefined) return { notBefore: digest, digest: true }
  if (until === undefined) return {}
  return { notBefore: until, ...(acts || told.rings !== undefined ? {} : { digest: true }) }
}
