import { presses, targetOf } from '../domain/agreement/work.ts'
import { nextOpening } from '../domain/calendar/business-time.ts'
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

/** Of a request nobody of the supplier hears outside its service hours: when they begin, if they are over. */
const untilService = ({ event, after, directory }: Occasion, { side }: Addressee): number | undefined => {
  if (side !== 'supplier' || after.work !== 'service_request') return undefined
  const agreement = agreementOf(directory, after)
  const opening = nextOpening(calendarOf(agreement, targetOf(agreement, after).calendar), event.at)
  return opening === undefined || opening <= event.at ? undefined : opening
}

/**
 * What may wait for a person: what is only good to know, until the next digest of their working day; in their quiet hours
 * everything but what presses; of a request everything, until its service hours.
 */
export const waiting = (
  occasion: Occasion,
  addressee: Addressee,
  told: Pick<Notice, 'rings' | 'notBefore'>,
  person: Person | undefined,
): Waiting => {
  const { event, after, directory } = occasion
  if (addressee.place !== 'person' || person === undefined) return {}
  const { as } = addressee
  const acts = as === 'act' || as === 'alarm'
  const isPressing = presses(after)
  if (isPressing && (acts || addressee.cleared === true)) return {}
  const quiet = quietOf(directory, person)
  const isQuietUntil =
    quiet === undefined ? undefined : quietUntil(quiet, zoneOf(directory, person), event.at)
  const latest = Math.max(isQuietUntil ?? 0, untilService(occasion, addressee) ?? 0)
  const until = latest === 0 ? undefined : latest
  const agreement = agreementOf(directory, after)
  const from = Math.max(event.at, told.notBefore ?? 0, (until ?? 0) - 1)
  const digest =
    !isPressing && isCollected(addressee, told)
      ? nextDigest(calendarOf(agreement, agreement.closure.calendar), from)
      : undefined
  if (digest !== undefined) return { notBefore: digest, digest: true }
  if (until === undefined) return {}
  return { notBefore: until, ...(acts || told.rings !== undefined ? {} : { digest: true }) }
}
