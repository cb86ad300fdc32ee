import type { Closure } from '../domain/agreement/agreement.ts'
import { workingDay } from '../domain/agreement/targets-v1.ts'
import { supplierRoles } from '../domain/people/sides.ts'
import { duration, intervalBetween } from './duration.ts'
import { complete, fields, or, someOf } from './fields.ts'
import { note, type Read } from './piece.ts'
import { oneOf } from './scalars.ts'

/** How a ticket ends unless agreed otherwise: `clock-v1`, with reminders after 1, 2 and 3 working days. */
export const usualClosure = (serviceHours: string): Closure => ({
  calendar: serviceHours,
  confirmationPeriod: 3 * workingDay,
  reminders: [workingDay, 2 * workingDay, 3 * workingDay],
  reopenWindow: 5 * workingDay,
  personInCharge: ['team_lead', 'project_manager'],
})

/** Reads how a ticket ends (RS.8, X2), or what of it differs from the usual. */
export const readClosure =
  (calendar: Read<string>, usual: Closure): Read<Closure> =>
  (piece) => {
    const closure = complete(
      fields<Closure>(piece, {
        calendar: or(calendar, usual.calendar),
        confirmationPeriod: or(duration, usual.confirmationPeriod),
        reminders: or(someOf('reminder', intervalBetween), usual.reminders),
        reopenWindow: or(duration, usual.reopenWindow),
        personInCharge: or(someOf('role', oneOf(supplierRoles)), usual.personInCharge),
      }),
    )
    if (closure?.reminders.some((after, index, all) => index > 0 && after <= (all[index - 1] ?? 0)))
      note(piece, 'the reminders do not follow one another', 'list them from the earliest to the latest')
    return closure
  }
