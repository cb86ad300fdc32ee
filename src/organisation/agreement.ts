import type { Agreement, IntakeChannel } from '../domain/agreement/agreement.ts'
import { cn3x3 } from '../domain/agreement/cn-3x3.ts'
import { alwaysOpen, targetsV1 } from '../domain/agreement/targets-v1.ts'
import type { Calendar } from '../domain/calendar/calendar.ts'
import { stdV1 } from '../domain/escalation/std-v1.ts'
import type { Customer } from '../domain/people/directory.ts'
import { readClosure, usualClosure } from './closure.ts'
import { complete, fields, need, or, someOf } from './fields.ts'
import { readMatrix } from './matrix.ts'
import { type Draft, type Piece, type Read, statedWord } from './piece.ts'
import { readPolicy } from './policy.ts'
import { readRequests } from './requests.ts'
import { count, type DateRange, dateRange, oneOf, reference, text, zone } from './scalars.ts'
import { readTargets } from './targets.ts'

const intakeChannel: Read<IntakeChannel> = (piece) =>
  complete(
    fields<IntakeChannel>(piece, {
      kind: need(
        oneOf(['chat', 'phone', 'fax', 'mail', 'web']),
        'write `chat`, `phone`, `fax`, `mail` or `web`',
      ),
      detail: need(text, 'write where: the channel, the number, the address'),
    }),
  )

/** Every calendar stated, readable or not. */
export type Calendars = ReadonlyMap<string, Calendar | undefined>

type AgreementFields = Pick<
  Agreement,
  'name' | 'customer' | 'version' | 'zone' | 'matrix' | 'targets' | 'policy' | 'closure'
> & {
  readonly requests: NonNullable<Agreement['requests']>
  readonly valid: DateRange
  readonly serviceHours: string
  readonly intake: readonly IntakeChannel[]
}

/** The calendars an agreement counts on, kept inside it: a later change of the file's never moves its promises. */
const pinned = (
  { targets, closure, zone, requests }: Pick<Draft<Agreement>, 'targets' | 'closure' | 'zone' | 'requests'>,
  calendars: Calendars,
): Agreement['calendars'] | undefined => {
  if (targets === undefined || closure === undefined || zone === undefined) return undefined
  const promised = [targets, ...(requests === undefined ? [] : [requests.targets])]
  const counted = promised.flatMap((one) => Object.values(one).map(({ calendar }) => calendar))
  const names = new Set([...counted, closure.calendar])
  const always: Calendar = { id: alwaysOpen, zone, hours: 'always' }
  return complete(
    Object.fromEntries(
      [...names].sort().map((name) => [name, name === alwaysOpen ? always : calendars.get(name)]),
    ),
  )
}

/** Reads what a supplier and a customer agreed: what is left out is as usual, who and when and how to report is not. */
export const readAgreement = (
  id: string,
  piece: Piece,
  customers: ReadonlyMap<string, Draft<Customer>>,
  calendars: Calendars,
): Draft<Agreement> => {
  const party = customers.get(statedWord(piece, 'customer'))
  const calendar = reference([alwaysOpen, ...calendars.keys()])
  const [only, ...others] = calendars.keys()
  const serviceHours = statedWord(piece, 'serviceHours') || String(only)
  const [targets, closure] = [targetsV1(serviceHours), usualClosure(serviceHours)]
  const {
    valid,
    intake,
    serviceHours: _,
    requests,
    ...read
  } = fields<AgreementFields>(piece, {
    name: or(text, id),
    customer: need(reference(customers.keys()), 'write which customer agreed'),
    version: or(count, 1),
    valid: need(dateRange, 'write from when to when, e.g. `valid: 2026-01-01..2026-12-31`'),
    zone: or(zone, party?.zone),
    serviceHours:
      only !== undefined && others.length === 0
        ? or(calendar, only)
        : need(calendar, `write which calendar counts, or \`${alwaysOpen}\``),
    matrix: or(readMatrix, cn3x3),
    targets: or(readTargets(calendar, targets), targets),
    requests: or(readRequests(piece, calendar, serviceHours), undefined),
    policy: or(readPolicy, stdV1),
    closure: or(readClosure(calendar, closure), closure),
    intake: need(
      someOf('channel', intakeChannel),
      'write how to report, e.g. `intake: [{ kind: chat, detail: "#help" }]`',
    ),
  })
  return {
    id,
    ...read,
    ...(requests === undefined ? {} : { requests }),
    supplier: party?.supplier,
    validFrom: valid?.from,
    validTo: valid?.to,
    calendars: pinned({ ...read, requests }, calendars),
    intakeChannels: intake,
  }
}
