import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readClock } from '../../src/domain/sla/clock.ts'
import { agreementOf, clockOf } from '../../src/domain/ticket/clocks.ts'
import { type Story, startStory } from '../support/story.ts'

const second = 1_000
const minute = 60 * second

let story: Story
beforeEach(async () => {
  story = await startStory()
  await story.says('zhao', '全公司都连不上VPN了')
})
afterEach(async () => {
  expect(story.problems).toEqual([])
  await story.end()
})

const wakes = async (): Promise<void> => {
  await story.bot.sweep.soon()
  await story.settle()
}
const fired = async () =>
  (await story.store.events('HX-1')).flatMap(({ event }) =>
    'epoch' in event && 'dueAt' in event && 'target' in event && 'rung' in event && 'late' in event
      ? [event]
      : [],
  )
const rungs = async () => (await fired()).map(({ epoch, target, rung }) => `${epoch} ${target} ${rung}`)
const reading = async () => {
  const ticket = await story.ticket('HX-1')
  const { directory } = await story.store.directories.of('yunheng')
  const { calendar, facts } = clockOf(ticket, 'resolution', agreementOf(directory, ticket))
  return readClock(calendar, facts, story.now())
}
const asked = { flow: 'ask', item: 'HX-1' } as const

describe('T31 a clock that is set while moments are pending', () => {
  it('six minutes ahead and back again: nothing fires before it is due by the clock, nor twice', async () => {
    const ms = 6 * minute
    story.sleeps(ms)
    await wakes()
    const ahead = await rungs()
    const told = story.chat.posted.length
    expect(ahead.length).toBeGreaterThan(0)
    for (const { dueAt, at } of await fired()) expect(Number(dueAt)).toBeLessThanOrEqual(at)
    story.sleeps(-ms)
    await wakes()
    expect(await rungs()).toEqual(ahead)
    expect(story.chat.posted.length).toBe(told)
    await story.passes(ms + minute)
    const all = await rungs()
    expect(new Set(all).size).toBe(all.length)
    expect(new Set(story.chat.posted).size).toBe(story.chat.posted.length)
  })

  it.each([6 * minute, 90 * second])('%i ms back: what fires does so at its own moment, once', async (ms) => {
    const told = story.chat.posted.length
    story.sleeps(-ms)
    await wakes()
    expect(await rungs()).toEqual([])
    expect(story.chat.posted.length).toBe(told)
    await story.passes(ms + 4 * minute)
    const all = await fired()
    expect(all.length).toBeGreaterThan(0)
    for (const { dueAt, at, late } of all) expect([at, late]).toEqual([dueAt, false])
    expect(new Set(await rungs()).size).toBe(all.length)
  })

  it('counts no time twice and none below nothing, also where a pause ends before it began', async () => {
    await story.passes(50 * second)
    await story.presses('li', { flow: 'claim', item: 'HX-1' })
    const before = await reading()
    await story.fills('li', asked, { kind: 'information', text: '哪一层？', of: 'zhao' })
    expect((await story.ticket('HX-1')).status).toBe('on_hold')
    story.sleeps(-90 * second)
    await story.fills('zhao', { flow: 'answer', item: 'HX-1' }, { text: '三楼' })
    expect((await story.ticket('HX-1')).status).toBe('in_progress')
    const set = await reading()
    expect(Math.min(set.business, set.paused, set.wall)).toBeGreaterThanOrEqual(0)
    expect(set.running + set.paused).toBe(set.wall)
    const { pauses } = await story.ticket('HX-1')
    expect(pauses).toHaveLength(1)
    for (const { from, to = 0 } of pauses) expect(to).toBeGreaterThanOrEqual(from)
    story.sleeps(90 * second)
    const after = await reading()
    expect(after.business).toBe(before.business)
    expect(after.running + after.paused).toBe(after.wall)
    await story.passes(4 * minute)
    expect((await reading()).business).toBe(after.business + 4 * minute)
  })
})
