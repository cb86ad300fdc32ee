import { describe, expect, it } from 'vitest'
import { cn3x3 } from '../../src/domain/agreement/cn-3x3.ts'
import { targetsV1 } from '../../src/domain/agreement/targets-v1.ts'
import { stdV1 } from '../../src/domain/escalation/std-v1.ts'
import type { Directory, Person, Room } from '../../src/domain/people/directory.ts'
import { emptyDirectory } from '../../src/domain/people/evolve-directory.ts'
import { agreementFor, languageOf, personByAccount, roomAt } from '../../src/domain/people/find.ts'

const person = (id: string, team: string): Person => ({
  id,
  name: id,
  side: 'customer',
  org: 'bluebird',
  roles: ['reporter'],
  language: 'en',
  zone: 'Europe/London',
  accounts: [
    { platform: 'slack', team, user: 'U1' },
    { platform: 'web', team: 'local', user: id },
  ],
})
const room: Room = {
  id: 'help',
  name: 'help',
  side: 'customer',
  org: 'bluebird',
  platform: 'slack',
  team: 'T1',
  conversation: 'C1',
}
const agreement = (version: number, validFrom: string, validTo: string, id = 'bb') => ({
  id,
  version,
  name: id,
  supplier: 'yunheng',
  customer: 'bluebird',
  validFrom,
  validTo,
  zone: 'Pacific/Auckland',
  matrix: cn3x3,
  targets: targetsV1('24x7'),
  calendars: {},
  policy: stdV1,
  closure: { calendar: '24x7', confirmationPeriod: 1, reminders: [], reopenWindow: 1, personInCharge: [] },
  intakeChannels: [],
})
const directory: Directory = {
  ...emptyDirectory,
  people: { emma: person('emma', 'T1'), oliver: person('oliver', 'T2') },
  rooms: { help: room },
  preferences: { oliver: { language: 'zh-CN' } },
}

describe('finding in the directory', () => {
  it('T47 knows a person by platform, team and user together, and never guesses', () => {
    expect(personByAccount(directory, { platform: 'slack', team: 'T2', user: 'U1' })?.id).toBe('oliver')
    expect(personByAccount(directory, { platform: 'web', team: 'local', user: 'emma' })?.id).toBe('emma')
    expect(personByAccount(directory, { platform: 'teams', team: 'T2', user: 'U1' })).toBeUndefined()
    expect(personByAccount(directory, { platform: 'slack', team: 'T3', user: 'U1' })).toBeUndefined()
    expect(personByAccount(directory, { platform: 'slack', team: 'T2', user: 'u1' })).toBeUndefined()
  })

  it('knows a room by its conversation', () => {
    expect(roomAt(directory, 'slack', 'T1', 'C1')).toBe(room)
    expect(roomAt(directory, 'slack', 'T2', 'C1')).toBeUndefined()
  })

  it('reads a person’s own choice of language before the file’s', () => {
    expect(languageOf(directory, person('emma', 'T1'))).toBe('en')
    expect(languageOf(directory, person('oliver', 'T2'))).toBe('zh-CN')
    expect(languageOf(directory, person('constructor', 'T1'))).toBe('en')
  })
})

describe('the agreement that binds', () => {
  const agreed = (...agreements: readonly ReturnType<typeof agreement>[]): Directory => ({
    ...directory,
    agreements: Object.fromEntries(agreements.map((one) => [`${one.id}@${one.version}`, one])),
  })
  const found = (at: string, ...agreements: readonly ReturnType<typeof agreement>[]) => {
    const answer = agreementFor(agreed(...agreements), 'yunheng', 'bluebird', Date.parse(at))
    return answer.ok ? `${answer.value.id}@${answer.value.version}` : answer.no
  }
  const first = agreement(1, '2026-01-01', '2026-12-31')

  it('is the highest version valid on the local date', () => {
    const second = agreement(2, '2026-06-01', '2026-12-31')
    expect(found('2026-03-01T00:00Z', first, second)).toBe('bb@1')
    expect(found('2026-06-02T00:00Z', first, second)).toBe('bb@2')
    expect(found('2026-06-02T00:00Z', second, first)).toBe('bb@2')
  })

  it('D1 holds on both its first and its last local date, in the zone of the agreement', () => {
    expect(found('2025-12-31T10:59:59Z', first)).toMatchObject({ code: 'agreement_not_valid' })
    expect(found('2025-12-31T11:00Z', first)).toBe('bb@1')
    expect(found('2026-12-31T10:59:59Z', first)).toBe('bb@1')
    expect(found('2026-12-31T11:00Z', first)).toEqual({
      code: 'agreement_not_valid',
      from: '2026-01-01',
      to: '2026-12-31',
    })
  })

  it('is, of two agreements, the one that began last, whatever their versions', () => {
    const later = agreement(1, '2026-02-01', '2026-12-31', 'bb-new')
    const third = agreement(3, '2026-01-01', '2026-12-31')
    expect(found('2026-03-01T00:00Z', first, third, later)).toBe('bb-new@1')
    expect(found('2026-03-01T00:00Z', later, third, first)).toBe('bb-new@1')
    expect(found('2026-01-15T00:00Z', later, third, first)).toBe('bb@3')
  })

  it('is none for a pair that agreed nothing', () => {
    expect(found('2026-03-01T00:00Z')).toEqual({ code: 'no_agreement' })
    expect(agreementFor(agreed(first), 'yunheng', 'huaxin', 0)).toEqual({
      ok: false,
      no: { code: 'no_agreement' },
    })
  })
})
