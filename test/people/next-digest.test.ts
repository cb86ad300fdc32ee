import { describe, expect, it } from 'vitest'
import { nextDigest } from '../../src/domain/people/next-digest.ts'
import { quietUntil, readQuiet } from '../../src/domain/people/quiet.ts'

const at = (text: string) => Date.parse(`${text}:00+08:00`)
const week = ['09:00-12:00', '13:00-18:00']
const office = {
  id: 'office',
  zone: 'Asia/Shanghai',
  hours: { mon: week, tue: week, wed: week, thu: week, fri: week },
} as const
const always = { id: 'always', zone: 'Asia/Shanghai', hours: 'always' } as const

describe('the next digest', () => {
  it.each([
    ['at the start of the working day', '2026-11-02T07:15', '2026-11-02T09:00'],
    ['two hours on', '2026-11-02T09:00', '2026-11-02T11:00'],
    ['two hours on, over lunch too', '2026-11-02T11:30', '2026-11-02T13:00'],
    ['the last of the day', '2026-11-02T16:59', '2026-11-02T17:00'],
    ['tomorrow morning', '2026-11-02T17:00', '2026-11-03T09:00'],
    ['after the weekend', '2026-11-06T19:00', '2026-11-09T09:00'],
  ])('is %s', (_, now, due) => {
    expect(nextDigest(office, at(now))).toBe(at(due))
  })

  it('comes every two hours where service never ends', () => {
    expect(nextDigest(always, at('2026-11-02T10:00'))).toBe(at('2026-11-02T11:00'))
    expect(nextDigest(always, at('2026-11-02T23:30'))).toBe(at('2026-11-03T01:00'))
    expect(nextDigest(always, at('2026-11-02T08:59'))).toBe(at('2026-11-02T09:00'))
  })
})

describe('quiet hours', () => {
  it.each([
    ['22:00-07:00', '22:00-07:00'],
    ['22-7', '22:00-07:00'],
    ['22:00 to 7:30', '22:00-07:30'],
    ['22：00～07：00', '22:00-07:00'],
    ['22点到7点', '22:00-07:00'],
    ['tonight', undefined],
    ['25:00-07:00', undefined],
    ['7-7', undefined],
  ])('are read from “%s”', (words, quiet) => {
    expect(readQuiet(words)).toBe(quiet)
  })

  it.each([
    ['23:00', '2026-11-03T07:00'],
    ['22:00', '2026-11-03T07:00'],
    ['06:59', '2026-11-02T07:00'],
  ])('over midnight end in the morning, at %s', (clock, end) => {
    expect(quietUntil('22:00-07:00', 'Asia/Shanghai', at(`2026-11-02T${clock}`))).toBe(at(end))
  })

  it('are over at their end', () => {
    expect(quietUntil('22:00-07:00', 'Asia/Shanghai', at('2026-11-02T07:00'))).toBeUndefined()
    expect(quietUntil('12:00-14:00', 'Asia/Shanghai', at('2026-11-02T13:00'))).toBe(at('2026-11-02T14:00'))
    expect(quietUntil('12:00-14:00', 'Asia/Shanghai', at('2026-11-02T11:59'))).toBeUndefined()
  })
})
