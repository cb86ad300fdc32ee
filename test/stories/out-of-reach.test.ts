import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTellAdministrators, type Lost } from '../../src/deliver/tell-administrators.ts'
import { reorganise } from '../support/reorganise.ts'
import type { Story } from '../support/story.ts'
import { startStory } from '../support/story.ts'

let story: Story
beforeEach(async () => {
  story = await startStory()
})
afterEach(() => story.end())

const day = 24 * 3_600_000
const why = 'the app is not installed for them (403)'
const web = { platform: 'web', team: 'local' } as const
const lose = async (lost: Pick<Lost, 'conversation' | 'user'>) => {
  const told = await createTellAdministrators(story)({ ...web, ...lost, why })
  await story.settle()
  return told
}
const shown = (person: string) => story.shown(`direct:${person}`)

describe('somebody whom a chat does not reach any more', () => {
  it('T19 is named to the supplier’s administrators, in their language: why, and what to do', async () => {
    expect(await lose({ conversation: 'a:zhao-and-the-bot', user: 'zhao' })).toBe(true)
    expect(story.posts('direct:chen')).toHaveLength(1)
    expect(shown('chen')).toContain('给赵敏（华信制造）发消息')
    expect(shown('chen')).toContain(why)
    expect(shown('chen')).toContain('安装应用')
    for (const { place } of story.chat.posts) expect(place.conversation).toBe('direct:chen')
    await story.presses('chen', { flow: 'prefer_language', choice: 'en' })
    await lose({ conversation: 'emma' })
    expect(shown('chen')).toContain('I cannot write to Emma Clarke (Bluebird Books) in web chat any more')
    expect(shown('chen')).toContain('Install the app')
  })

  it('may be a room: it is added again, or another one is linked', async () => {
    await lose({ conversation: 'huaxin' })
    expect(shown('chen')).toContain('“华信制造 · 云衡运维”')
    expect(shown('chen')).toContain('关联另一个会话')
  })

  it('is told of once a day, however often it is found', async () => {
    for (const _ of [1, 2, 3]) await lose({ conversation: 'huaxin' })
    expect(story.posts('direct:chen')).toHaveLength(1)
    await lose({ conversation: 'zhao' })
    expect(story.posts('direct:chen')).toHaveLength(2)
    story.sleeps(day)
    await lose({ conversation: 'huaxin' })
    expect(story.posts('direct:chen')).toHaveLength(3)
  })

  it('is not told to themselves, nor to anybody when it is nobody’s here', async () => {
    expect(await lose({ conversation: 'chen' })).toBe(false)
    expect(await lose({ conversation: 'a:stranger', user: 'stranger' })).toBe(false)
    await reorganise(story, [
      'roles: [engineer]\n    accounts',
      'roles: [engineer, administrator]\n    accounts',
    ])
    expect(await lose({ conversation: 'chen' })).toBe(true)
    expect(story.posts('direct:chen')).toEqual([])
    expect(shown('li')).toContain('陈静')
  })
})
