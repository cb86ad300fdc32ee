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
  { ...person('wangfang', '王芳'), latin: 'Wang Fang' },
  person('ww1', '王伟'),
  person('ww2', '王伟', 'U0WANG2'),
  person('jose', 'José'),
  person('an', 'An'),
  person('bo', 'Bo'),
  person('will', 'Will'),
  person('ann-marie', 'Anne-Marie'),
  person('obrien', "O'Brien"),
  person('wf3', '王芳菲'),
  person('lw1', '李伟'),
  person('lw2', '李伟'),
  person('lw3', '李 伟'),
  person('lw4', '李偉'),
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
    ['to Wang Fang: knows it', 'wangfang', 'knows it'],
    ['给王芳，更熟悉', 'wangfang', '更熟悉'],
    ['給王芳：更熟悉', 'wangfang', '更熟悉'],
    ['王\u200b芳', 'wangfang', ''],
    ['JOSE\u0301 knows it', 'jose', 'knows it'],
    ['U0WANG2: knows it', 'ww2', 'knows it'],
    ['ww1 knows it', 'ww1', 'knows it'],
    ['bo knows it', 'bo', 'knows it'],
    ['An: knows it', 'an', 'knows it'],
    ['to An', 'an', ''],
    ['@an knows it', 'an', 'knows it'],
    ['@Will, please', 'will', 'please'],
    ['anne-marie — knows it', 'ann-marie', '— knows it'],
    ['O’Brien knows it', 'obrien', 'knows it'],
    ['王芳菲，王芳请假了', 'wf3', '王芳请假了'],
    ['Li, Wang is on leave', 'li', 'Wang is on leave'],
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
    'An engineer knows it',
    'to an engineer',
    'Will look later',
    'Another one',
    'bored',
    'Anne knows it',
    'Anne-Marie-Lou',
    'O’Briens',
    '王工 更熟悉',
    '王芳经理 更熟悉',
    '李 更熟悉',
    '请转给王芳',
  ])('is nobody whose name the words only begin like: %s', (words) => {
    expect(found(words)).toBeUndefined()
  })

  it.each(['Li and Bo know it', 'Li/Bo', '王芳、王芳菲', '王芳 或 Bo', '@Li & @Bo', 'Li or @王伟'])(
    'is never guessed among several who are named: %s',
    (words) => {
      expect(found(words)).toEqual({ rest: words })
    },
  )

  it('is never guessed among three who are called the same, however that is written', () => {
    for (const words of ['李伟：更熟悉', '@李偉：更熟悉', '给李\u200b伟：更熟悉', '李伟\u00a0更熟悉'])
      expect(found(words)).toEqual({ rest: '更熟悉' })
    expect(found('lw2：更熟悉')).toEqual({ id: 'lw2', rest: '更熟悉' })
  })

  it('is never guessed between two who are called the same', () => {
    expect(found('王伟 更熟悉')).toEqual({ rest: '更熟悉' })
    expect(found('to @王偉: 更熟悉')).toEqual({ rest: '更熟悉' })
  })
})
