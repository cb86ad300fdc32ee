import { describe, expect, it } from 'vitest'
import { withNames } from '../../src/app/meaning/named.ts'
import type { Speaking } from '../../src/app/speaker/speaking.ts'
import type { Inbound, Mention } from '../../src/chat/inbound.ts'
import type { Directory, Person } from '../../src/domain/people/directory.ts'
import { directory as usual } from '../ticket/world.ts'

const known = (id: string, name: string, user: string): Person | undefined =>
  usual.people[id] && { ...usual.people[id], name, accounts: [{ platform: 'teams', team: 'T1', user }] }
const people = [
  known('li', '李伟', 'aad-li'),
  known('wang', 'Wang Wei', 'aad-wang'),
  known('ma', '马强', 'aad-both'),
  known('zhou', '周强', 'aad-both'),
  known('emma', 'Emma', 'aad-emma'),
].flatMap((one) => one ?? [])
const directory: Directory = { ...usual, people: Object.fromEntries(people.map((one) => [one.id, one])) }

const speaker = usual.people.zhao
if (speaker === undefined) throw new Error('nobody to speak')
const speaking: Speaking = {
  person: speaker,
  directory,
  reader: { person: 'zhao', side: 'customer', org: 'huaxin' },
  ...({ audience: 'customer', language: 'en', zone: 'UTC' } as const),
}
const place = { platform: 'teams', team: 'T1', conversation: 'c', direct: false } as const
const who = { platform: 'teams', team: 'T1', user: 'aad-zhao' } as const

const read = (text: string, mentions?: readonly Mention[]) => {
  const act = { key: 'k', kind: 'message', who, place, at: 0, addressed: true, text } as const
  const message = { ...place, message: 'm' }
  const inbound: Inbound = { ...act, message, ...(mentions === undefined ? {} : { mentions }) }
  return withNames(inbound, speaking)
}

describe('whoever is called', () => {
  const li = { user: 'aad-li', written: 'Li Wei (IT)' }
  const wang = { user: 'aad-wang', written: 'W' }
  it.each([
    ['@Li Wei (IT) fixed it', [li], '@李伟 fixed it'],
    ['@Li Wei (IT)昨天修过', [li], '@李伟 昨天修过'],
    ['@Li Wei (IT), @W: help', [li, wang], '@李伟, @Wang Wei: help'],
    ['@W @W', [wang, { ...wang, user: 'aad-li' }], '@Wang Wei @李伟'],
  ])('by an account that is known stands by that person’s name: %s', (text, mentions, named) => {
    expect(read(text, mentions)).toMatchObject({ text: named, mentions: [] })
  })

  it.each([
    [
      '@Emma @Strong',
      [
        { user: 'aad-emma', written: 'Emma' },
        { user: 'aad-both', written: 'Strong' },
      ],
    ],
    ['@Bob Miller knows', [{ user: 'aad-bob', written: 'Bob Miller' }]],
    ['nobody', [li]],
  ])('stays as written who is of others, called like another, or not known: %s', (text, mentions) => {
    expect(read(text, mentions)).toMatchObject({ text, mentions })
  })
})
