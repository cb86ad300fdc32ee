import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Story, startStory } from '../support/story.ts'

let story: Story
beforeEach(async () => {
  story = await startStory()
  await story.says('zhao', '三楼打印机坏了')
})
afterEach(() => story.end())

const item = 'HX-1'
const solution = { description: '换了一根网线', workaround: 'no' }
const acts = (conversation: string) =>
  story
    .posts(conversation)
    .at(-1)
    ?.card.buttons.map(({ press }) => press.flow) ?? []

describe('words that ask for a solution, or quote it', () => {
  const said = [
    ...['Solved?', 'solved??', 'confirm?', '已解决？', 'solved HX-1?', '"solved HX-1"?'],
    ...[
      '"solved HX-1" says Oliver, but it is not',
      '“已解决 HX-1”是孙磊说的，还没好',
      'solved HX-1 only for some of us',
    ],
  ]

  it.each(said)('RS.C1b are no consent, and are answered with its two buttons: %s', async (words) => {
    await story.presses('li', { flow: 'claim', item })
    await story.fills('li', { flow: 'resolve', item }, solution)
    await story.says('zhao', words, { thread: 'm1' })
    expect((await story.ticket(item)).resolution?.consent).toBeUndefined()
    expect(acts('direct:zhao').slice(0, 2)).toEqual(['confirm_solution', 'reject_solution'])
    expect(await story.store.load(['HX-2'])).toEqual([])
    expect(story.problems).toEqual([])
  })

  it('RS.C1b are consent where they say it outright, in quotation marks as the help has them too', async () => {
    await story.presses('li', { flow: 'claim', item })
    await story.fills('li', { flow: 'resolve', item }, solution)
    await story.says('zhao', '“已解决 HX-1”！')
    expect((await story.ticket(item)).resolution?.consent).toMatchObject({ by: 'zhao' })
  })
})

describe('words that begin as an act and do not order it', () => {
  const customers = [
    ...['cancel HX-1? No, please do not!', '"cancel HX-1" is what Oliver said', '“撤回 HX-1”是孙磊说的'],
    ...[
      '“cancel HX-1” was pressed by mistake, wasn’t it?',
      'escalate HX-1? not yet',
      'split HX-1? no, one trouble',
    ],
  ]
  it.each(customers)('change nothing until the form is sent, which holds them: %s', async (words) => {
    const before = await story.types(item)
    await story.says('zhao', words)
    expect(await story.types(item)).toEqual(before)
    expect(await story.store.load(['HX-2'])).toEqual([])
    expect(story.problems).toEqual([])
  })

  const engineers = [
    'claim HX-1?',
    'claim HX-1 is for Wang, not me',
    '"claim HX-1" was what Wang should have said',
    '接单 HX-1 吗',
  ]
  it.each(engineers)('change nothing until the button is pressed: %s', async (words) => {
    await story.says('li', words)
    expect((await story.ticket(item)).assignee).toBeUndefined()
    expect(acts('direct:li')).toEqual(['claim'])
    expect(story.problems).toEqual([])
  })

  it.each(['claim HX-1!', '"claim HX-1"', '/claim "HX-1" please', '接单 HX-1，谢谢'])(
    'act where they order it: %s',
    async (words) => {
      await story.says('li', words)
      expect((await story.ticket(item)).assignee).toBe('li')
    },
  )
})
