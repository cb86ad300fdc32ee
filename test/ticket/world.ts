import type { Agreement } from '../../src/domain/agreement/agreement.ts'
import { cn3x3 } from '../../src/domain/agreement/cn-3x3.ts'
import { targetsV1 } from '../../src/domain/agreement/targets-v1.ts'
import type { Calendar } from '../../src/domain/calendar/calendar.ts'
import { stdV1 } from '../../src/domain/escalation/std-v1.ts'
import type { World } from '../../src/domain/item/item.ts'
import type { Directory, Person } from '../../src/domain/people/directory.ts'

export const minutes = 60_000
export const hours = 60 * minutes

/** Monday 2026-03-02 10:00 in Shanghai. */
export const monday = Date.UTC(2026, 2, 2, 2)

const week = ['09:00-12:00', '13:00-18:00']
const office: Calendar = {
  id: '5x8',
  zone: 'Asia/Shanghai',
  hours: { mon: week, tue: week, wed: week, thu: week, fri: week },
}

export const agreement: Agreement = {
  id: 'hx',
  version: 1,
  name: 'HX support',
  supplier: 'yunheng',
  customer: 'huaxin',
  validFrom: '2026-01-01',
  validTo: '2027-12-31',
  zone: 'Asia/Shanghai',
  matrix: cn3x3,
  targets: targetsV1('5x8'),
  calendars: { '24x7': { id: '24x7', zone: 'Asia/Shanghai', hours: 'always' }, '5x8': office },
  policy: stdV1,
  closure: {
    calendar: '5x8',
    confirmationPeriod: 24 * hours,
    reminders: [8 * hours, 16 * hours, 24 * hours],
    reopenWindow: 40 * hours,
    personInCharge: ['team_lead', 'project_manager'],
  },
  intakeChannels: [{ kind: 'chat', detail: '#huaxin' }],
}

const person = (id: string, side: Person['side'], org: string, ...roles: Person['roles']): Person => ({
  id,
  name: id,
  side,
  org,
  roles,
  language: 'en',
  zone: 'Asia/Shanghai',
  accounts: [{ platform: 'web', team: 'local', user: id }],
})

const people = [
  person('li', 'supplier', 'yunheng', 'engineer'),
  person('wang', 'supplier', 'yunheng', 'engineer'),
  person('ma', 'supplier', 'yunheng', 'engineer'),
  person('chen', 'supplier', 'yunheng', 'team_lead'),
  person('qian', 'supplier', 'yunheng', 'project_manager'),
  person('zhou', 'supplier', 'yunheng', 'department_manager'),
  person('wu', 'supplier', 'yunheng', 'service_director'),
  person('zheng', 'supplier', 'yunheng', 'executive'),
  person('zhao', 'customer', 'huaxin', 'reporter'),
  person('sun', 'customer', 'huaxin', 'contact'),
  person('feng', 'customer', 'huaxin', 'it_manager'),
  person('han', 'customer', 'huaxin', 'executive'),
  person('emma', 'customer', 'bluebird', 'reporter', 'contact'),
]

const roster = {
  supplier: 'yunheng',
  rotate: 'none',
  since: '2026-01-01',
  handover: '09:00',
  zone: 'Asia/Shanghai',
  standIns: [],
} as const

export const directory: Directory = {
  supplier: 'yunheng',
  suppliers: { yunheng: { id: 'yunheng', name: 'Yunheng', language: 'zh-CN', zone: 'Asia/Shanghai' } },
  customers: {
    huaxin: {
      id: 'huaxin',
      name: 'Huaxin',
      key: 'HX',
      supplier: 'yunheng',
      language: 'zh-CN',
      zone: 'Asia/Shanghai',
    },
    bluebird: {
      id: 'bluebird',
      name: 'Bluebird',
      key: 'BB',
      supplier: 'yunheng',
      language: 'en',
      zone: 'Europe/London',
    },
  },
  people: Object.fromEntries(people.map((one) => [one.id, one])),
  rooms: {},
  rosters: {
    l1: { id: 'l1', tier: 1, members: ['li', 'wang'], ...roster },
    l2: { id: 'l2', tier: 2, members: ['ma'], ...roster },
  },
  agreements: {
    'hx@1': agreement,
    'bb@1': { ...agreement, id: 'bb', customer: 'bluebird' },
  },
  preferences: {},
  observed: {},
  proposals: {},
  moves: {},
  closed: {},
}

export const world: World = { directory }

/** The same world under an agreement whose service hours are those of one single day. */
export const openOn = (date: string): World => {
  const { '5x8': _, ...calendars } = agreement.calendars
  const once: Calendar = { id: '5x8', zone: 'Asia/Shanghai', hours: {}, dates: { [date]: { hours: week } } }
  const ending = { ...agreement, calendars: { ...calendars, '5x8': once } }
  return { directory: { ...directory, agreements: { ...directory.agreements, 'hx@1': ending } } }
}

/** The same world without the holders of some roles. */
export const withoutPeople = (...ids: readonly string[]): World => ({
  directory: {
    ...directory,
    people: Object.fromEntries(Object.entries(directory.people).filter(([id]) => !ids.includes(id))),
  },
})
