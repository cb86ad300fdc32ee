import { describe, expect, it } from 'vitest'
import { itop4x3 } from '../../src/domain/agreement/itop-4x3.ts'
import { targetsV1 } from '../../src/domain/agreement/targets-v1.ts'
import { stdV1 } from '../../src/domain/escalation/std-v1.ts'
import { agreementOf, minimal, problemsOf } from './support.ts'

const min = 60_000
const h = 60 * min

describe('an agreement in the file', () => {
  it('RS.5e names a shipped matrix, or writes out its own', () => {
    expect(agreementOf('matrix: itop-4x3').matrix).toEqual(itop4x3)
    const own = agreementOf(`
matrix:
  id: two
  impacts:
    all: { name: { en: All, zh-CN: 全部 }, meaning: Everybody }
  urgencies:
    now: { name: Now, meaning: At once }
    later: { name: Later, meaning: Some day }
  cells:
    now: { all: P1 }
    later: { all: P4 }
`)
    expect(own.matrix).toEqual({
      id: 'two',
      impacts: [
        {
          id: 'all',
          name: { en: 'All', 'zh-CN': '全部' },
          meaning: { en: 'Everybody', 'zh-CN': 'Everybody' },
        },
      ],
      urgencies: [
        { id: 'now', name: { en: 'Now', 'zh-CN': 'Now' }, meaning: { en: 'At once', 'zh-CN': 'At once' } },
        {
          id: 'later',
          name: { en: 'Later', 'zh-CN': 'Later' },
          meaning: { en: 'Some day', 'zh-CN': 'Some day' },
        },
      ],
      cells: { now: { all: 'P1' }, later: { all: 'P4' } },
    })
  })

  it('differs from targets-v1 only where it says so', () => {
    const usual = targetsV1('office')
    const { targets } = agreementOf(
      'targets: { P1: { response: 90s }, P3: { calendar: 24x7, resolution: 2wd } }',
    )
    expect(targets).toEqual({
      ...usual,
      P1: { ...usual.P1, response: 90_000 },
      P3: { ...usual.P3, calendar: '24x7', resolution: 16 * h },
    })
    expect(agreementOf('targets: targets-v1').targets).toEqual(usual)
  })

  it('differs from the usual closure only where it says so', () => {
    expect(agreementOf('closure: { reminders: [1h, 1wd], personInCharge: executive }').closure).toEqual({
      calendar: 'office',
      confirmationPeriod: 24 * h,
      reminders: [h, 8 * h],
      reopenWindow: 40 * h,
      personInCharge: ['executive'],
    })
  })

  it('keeps only the calendars it counts on', () => {
    const calendars = (more: string) => Object.keys(agreementOf(more).calendars)
    expect(calendars('')).toEqual(['24x7', 'office'])
    expect(calendars('serviceHours: 24x7')).toEqual(['24x7'])
    expect(calendars('closure: { calendar: 24x7 }')).toEqual(['24x7', 'office'])
  })

  it('RS.6d takes std-v1 with another interval, under another name', () => {
    const { policy } = agreementOf('policy: { from: std-v1, askAgainEvery: 1m }')
    const every = { P1: min, P2: min, P3: min, P4: min }
    expect(policy.id).not.toBe(stdV1.id)
    expect(policy.rungs).toEqual(
      stdV1.rungs.map((rung) => (rung.askAgainEvery ? { ...rung, askAgainEvery: every } : rung)),
    )
    expect(policy.rungs.some((rung) => rung.askAgainEvery === undefined)).toBe(true)
  })

  it('RS.6d takes a ladder of its own', () => {
    const { policy } = agreementOf(`
policy:
  id: ours
  rungs:
    - { id: warn, mechanism: prewarning, target: response, at: 50%, to: { supplier: [assignee] } }
    - { id: next, mechanism: functional, target: response, at: [100%, { P1: 0m }], to: { supplier: duty }, handTo: 2 }
    - id: up
      mechanism: hierarchical
      target: resolution
      at: { P1: 1h, P2: 1wd }
      to: { supplier: [executive], customer: [executive] }
      askAgainEvery: { P1: 15m, P2: 30m, P3: 1h, P4: 2h }
`)
    expect(policy).toEqual({
      id: 'ours',
      rungs: [
        {
          id: 'warn',
          mechanism: 'prewarning',
          target: 'response',
          reach: [{ share: 0.5 }],
          to: [{ side: 'supplier', role: 'assignee' }],
        },
        {
          id: 'next',
          mechanism: 'functional',
          target: 'response',
          reach: [{ share: 1 }, { after: { P1: 0 } }],
          to: [{ side: 'supplier', role: 'duty' }],
          handTo: 2,
        },
        {
          id: 'up',
          mechanism: 'hierarchical',
          target: 'resolution',
          reach: [{ after: { P1: h, P2: 8 * h } }],
          to: [
            { side: 'supplier', role: 'executive' },
            { side: 'customer', role: 'executive' },
          ],
          askAgainEvery: { P1: 15 * min, P2: 30 * min, P3: h, P4: 2 * h },
        },
      ],
    })
  })

  it('says which calendar counts when there is more than one, or none', () => {
    const missing = (line: number) => [
      `line ${line}: agreements → shop-2026: serviceHours is missing; write which calendar counts, or \`24x7\``,
    ]
    const none = minimal().replace(/calendars:.*(?=agreements:)/s, '')
    expect(problemsOf(none)).toEqual(missing(22))
    const two = minimal().replace('calendars:', 'calendars:\n  night: { zone: UTC, hours: always }')
    expect(problemsOf(two)).toEqual(missing(27))
  })
})
