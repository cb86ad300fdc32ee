import { hour } from '../calendar/units.ts'
import type { Target, Targets } from './agreement.ts'
import { workingDay } from './targets-v1.ts'

/** The default promises for service requests: at every priority in the given service hours, so that nobody is woken for one. */
export const requestsV1 = (serviceHours: string): Targets => {
  const within = (response: number, resolution: number): Target => ({
    ...{ calendar: serviceHours, response, resolution },
    updateEvery: resolution > 2 * workingDay ? 2 * workingDay : workingDay,
    answerReminderAfter: workingDay,
  })
  return {
    P1: within(hour, workingDay),
    P2: within(2 * hour, 2 * workingDay),
    P3: within(4 * hour, 3 * workingDay),
    P4: within(workingDay, 5 * workingDay),
  }
}
