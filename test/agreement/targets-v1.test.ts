import { describe, expect, it } from 'vitest'
import { targetsV1 } from '../../src/domain/agreement/targets-v1.ts'

const min = 60_000
const h = 60 * min
const wd = 8 * h

describe('targets-v1', () => {
  it('RS.2 promises what is specified: P1 and P2 around the clock, P3 and P4 in service hours', () => {
    const row = (
      calendar: string,
      response: number,
      resolution: number,
      updateEvery: number,
      answerReminderAfter: number,
    ) => ({ calendar, response, resolution, updateEvery, answerReminderAfter })
    expect(targetsV1('office')).toEqual({
      P1: row('24x7', 15 * min, 4 * h, 30 * min, 30 * min),
      P2: row('24x7', 30 * min, 8 * h, 2 * h, 2 * h),
      P3: row('office', 2 * h, 24 * h, wd, wd),
      P4: row('office', 8 * h, 40 * h, 3 * wd, wd),
    })
  })
})
