import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { leaves, reorganise } from '../support/reorganise.ts'
import type { Story } from '../support/story.ts'
import { startStory } from '../support/story.ts'

let story: Story
beforeEach(async () => {
  story = await startStory()
})
afterEach(() => story.end())

const second = (inCharge: string) =>
  [
    [/(huaxin-demo:\n)/, '$1    version: 2\n'],
    [/(bluebird-demo:\n)/, '$1    version: 2\n'],
    ['closure: &brief { ', `closure: &brief { personInCharge: [${inCharge}], `],
  ] as const
const chenLeaves = [leaves('chen'), ['members: [chen]', 'members: [wang]']] as const
const zhouLeaves = [leaves('zhou')] as const

const resolved = async () => {
  await story.says('zhao', '核心交换机不通')
  await story.says('li', 'claim HX-1')
  await story.says('li', 'resolve HX-1 the switch was replaced')
  expect((await story.ticket('HX-1')).status).toBe('resolved')
  expect((await story.ticket('HX-1')).agreement.version).toBe(1)
}
const told = (id: string) => story.posts(`direct:${id}`).length

describe('a ticket under an earlier version whose people in charge all left', () => {
  it.each([
    ['zhou', 'department_manager', chenLeaves],
    ['wang', 'engineer', [...chenLeaves, ...zhouLeaves]],
  ] as const)(
    'X2 RS.8 is closed by the next level (%s), who is asked to',
    async (next, inCharge, changes) => {
      await resolved()
      await reorganise(story, ...second(inCharge), ...changes)
      const before = told(next)
      await story.presses('zhao', { flow: 'confirm_solution', item: 'HX-1' })
      expect(told(next)).toBeGreaterThan(before)
      expect(JSON.stringify(story.posts(`direct:${next}`).at(-1))).toContain('{"flow":"close","item":"HX-1"')
      await story.passes(3 * 60_000)
      expect(await story.types('HX-1')).toContain('ticket.confirmation_reminded')
      expect(told(next)).toBeGreaterThan(before + 1)
      await story.presses(next, { flow: 'close', item: 'HX-1' })
      expect(await story.ticket('HX-1')).toMatchObject({ status: 'closed' })
      expect(story.problems).toEqual([])
    },
  )

  it('X2 is so when they left after the customer had agreed', async () => {
    await resolved()
    await story.presses('zhao', { flow: 'confirm_solution', item: 'HX-1' })
    await reorganise(story, ...second('department_manager'), ...chenLeaves)
    const before = told('zhou')
    await story.passes(3 * 60_000)
    expect(told('zhou')).toBeGreaterThan(before)
    await story.presses('zhou', { flow: 'close', item: 'HX-1' })
    expect(await story.ticket('HX-1')).toMatchObject({ status: 'closed' })
  })

  it('X2 a file by which nobody would be in charge of what is agreed now is refused with what to do', async () => {
    await resolved()
    await expect(reorganise(story, ...chenLeaves)).rejects.toThrow('give one of its people such a role')
    await story.presses('zhao', { flow: 'confirm_solution', item: 'HX-1' })
    await story.presses('chen', { flow: 'close', item: 'HX-1' })
    expect(await story.ticket('HX-1')).toMatchObject({ status: 'closed' })
  })
})
