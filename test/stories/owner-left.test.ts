import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLog } from '../../src/process/log.ts'
import { createStore } from '../../src/store/create-store.ts'
import { lookForLeftOwners } from '../../src/store/migrations/0018-look-for-left-owners.ts'
import { createSweep } from '../../src/work/sweep.ts'
import { createWake } from '../../src/work/wake.ts'
import { leaves, moves, reorganise } from '../support/reorganise.ts'
import { stillQueue } from '../support/still-queue.ts'
import type { Story } from '../support/story.ts'
import { startStory } from '../support/story.ts'

let story: Story
beforeEach(async () => {
  story = await startStory()
})
afterEach(() => story.end())

const told = (conversation: string) => story.posts(conversation).length

describe('a ticket whose owner left', () => {
  it('RS.5d is given to the next on duty too when they had not taken it yet', async () => {
    await story.says('zhao', '核心交换机不通')
    await reorganise(story, leaves('li'), ['members: [li, wang]', 'members: [wang]'])
    await story.settle()
    expect((await story.ticket('HX-1')).dispatchedTo).toBe('wang')
    expect(JSON.stringify(story.posts('direct:wang').at(-1))).toContain('{"flow":"claim","item":"HX-1"')
  })

  it('RS.5d stands in the queue of whoever is on duty, who is told and can take it', async () => {
    const root = await story.says('zhao', '核心交换机不通')
    await story.says('li', 'claim HX-1')
    await story.passes(1000)
    const duty = told('direct:wang')
    const lead = told('direct:chen')
    await reorganise(story, leaves('li'), ['members: [li, wang]', 'members: [wang]'])
    await story.settle()
    expect(told('direct:wang')).toBe(duty + 1)
    expect(told('direct:chen')).toBe(lead + 1)
    expect(await story.types('HX-1')).toContain('ticket.owner_left')
    const living = JSON.stringify(story.posts('engineers')[0]?.card.buttons)
    expect(living).toContain('{"flow":"claim","item":"HX-1"')
    await story.says('zhao', '还是不通', { thread: root })
    expect(story.shown('direct:wang')).toContain('还是不通')
    await story.says('wang', 'queue')
    expect(JSON.stringify(story.posts('direct:wang').at(-1))).toContain('HX-1')
    await story.says('wang', 'claim HX-1')
    expect((await story.ticket('HX-1')).assignee).toBe('wang')
    expect(story.problems).toEqual([])
  })

  it.each(['bluebird', 'huaxin'])(
    'is so too when the owner moved to %s, and sees nothing of it',
    async (to) => {
      await story.says('zhao', '核心交换机不通')
      await story.says('li', 'claim HX-1')
      const before = told('direct:li')
      const drawn = story.posts('direct:li').map(({ redrawn }) => redrawn)
      await reorganise(
        story,
        moves('li', to),
        [/(li:[\s\S]*?roles: )\[engineer\]/, '$1[reporter]'],
        ['members: [li, wang]', 'members: [wang]'],
      )
      await story.settle()
      const { assignee, dispatchedTo } = await story.ticket('HX-1')
      expect([assignee, dispatchedTo]).toEqual([undefined, 'wang'])
      await story.passes(10 * 60_000)
      expect(told('direct:li')).toBe(before)
      expect(story.posts('direct:li').map(({ redrawn }) => redrawn)).toEqual(drawn)
    },
  )

  const rejects = () => story.fills('zhao', { flow: 'reject_solution', item: 'HX-1' }, { text: '还是不通' })
  const closes = async () => {
    await story.presses('zhao', { flow: 'confirm_solution', item: 'HX-1' })
    await story.presses('chen', { flow: 'close', item: 'HX-1' })
  }
  const reopens = () => story.fills('zhao', { flow: 'reopen', item: 'HX-1' }, { text: '还是不通' })

  it.each([
    ['a solution is rejected', async () => {}, rejects],
    ['it is reopened', closes, reopens],
  ])('RS.5d RS.7 is told of once when %s, with why', async (_, before, act) => {
    await story.says('zhao', '三楼打印机卡纸')
    await story.says('li', 'claim HX-1')
    await story.says('li', 'resolve HX-1: 换了电源')
    await before()
    await reorganise(story, leaves('li'), ['members: [li, wang]', 'members: [wang]'])
    const duty = told('direct:wang')
    const lead = told('direct:chen')
    await act()
    await story.passes(1000)
    expect([told('direct:wang'), told('direct:chen')]).toEqual([duty + 1, lead + 1])
    expect((await story.ticket('HX-1')).dispatchedTo).toBe('wang')
    const heard = JSON.stringify(story.posts('direct:wang').at(-1)?.card)
    expect(heard).toContain('还是不通')
    expect(heard).toContain('{"flow":"claim","item":"HX-1"')
    expect(story.problems).toEqual([])
  })

  it('RS.5d is found at the start of a version that sees to it, though they left under one that did not', async () => {
    await story.says('zhao', '三楼打印机卡纸')
    await story.says('zhao', '四楼打印机卡纸')
    await story.says('li', 'claim HX-1')
    await story.says('wang', 'claim HX-2')
    const moment = async (id: string) => (await story.store.loadInWorld([id]))[0]?.nextDue
    const before = await moment('HX-2')
    const database = new pg.Client({ connectionString: story.url })
    await database.connect()
    // As such a version left it: he is gone and nothing was done about what he had.
    await database.query(
      `update items set state = jsonb_set(state, '{people,li,org}', '"elsewhere"') where kind = 'directory'`,
    )
    await database.query(lookForLeftOwners)
    await database.end()
    expect([await moment('HX-1'), await moment('HX-2')]).toEqual([undefined, before])
    const { now, kinds, url } = story
    const store = await createStore({ url, kinds, now })
    const log = createLog({ level: 'error', write: (line) => story.problems.push(line) })
    const wake = createWake({ store, kinds, now, log, committed: () => {} })
    await createSweep({ store, kinds, queue: stillQueue, wake, now, log }).everything()
    await store.close()
    await story.settle()
    expect((await story.ticket('HX-1')).dispatchedTo).toBe('wang')
    expect(JSON.stringify(story.posts('direct:wang').at(-1))).toContain('{"flow":"claim","item":"HX-1"')
    expect(await moment('HX-2')).toBe(before)
    expect(story.problems).toEqual([])
  })
})
