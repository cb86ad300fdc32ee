import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Story, startStory } from '../support/story.ts'

let story: Story
beforeEach(async () => {
  story = await startStory()
})
afterEach(() => story.end())

const reporterOf = async (id: string) => (await story.ticket(id)).reporter

describe('pointing at a message', () => {
  const said = { message: 'm-vpn', author: 'zhao', text: '全公司都连不上VPN了', in: 'huaxin' }

  it('RS.1 makes it the report of its author, with its thread as the ticket’s', async () => {
    await story.says('zhao', said.text, { in: 'huaxin', key: said.message })
    expect(await story.store.load(['HX-1'])).toEqual([])
    expect(await story.adopts('sun', said)).toMatchObject({ kind: 'done' })
    expect(await reporterOf('HX-1')).toBe('zhao')
    expect(story.posts('huaxin').at(-1)?.place.thread).toBe(said.message)
  })

  it('makes one ticket however many point, at once or later', async () => {
    await Promise.all(['sun', 'zhao', 'li', 'wang'].map((user) => story.adopts(user, said)))
    // Who loses the race has taken a number all the same.
    const made = await story.store.load(['HX-1', 'HX-2', 'HX-3', 'HX-4'])
    expect(made).toHaveLength(1)
    const [{ id } = { id: '' }] = made
    expect(await story.adopts('chen', said)).toMatchObject({
      kind: 'refuse',
      saying: expect.stringContaining(id),
    })
    expect((await story.types(id)).filter((type) => type === 'ticket.reported')).toHaveLength(1)
  })

  it('lets the supplier’s people log a customer’s words, and asks whose report it is when the words are their own', async () => {
    await story.adopts('li', said)
    expect(await reporterOf('HX-1')).toBe('zhao')
    const own = { message: 'm-own', author: 'li', text: 'Zhao called: mail is slow', in: 'huaxin' }
    expect(await story.adopts('li', own)).toMatchObject({ kind: 'ask', form: { flow: 'log' } })
  })

  it('I9 does nothing for a stranger, or for somebody of another customer', async () => {
    for (const user of ['nobody', 'emma'])
      expect(await story.adopts(user, said)).toMatchObject({ kind: 'refuse' })
    expect(await story.store.load(['HX-1', 'BB-1'])).toEqual([])
  })
})
