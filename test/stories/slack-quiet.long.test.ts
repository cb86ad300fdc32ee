import { expect, it } from 'vitest'
import { eachEnds } from '../support/each-ends.ts'
import { fiveTroubles } from '../support/five-troubles.ts'
import type { Message } from '../support/slack/world/records.ts'
import { startSlackStory } from '../support/slack-story.ts'
import { turnedClock } from '../support/turned-clock.ts'

const seconds = 1_000
const hours = 3_600 * seconds
const morning = Date.UTC(2026, 2, 2, 2)

const clock = turnedClock(morning)
const start = eachEnds(() => startSlackStory('socket', { now: clock.now }))

const isTop = ({ ts, thread_ts }: Message): boolean => thread_ts === undefined || thread_ts === ts

it('RS.7 M2.3 five tickets that nobody takes, through the ladder of their response, ring ten times at most for anybody on Slack, and leave five cards at most', async () => {
  const story = await start()
  const { slack, store } = story
  const passes = (ms: number) => clock.passes(story, ms)
  for (const trouble of fiveTroubles) {
    await story.reports('U0ZHAO', 'C0HUAXIN', trouble)
    await passes(2 * seconds)
  }
  await passes(4 * hours)
  const told = ['U0LI', 'U0WANG', 'U0CHEN', 'U0ZHOU', 'U0SUN'].map((id) => {
    const all = slack.messages(slack.person(id).dm())
    // An answer in a thread is heard where it is shown in the conversation too.
    const rings = all.filter((one) => isTop(one) || one.subtype === 'thread_broadcast').length
    return { id, rings, cards: all.filter(isTop).length }
  })
  for (const { id, rings, cards } of told) {
    expect(rings, id).toBeGreaterThan(0)
    expect(rings, id).toBeLessThanOrEqual(10)
    expect(cards, id).toBeLessThanOrEqual(5)
  }
  for (const item of ['HX-1', 'HX-2', 'HX-3', 'HX-4', 'HX-5']) {
    const evidence = await store.as({ person: 'chen', side: 'supplier', org: 'yunheng' }).told(item)
    expect(evidence.filter(({ status }) => status === 'owed' || status === 'failed')).toEqual([])
  }
})
