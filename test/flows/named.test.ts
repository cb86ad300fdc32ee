import { describe, expect, it } from 'vitest'
import { personNamed } from '../../flows/shared/person-named.ts'
import type { Person } from '../../src/domain/people/directory.ts'

const person = (id: string, name: string, user = `U-${id}`): Person => ({
  ...{
    id,
    name,
    side: 'supplier',
    org: 'hengxin',
    roles: ['engineer'],
    language: 'en',
    zone: 'Asia/Shanghai',
  },
  accounts: [{ platform: 'slack', team: 'T1', user }],
})

const people = [
  person('li', 'Li'),
  person('li-wei', 'Li Wei'),
  person('wangfang', '王芳'),
  person('ww1', '王伟'),
  person('ww2', '王伟', 'U0WANG2'),
  person('jose', 'José'),
]
const found = (words: string) => personNamed(words, people)

describe('a person named by words', () => {
  it.each([
    ['Li: please take over', 'li', 'please take over'],
    ['to li, please', 'li', 'please'],
    ['Li Wei knows it', 'li-wei', 'knows it'],
    ['@Li Wei knows it', 'li-wei', 'knows it'],
    ['ＬＩ　请接手', 'li', '请接手'],
    ['王芳 更熟悉', 'wangfang', '更熟悉'],
    ['给王芳，更熟悉', 'wangfang', '更熟悉'],
    ['給王芳：更熟悉', 'wangfang', '更熟悉'],
    ['王\u200b芳', 'wangfang', ''],
    ['JOSE\u0301 knows it', 'jose', 'knows it'],
    ['U0WANG2: knows it', 'ww2', 'knows it'],
    ['ww1 knows it', 'ww1', 'knows it'],
  ])('is found by a whole name: %s', (words, id, rest) => {
    expect(found(words)).toEqual({ id, rest })
  })

  it.each([
    'listen to the fan',
    'Lights are out',
    'Li-ion battery',
    "Li's desk",
    'li.example.com',
    'li_2',
    '王芳芳 更熟悉',
    '王芳芳',
    'josé2',
    'to listen',
  ])('is nobody whose name the words only begin like: %s', (words) => {
    expect(found(words)).toBeUndefined()
  })

  it('is never guessed between two who are called the same', () => {
    expect(found('王伟 更熟悉')).toEqual({ rest: '更熟悉' })
    expect(found('to @王偉: 更熟悉')).toEqual({ rest: '更熟悉' })
  })
})
