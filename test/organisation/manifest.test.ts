import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { priorities } from '../../src/domain/agreement/matrix.ts'
import { targetsV1 } from '../../src/domain/agreement/targets-v1.ts'
import { stdV1 } from '../../src/domain/escalation/std-v1.ts'
import type { Stamp } from '../../src/domain/item/item.ts'
import { directoryItem } from '../../src/domain/people/directory-item.ts'
import { agreementFor, personByAccount } from '../../src/domain/people/find.ts'
import { problemText } from '../../src/organisation/problem.ts'
import { readOrganisation } from '../../src/organisation/read-organisation.ts'
import { directoryOf, fileText, organisation, warningsOf } from './support.ts'

const demo = fileText('manifest/organisation.demo.yaml')
const example = fileText('manifest/organisation.example.yaml')
const stamp: Stamp = { at: 0, by: { kind: 'operator' } }

describe.each([
  ['organisation.demo.yaml', demo],
  ['organisation.example.yaml', example],
])('%s', (_, text) => {
  const { entries } = organisation(text)
  const directory = directoryOf({ entries, warnings: [] })
  const world = { directory }

  it('is whole, with nothing odd about it', () => {
    expect(warningsOf(text)).toEqual([])
  })

  it('changes nothing when it is applied twice', () => {
    const again = directoryItem.decide(directory, { ...stamp, do: 'directory.apply', entries }, world)
    expect(again).toEqual({ ok: true, value: [] })
  })

  it('refers only to what is there', () => {
    const { people, suppliers, customers, rosters, rooms, agreements } = directory
    for (const { org, side } of [...Object.values(people), ...Object.values(rooms)])
      expect(side === 'supplier' ? suppliers : customers).toHaveProperty([org])
    for (const { members, supplier } of Object.values(rosters))
      for (const member of members) expect(people[member]?.org).toBe(supplier)
    for (const { customer, supplier, calendars, targets, closure } of Object.values(agreements)) {
      expect(customers[customer]?.supplier).toBe(supplier)
      for (const priority of priorities) expect(calendars).toHaveProperty([targets[priority].calendar])
      expect(calendars).toHaveProperty([closure.calendar])
    }
  })

  it('binds every customer in 2026, and knows every account', () => {
    for (const { id, supplier } of Object.values(directory.customers))
      expect(agreementFor(directory, supplier, id, Date.parse('2026-07-01')).ok).toBe(true)
    for (const person of Object.values(directory.people))
      for (const account of person.accounts) expect(personByAccount(directory, account)).toEqual(person)
  })
})

describe('the demo organisation', () => {
  const directory = directoryOf(organisation(demo))

  it('has minutes to keep its promises in, and asks again after minutes, the more pressing the sooner', () => {
    for (const agreement of Object.values(directory.agreements)) {
      for (const priority of priorities)
        expect(agreement.targets[priority].resolution).toBeLessThanOrEqual(600_000)
      const asked = agreement.policy.rungs.flatMap(({ askAgainEvery }) => askAgainEvery ?? [])
      expect(asked.length).toBeGreaterThan(0)
      for (const every of asked) expect(every).toEqual({ P1: 60_000, P2: 120_000, P3: 240_000, P4: 300_000 })
      expect(Object.values(agreement.calendars).map(({ hours }) => hours)).toEqual(['always'])
    }
  })

  it('has its eight people on the web chat', () => {
    expect(Object.values(directory.people).flatMap(({ accounts }) => accounts)).toEqual(
      ['li', 'wang', 'chen', 'zhou', 'zhao', 'sun', 'emma', 'oliver'].map((user) => ({
        platform: 'web',
        team: 'local',
        user,
      })),
    )
  })
})

describe('the example organisation', () => {
  const { agreements } = directoryOf(organisation(example))

  it('writes out what is the default', () => {
    expect(agreements['ruifeng-2026@1']).toMatchObject({ targets: targetsV1('china-office'), policy: stdV1 })
  })

  it('T29 has make-up workdays on weekends only', () => {
    const dates = agreements['ruifeng-2026@1']?.calendars['china-office']?.dates ?? {}
    const open = Object.keys(dates).filter((date) => dates[date]?.hours.length)
    expect(open).toHaveLength(11)
    for (const date of open) expect([0, 6]).toContain(new Date(date).getUTCDay())
  })

  it('reads the same as JSON, with lines', () => {
    const { entries } = organisation(example)
    const json = JSON.stringify(parse(example), undefined, '\t')
    expect(organisation(json).entries).toEqual(entries)
    const broken = readOrganisation(json.replace('"roles"', '"rolls"'), 'org.json')
    expect(broken.ok ? [] : broken.no.map(problemText)).toEqual([
      expect.stringMatching(/^org.json line \d{2}: people → liu: roles is missing/),
      expect.stringMatching(
        /^org.json line \d{2}: people → liu: `rolls` is not known here; did you mean `roles`\?/,
      ),
    ])
  })
})
