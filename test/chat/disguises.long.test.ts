import { describe, expect, it } from 'vitest'
import { flows } from '../../flows/index.ts'
import { leadingNumber, openFlow } from '../../src/chat/opener.ts'
import type { Person } from '../../src/domain/people/directory.ts'
import { plain } from '../../src/domain/words/plain.ts'
import { directory } from '../ticket/world.ts'
import { disguises } from './disguises.ts'
import { traditional } from './traditional.ts'

const keys = ['HX', 'BB']
const names = ['Wang Wei', '王强']
const { li, zhao, sun, chen } = directory.people
if (li === undefined || zhao === undefined || sun === undefined || chen === undefined)
  throw new Error('nobody to speak')
const admin: Person = { ...chen, roles: ['administrator'] }

const openers = flows.flatMap(({ name, opensWith }) =>
  [...opensWith.en, ...opensWith['zh-CN']]
    .filter((opener) => opener !== '')
    .map((opener) => [name, opener] as const),
)

const flowOf = (text: string) =>
  [li, zhao, sun, chen, admin]
    .map((person) => openFlow(flows, text, { person, keys, names }))
    .find((found) => found !== undefined)

describe('words in disguise', () => {
  it('knows how each opening word is written in traditional characters', () => {
    const chinese = flows.flatMap(({ opensWith }) => opensWith['zh-CN'])
    expect(chinese.filter((opener) => !traditional.has(opener))).toEqual([])
  })

  it('leaves the opening words themselves as they are', () => {
    expect(openers.filter(([, opener]) => plain(opener).text !== opener)).toEqual([])
  })

  it.each(Object.keys(disguises))('T41 opens every conversation %s', (name) => {
    const disguise = disguises[name] ?? (() => [])
    const wrong = openers.flatMap(([flow, opener]) =>
      disguise(opener).flatMap((text) =>
        flowOf(text)?.flow.name === flow ? [] : [`${flow}: ${JSON.stringify(text)}`],
      ),
    )
    expect(wrong).toEqual([])
  })

  it.each(Object.keys(disguises).filter((name) => name !== 'in traditional characters'))(
    'T41 opens every conversation of a ticket %s',
    (name) => {
      const disguise = disguises[name] ?? (() => [])
      const wrong = openers.flatMap(([flow, opener]) =>
        disguise(`${opener} hx-7`).flatMap((text) => {
          const found = flowOf(text)
          return found?.flow.name === flow && found.number === 'HX-7'
            ? []
            : [`${flow}: ${JSON.stringify(text)}`]
        }),
      )
      expect(wrong).toEqual([])
    },
  )

  it('keeps what is said after them as it was said', () => {
    const said = '\u200bＮｏｔｅ\u200b：\u2066重启了 𠮷野家 的 👨‍👩‍👧 路由器 :smile:\u2069'
    expect(openFlow(flows, said, { person: li, keys, names })?.words).toBe(
      '重启了 𠮷野家 的 👨‍👩‍👧 路由器 :smile:\u2069',
    )
    expect(leadingNumber('＃ＨＸ－７\u200b ：還是很慢 👍🏽', keys)).toEqual({
      number: 'HX-7',
      words: '還是很慢 👍🏽',
    })
  })

  it.each([
    'help my printer is on fire',
    '幫助我恢復檔案',
    '@王强 打印机坏了',
    ':fire: server room is hot',
    'claim:fire: on floor 3',
    '10:30:45 the line went down',
    'HX-7.5 firmware breaks the switch',
    'HX7楼的灯坏了',
    'HX-7-2 cabinet has no power',
  ])('T41 is still a report: %s', (text) => {
    expect(openFlow(flows, text, { person: zhao, keys, names, inThread: false })).toBeUndefined()
    expect(leadingNumber(text, keys, names)).toBeUndefined()
  })

  it('T45 reads a beginning, whatever stands in it', () => {
    for (const sign of [
      '\u200b',
      '@',
      '@a ',
      ':',
      ':a',
      ':smile:',
      '/',
      '“',
      '\u0301',
      '\ud800',
      ' ',
      '\n',
      '👍',
      '５',
      '@Wang Wei ',
    ]) {
      openFlow(flows, `${sign.repeat(40_000)}x`, { person: zhao, keys, names })
      openFlow(flows, `note${sign.repeat(40_000)}`, { person: li, keys, names })
      expect(plain(sign.repeat(40_000)).text.length).toBeLessThanOrEqual(250)
    }
  })
})
