import { afterEach, beforeEach, expect, it } from 'vitest'
import { most } from '../../src/view/together-card.ts'
import { type Story, startStory } from '../support/story.ts'

const seconds = 1_000
const minutes = 60 * seconds
/** More than a list shows, so that of those that wait and of those that do not some are only counted. */
const many = most + 10

let story: Story
beforeEach(async () => {
  story = await startStory()
})
afterEach(() => story.end())

/** The lead's list, as it stands. */
const list = () => {
  const found = story
    .posts('direct:zhou')
    .flatMap(({ card }) => card.blocks.flatMap((block) => (block.type === 'table' ? [{ card, block }] : [])))
  const [first] = found
  if (first === undefined) throw new Error('nothing is listed')
  const { card, block } = first
  return {
    title: card.title ?? '',
    more: card.blocks.flatMap((one) => (one.type === 'note' ? [one.text] : [])),
    rows: block.rows.map(({ cells, button }) => ({
      item: cells[0]?.split(/[ ·]/)[0] ?? '',
      press: button?.press,
    })),
  }
}

it('RS.7 shows the first of many that wait for somebody, counts them all, and ends when none does', async () => {
  for (let n = 0; n < many; n += 1)
    await story.says('zhao', `${n}号打印机坏了`, { in: 'huaxin', addressed: true })
  await story.passes(6 * minutes)
  const all = list()
  const items = Array.from({ length: many }, (_, n) => `HX-${n + 1}`)
  expect(all.title).toContain(String(many))
  expect(all.more.join()).toContain(String(many - most))
  const shown = all.rows.map(({ item }) => item)
  expect(new Set(shown).size).toBe(most)

  const taken = shown.slice(0, 5)
  for (const { press } of all.rows.slice(0, 5)) if (press !== undefined) await story.presses('zhou', press)
  await story.passes(seconds)
  expect(list().title, 'what is done is no longer counted').toContain(String(many - 5))
  expect(list().more.join()).toContain(String(many - most))
  const next = list().rows.map(({ item }) => item)
  expect(next.slice(0, most - 5), 'the next ones are shown instead').toEqual(shown.slice(5))
  expect(next.filter((item) => taken.includes(item))).toEqual([])

  for (const item of items)
    if (!taken.includes(item)) await story.presses('zhou', { flow: 'acknowledge_escalation', item })
  await story.passes(seconds)
  expect(list().title).not.toMatch(/\d/)
  expect(list().more.join()).toContain(String(many - most))
})
