import { describe, expect, it } from 'vitest'
import type { Calendar } from '../../src/domain/calendar/calendar.ts'
import { openStretches } from '../../src/domain/calendar/open-stretches.ts'

const hours = 60 * 60_000
const office: Calendar = {
  id: 'office',
  zone: 'Asia/Shanghai',
  hours: { mon: ['09:00-12:00', '13:00-18:00'], tue: ['09:00-12:00'] },
  dates: { '2026-03-08': { hours: ['09:00-10:00'], name: 'make-up workday' } },
}
/** Monday 2026-03-02 00:00 in Shanghai. */
const monday = Date.UTC(2026, 2, 1, 16)
const inHours = (stretches: readonly { from: number; to: number }[]) =>
  stretches.map(({ from, to }) => [(from - monday) / hours, (to - monday) / hours])

describe('the open stretches of a time frame', () => {
  it('are the windows of each day, cut to the frame', () => {
    expect(inHours(openStretches(office, monday + 10 * hours, monday + 14 * hours))).toEqual([
      [10, 12],
      [13, 14],
    ])
  })

  it('know make-up workdays and closed days', () => {
    expect(inHours(openStretches(office, monday + 40 * hours, monday + 7 * 24 * hours))).toEqual([[153, 154]])
  })

  it('run on over midnight and New Year where service never stops', () => {
    const always: Calendar = { id: 'always', zone: 'Europe/London', hours: 'always' }
    const [from, to] = [Date.UTC(2026, 11, 30), Date.UTC(2027, 0, 2)]
    expect(openStretches(always, from, to)).toEqual([{ from, to }])
  })

  it('are none where the frame is empty or closed', () => {
    expect(openStretches(office, monday, monday)).toEqual([])
    expect(openStretches(office, monday, monday + 9 * hours)).toEqual([])
  })
})
