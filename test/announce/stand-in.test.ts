import { describe, expect, it } from 'vitest'
import { standIns } from '../../src/announce/stand-in.ts'
import type { Person } from '../../src/domain/people/directory.ts'
import type { Notice } from '../../src/store/change.ts'
import { reported } from '../ticket/given.ts'
import { directory as everybody, monday, withoutPeople } from '../ticket/world.ts'

const notice = (person: string, role: string): Notice => ({
  key: 'HX-1.7.resolved',
  to: { kind: 'person', person, thread: false },
  ...{ role, side: 'customer', about: 'ticket.resolved', language: 'en', zone: 'UTC', lane: 3 },
  card: { title: 'HX-1', tone: 'info', blocks: [], buttons: [], summary: 'HX-1' },
})
const wei = { ...everybody.people.zhao, id: 'wei' } as Person

describe('who hears instead of somebody who cannot be reached', () => {
  it.each([
    ['the reporter', notice('zhao', 'reporter'), [], ['sun']],
    ['the contact', notice('sun', 'contact'), [], ['feng']],
    ['the last manager', notice('feng', 'it_manager'), ['sun', 'han'], ['qian']],
    [
      'the reporter, where there is no contact: no colleague',
      notice('zhao', 'reporter'),
      ['sun', 'feng', 'han'],
      ['qian'],
    ],
  ])('T19 M2.3 of %s', (_, one, gone, heirs) => {
    const left = withoutPeople(...gone).directory
    const directory = { ...left, people: { ...left.people, wei } }
    const told = standIns(one, reported().ticket, directory, monday)
    expect(told.map(({ to }) => to)).toEqual(
      heirs.map((person) => ({ kind: 'person', person, thread: false })),
    )
  })
})
