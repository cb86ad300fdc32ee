import { describe, expect, it } from 'vitest'
import { instantOf, isZone, localTime, readLocal } from '../../src/domain/calendar/zone.ts'
import { at } from './calendars.ts'

const local = (text: string): number => readLocal(text) ?? Number.NaN
const instant = (zone: string, text: string): string => new Date(instantOf(zone, local(text))).toISOString()
const reads = (zone: string, iso: string): string =>
  new Date(localTime(zone, at(iso))).toISOString().slice(0, 19)

describe('a zone', () => {
  it('turns a wall clock into an instant and back', () => {
    expect(instant('Asia/Kathmandu', '2026-07-01T09:00')).toBe('2026-07-01T03:15:00.000Z')
    expect(instant('America/St_Johns', '2026-07-01T09:00')).toBe('2026-07-01T11:30:00.000Z')
    expect(instant('Pacific/Kiritimati', '2027-01-01T00:00')).toBe('2026-12-31T10:00:00.000Z')
    expect(instant('Pacific/Pago_Pago', '2026-12-31T23:59')).toBe('2027-01-01T10:59:00.000Z')
    expect(reads('Asia/Kathmandu', '2026-07-01T03:15:00Z')).toBe('2026-07-01T09:00:00')
    expect(reads('Pacific/Kiritimati', '2026-12-31T10:00:00Z')).toBe('2027-01-01T00:00:00')
  })

  it('T28 takes the first coming of a time that comes twice', () => {
    expect(instant('America/Chicago', '2026-11-01T01:30')).toBe('2026-11-01T06:30:00.000Z')
    expect(instant('Europe/London', '2026-10-25T01:30')).toBe('2026-10-25T00:30:00.000Z')
    expect(instant('Australia/Lord_Howe', '2026-04-05T01:45')).toBe('2026-04-04T14:45:00.000Z')
    expect(instant('America/Chicago', '2026-11-01T02:00')).toBe('2026-11-01T08:00:00.000Z')
  })

  it('T28 takes the moment of the jump for a time that is left out', () => {
    expect(instant('America/Chicago', '2026-03-08T02:30')).toBe('2026-03-08T08:00:00.000Z')
    expect(instant('Europe/London', '2026-03-29T01:01')).toBe('2026-03-29T01:00:00.000Z')
    expect(instant('Australia/Lord_Howe', '2026-10-04T02:15')).toBe('2026-10-03T15:30:00.000Z')
    expect(instant('Pacific/Apia', '2011-12-30T12:00')).toBe('2011-12-30T10:00:00.000Z')
  })

  it('finds the change to the millisecond', () => {
    expect(reads('America/Chicago', '2026-03-08T07:59:59.999Z')).toBe('2026-03-08T01:59:59')
    expect(reads('America/Chicago', '2026-03-08T08:00:00Z')).toBe('2026-03-08T03:00:00')
    expect(reads('America/St_Johns', '2011-03-13T03:30:59Z')).toBe('2011-03-13T00:00:59')
    expect(reads('America/St_Johns', '2011-03-13T03:31:00Z')).toBe('2011-03-13T01:01:00')
  })

  it('knows the seconds of a local mean time of old', () => {
    expect(reads('Africa/Monrovia', '1971-06-01T00:00:00Z')).toBe('1971-05-31T23:15:30')
  })

  it('is known by its IANA name only', () => {
    expect(['Asia/Shanghai', 'UTC'].map(isZone)).toEqual([true, true])
    expect(['Mars/Olympus', '', 'Beijing'].map(isZone)).toEqual([false, false, false])
  })
})

describe('a local date', () => {
  it('is read with or without a time', () => {
    expect(readLocal('2028-02-29')).toBe(Date.UTC(2028, 1, 29))
    expect(readLocal('2028-02-29T23:59')).toBe(Date.UTC(2028, 1, 29, 23, 59))
  })

  it.each(['2027-02-29', '2026-04-31', '2026-13-01', '2026-1-1', '2026-01-01T24:00', '2026-01-01T12:60', ''])(
    'is not read from %j',
    (text) => {
      expect(readLocal(text)).toBeUndefined()
    },
  )
})
