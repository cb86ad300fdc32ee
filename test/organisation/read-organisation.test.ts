import { describe, expect, it } from 'vitest'
import { cn3x3 } from '../../src/domain/agreement/cn-3x3.ts'
import { targetsV1 } from '../../src/domain/agreement/targets-v1.ts'
import { stdV1 } from '../../src/domain/escalation/std-v1.ts'
import { directoryOf, minimal, organisation, warningsOf } from './support.ts'

const h = 3_600_000
const wd = 8 * h

describe('a minimal organisation file', () => {
  const directory = directoryOf(organisation(minimal()))

  it('has nothing wrong and nothing odd', () => {
    expect(warningsOf(minimal())).toEqual([])
  })

  it('takes over what follows from elsewhere: the side, the language, the zone, the only supplier', () => {
    expect(directory.people.zoe).toMatchObject({
      side: 'customer',
      org: 'shop',
      language: 'zh-CN',
      zone: 'Asia/Shanghai',
      accounts: [{ platform: 'web', team: 'local', user: 'zoe' }],
    })
    expect(directory.people.ann).toMatchObject({ side: 'supplier', language: 'en', roles: ['engineer'] })
    expect(directory.people.ann?.assumed).toEqual({ language: true, zone: true })
    expect(directory.customers.shop?.supplier).toBe('ops')
    expect(directory.rosters.desk).toEqual({
      id: 'desk',
      supplier: 'ops',
      tier: 1,
      members: ['ann'],
      rotate: 'none',
      since: '2026-01-01',
      handover: '09:00',
      zone: 'Europe/London',
      standIns: [],
    })
  })

  it('keeps what it states of a person apart from what they take over, also when both are the same', () => {
    const stating = (fields: string) =>
      directoryOf(organisation(minimal().replace('roles: engineer,', `roles: engineer, ${fields},`))).people
        .ann
    expect(stating('language: zh-CN')).toMatchObject({ language: 'zh-CN', assumed: { zone: true } })
    expect(stating('language: en')?.assumed).toEqual({ zone: true })
    expect(stating('zone: Europe/London')?.assumed).toEqual({ language: true })
    expect(stating('language: ~')?.assumed).toEqual({ language: true, zone: true })
    expect(stating('language: en, zone: Europe/London')).not.toHaveProperty('assumed')
  })

  it('agrees on the shipped matrix, targets, ladder and closure, and keeps its calendars inside the agreement', () => {
    expect(directory.agreements).toEqual({
      'shop-2026@1': {
        id: 'shop-2026',
        version: 1,
        name: 'shop-2026',
        supplier: 'ops',
        customer: 'shop',
        validFrom: '2026-01-01',
        validTo: '2026-12-31',
        zone: 'Asia/Shanghai',
        matrix: cn3x3,
        targets: targetsV1('office'),
        policy: stdV1,
        closure: {
          calendar: 'office',
          confirmationPeriod: 3 * wd,
          reminders: [wd, 2 * wd, 3 * wd],
          reopenWindow: 5 * wd,
          personInCharge: ['team_lead', 'project_manager'],
        },
        calendars: {
          '24x7': { id: '24x7', zone: 'Asia/Shanghai', hours: 'always' },
          office: {
            id: 'office',
            zone: 'Asia/Shanghai',
            hours: Object.fromEntries(
              ['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, ['09:00-18:00']]),
            ),
          },
        },
        intakeChannels: [{ kind: 'chat', detail: '#shop' }],
      },
    })
  })
})
