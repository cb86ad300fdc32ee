import { describe, expect, it } from 'vitest'
import { reach } from '../../src/domain/people/roles.ts'
import { directoryOf, minimal, organisation, warningsOf } from './support.ts'

const everyRole = '[team_lead, project_manager, department_manager, service_director, executive]'
const joeHolds = (roles: string): string => minimal().replace(everyRole, roles)
const zoeHolds = (roles: string): string =>
  minimal().replace('[reporter, contact, it_manager, executive]', roles)

describe('a warning', () => {
  it('T20 says at configuration time which rungs have nobody, and who gets them instead', () => {
    const text = joeHolds('[team_lead, project_manager, executive]')
    expect(warningsOf(text)).toEqual([
      'line 3: suppliers → ops: nobody holds department_manager: its rungs go to executive; ' +
        'give one of its people the role `department_manager`',
      'line 3: suppliers → ops: nobody holds service_director: its rungs go to executive; ' +
        'give one of its people the role `service_director`',
    ])
    const directory = directoryOf(organisation(text))
    const ticket = { supplier: 'ops', customer: 'shop', reporter: 'zoe', tier: 1 } as const
    const served = (role: 'service_director' | 'executive') =>
      reach(directory, ticket, [{ side: 'supplier', role }], 0).to
    expect(served('service_director')).toEqual(served('executive'))
  })

  it('T20 says so when there is nobody further up, and that the project manager is told', () => {
    expect(warningsOf(zoeHolds('contact'))).toEqual([
      'line 5: customers → shop: nobody holds it_manager: its rungs go to nobody but the project_manager, who is told of ' +
        'the gap; give one of its people the role `it_manager`',
      'line 5: customers → shop: nobody holds executive: its rungs go to nobody but the project_manager, who is told of ' +
        'the gap; give one of its people the role `executive`',
    ])
    expect(warningsOf(joeHolds('team_lead'))).toContain(
      'line 3: suppliers → ops: nobody holds executive: its rungs go to nobody; give one of its people the role `executive`',
    )
  })

  it('names a tier nobody answers for', () => {
    expect(warningsOf(minimal().replace(/duty:.*(?=calendars:)/s, ''))).toEqual([
      expect.stringContaining('nobody is on duty at tier 1: reports stand in nobody’s queue'),
      expect.stringContaining('nobody is on duty at tier 2 or behind it'),
      expect.stringContaining('nobody is on duty at tier 3 or behind it'),
    ])
  })

  it('names the years of an agreement whose holidays are not stated', () => {
    const text = minimal()
      .replace('hours: { mon-fri', 'holidays: { 2026-10-01: x }\n    hours: { mon-fri')
      .replace('2026-12-31', '2028-06-30')
    expect(warningsOf(text)).toEqual([
      expect.stringContaining('it runs into 2027, 2028, and calendar office has no holidays of then'),
    ])
  })

  it('names customers of one name', () => {
    const another = '  mall: { name: ＳＨＯＰ, key: MA, language: en, zone: UTC }\npeople:\n'
    const max = '  max: { name: Max, organisation: mall, roles: [reporter, contact] }\nduty:\n'
    const text = minimal().replace('people:\n', another).replace('duty:\n', max)
    expect(warningsOf(text).join()).toContain(
      'customers → mall: it is called the same as shop: people cannot tell the two apart',
    )
  })

  it('names people without an account and customers without an agreement', () => {
    expect(warningsOf(minimal().replace(', accounts: [{ platform: web, user: ann }]', ''))).toEqual([
      expect.stringContaining('people → ann: no account is stated'),
    ])
    expect(warningsOf(minimal().replace(/agreements:.*/s, ''))).toEqual([
      expect.stringContaining('customers → shop: no agreement is stated'),
    ])
  })
})
