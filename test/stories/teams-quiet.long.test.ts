import { expect, it } from 'vitest'
import { eachEnds } from '../support/each-ends.ts'
import { fiveTroubles } from '../support/five-troubles.ts'
import { rooms, startTeamsStory } from '../support/teams-story.ts'
import { turnedClock } from '../support/turned-clock.ts'

const seconds = 1_000
const hours = 3_600 * seconds
const morning = Date.UTC(2026, 2, 2, 2)

const clock = turnedClock(morning)
const start = eachEnds(() => startTeamsStory({ now: clock.now }))

it('RS.7 M2.3 five tickets that nobody takes, through the ladder of their response, ring ten times at most for anybody on Teams, and leave five cards at most', async () => {
  const story = await start()
  const { teams, store } = story
  const passes = (ms: number) => clock.passes(story, ms)
  const people = ['li', 'wang', 'chen', 'zhou', 'sun']
  // What the app says when it is installed is none of it.
  const welcomed = new Map(people.map((id) => [id, teams.messages(teams.personal(id)).length]))
  for (const trouble of fiveTroubles) {
    await story.reports('zhao', rooms.huaxin, trouble)
    await passes(2 * seconds)
  }
  await passes(4 * hours)
  const told = people.map((id) => {
    // Every message of a chat with the bot makes a sound; drawing one anew makes none.
    const all = teams
      .messages(teams.personal(id))
      .slice(welcomed.get(id))
      .filter(({ by }) => by === undefined)
    // In a chat without threads a line of news stands below the card it is of: it has no heading.
    const cards = all.filter(({ card }) => JSON.stringify(card).includes('"style":"heading"')).length
    return { id, rings: all.length, cards }
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
