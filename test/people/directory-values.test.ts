import { describe, expect, it } from 'vitest'
import type { Actor } from '../../src/domain/item/item.ts'
import { directoryFields } from '../../src/domain/people/decide/values.ts'
import { type DirectoryCommand, directoryItem } from '../../src/domain/people/directory-item.ts'
import type { DirectoryWish } from '../../src/domain/people/wish.ts'
import { actor } from '../ticket/given.ts'
import { directory, monday, world } from '../ticket/world.ts'

const place = { platform: 'web', team: 'local', conversation: 'bluebird' } as const
const good: { readonly [Do in DirectoryWish['do']]: DirectoryWish } = {
  'directory.apply': { do: 'directory.apply', entries: [] },
  'directory.prefer_language': { do: 'directory.prefer_language', person: 'li', language: 'zh-CN' },
  'directory.keep_quiet': { do: 'directory.keep_quiet', person: 'zhao', quiet: '22:00-07:00' },
  'directory.observe': { do: 'directory.observe', person: 'li', language: 'zh-CN', zone: 'Europe/London' },
  'directory.link': { do: 'directory.link', place, org: 'bluebird' },
  'directory.confirm_link': { do: 'directory.confirm_link', place, org: 'bluebird' },
  'directory.refuse_link': { do: 'directory.refuse_link', place, org: 'bluebird' },
  'directory.unlink': { do: 'directory.unlink', place },
  'directory.move_room': { do: 'directory.move_room', platform: 'slack', team: 'T1', from: 'C1', to: 'C2' },
}
const bad: readonly unknown[] = [
  ...[
    null,
    0,
    1,
    Number.NaN,
    true,
    {},
    [null],
    [{ kind: 'weather', value: { id: 'x' } }],
    [{ kind: 'person' }],
  ],
  ...['', ' ', 'a\0b', '\ud800', '__proto__', 'constructor', 'fr', 'Mars/Olympus', 'BLUEBIRD'],
  { platform: 'fax', team: 'x', conversation: 'y' },
  { platform: 'slack', team: 'T1' },
]
const fits: { readonly [field: string]: readonly unknown[] } = {
  taken: [true],
  // There are none.
  quiet: [null],
  zone: ['', ' ', '__proto__', 'constructor', 'fr', 'Mars/Olympus', 'BLUEBIRD'],
  // Any ids of a platform's: whether anything stands there is asked of the directory, which has no such room.
  from: ['__proto__', 'constructor', 'fr', 'Mars/Olympus', 'BLUEBIRD'],
  to: ['__proto__', 'constructor', 'fr', 'Mars/Olympus', 'BLUEBIRD'],
  team: ['', ' ', '__proto__', 'constructor', 'fr', 'Mars/Olympus', 'BLUEBIRD'],
}
const everybody: readonly Actor[] = [
  ...['li', 'chen', 'qian', 'zhao', 'sun', 'emma'].map(actor),
  { kind: 'bot' },
  { kind: 'operator' },
]
const cases = Object.entries(directoryFields).flatMap(([name, fields]) =>
  Object.keys(fields).map((field) => ({ name: name as DirectoryWish['do'], field })),
)

describe('X1 decide of the directory takes no value on the word of a form', () => {
  it.each(cases)('$name: $field', ({ name, field }) => {
    const wrong = bad.filter((value) => !fits[field]?.includes(value))
    const happened = wrong.flatMap((value) =>
      everybody.flatMap((by) => {
        const command = { ...good[name], [field]: value, at: monday, by } as DirectoryCommand
        const decision = directoryItem.decide(directory, command, world)
        return decision.ok && decision.value.length > 0 ? [`${JSON.stringify(by)} ${String(value)}`] : []
      }),
    )
    expect(happened).toEqual([])
  })
})
