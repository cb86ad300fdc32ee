import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Story } from '../support/story.ts'
import { startStory } from '../support/story.ts'

let story: Story
beforeEach(async () => {
  story = await startStory()
})
afterEach(() => story.end())

const about = (conversation: string, words: RegExp) =>
  story.posts(conversation).filter(({ card }) => words.test(card.summary)).length

describe('an incident nobody answers', () => {
  it('RS.6a RS.6b RS.6c M2.3 warns inside, alarms both parties, hands on, and asks managers until they acknowledge', async () => {
    await story.says('emma', 'Our VPN has been down for the whole office since nine')
    await story.passes(61_000)
    expect(await story.types('BB-1')).toContain('ticket.breached')
    expect(story.posts('direct:oliver').length).toBeGreaterThan(0)
    expect((await story.ticket('BB-1')).dispatchedTo).toBe('wang')

    await story.passes(60_000)
    const managed = story.posts('direct:zhou').length
    expect(managed).toBeGreaterThan(0)
    await story.presses('zhou', { flow: 'acknowledge_escalation', item: 'BB-1' })
    const repeats = (await story.types('BB-1')).filter((type) => type === 'ticket.escalation_repeated').length
    await story.passes(60_000)
    const told = await story.store.as({ person: 'chen', side: 'supplier', org: 'yunheng' }).told('BB-1')
    expect(told.filter(({ status }) => status === 'sent').length).toBeGreaterThan(10)
    expect(
      (await story.types('BB-1')).filter((type) => type === 'ticket.escalation_repeated').length,
    ).toBeGreaterThan(repeats)
    expect(story.problems).toEqual([])
  })

  it('I5 tells nobody the same rung twice', async () => {
    await story.says('zhao', '全公司都连不上VPN了')
    await story.passes(10 * 60_000)
    const log = await story.store.events('HX-1')
    const rungs = log.flatMap(({ event }) => ('epoch' in event ? [JSON.stringify([event.type, event])] : []))
    expect(new Set(rungs).size).toBe(rungs.length)
    expect(about('direct:sun', /HX-1/)).toBeGreaterThan(2)
    expect((await story.ticket('HX-1')).status).toBe('new')
    expect(story.problems).toEqual([])
  })

  it('is read by the manager as who was told, why, and what comes next', async () => {
    await story.says('zhao', '全公司都连不上VPN了')
    await story.passes(65_000)
    for (const words of [
      '谁被通知了 HX-1',
      '时限 HX-1',
      '预演 HX-1',
      '记录 HX-1',
      '风险',
      '谁值班',
      '级别',
      '帮助',
    ]) {
      const before = story.posts('direct:chen').length
      await story.says('chen', words)
      expect(story.posts('direct:chen').length, words).toBe(before + 1)
    }
    expect(story.problems).toEqual([])
  })
})
