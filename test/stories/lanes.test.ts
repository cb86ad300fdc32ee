import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '../../src/domain/item/item.ts'
import type { Story } from '../support/story.ts'
import { startStory } from '../support/story.ts'

let story: Story
beforeEach(async () => {
  story = await startStory()
})
afterEach(() => story.end())

const li: Actor = { kind: 'person', id: 'li', side: 'supplier', org: 'yunheng' }

/** What the engineers' room was told, as the words in quotes. */
const quoted = (conversation: string) =>
  story
    .posts(conversation)
    .flatMap(({ card }) => card.blocks.flatMap((block) => (block.type === 'quote' ? [block.text] : [])))

describe('many notices and a slow chat', () => {
  it('T21 a P1 goes before 300 notices of a P4 that wait, and all of them arrive, in order, once', async () => {
    await story.says('zhao', '三楼打印机坏了')
    await story.presses('li', { flow: 'claim', item: 'HX-1' })
    story.chat.delay(Number.MAX_SAFE_INTEGER)
    const texts = Array.from({ length: 300 }, (_, n) => `第${n + 1}步`)
    for (const text of texts) {
      const wish = { do: 'ticket.update', text } as const
      expect((await story.bot.order([{ item: 'HX-1', wish }], li)).ok).toBe(true)
    }
    await story.settle()
    await story.says('emma', 'Our VPN has been down for the whole office since nine')
    expect((await story.ticket('BB-1')).priority).toBe('P1')
    const before = story.chat.posts.length
    story.chat.delay(0)
    story.sleeps(60_000)
    await story.settle()
    const after = story.chat.posts.slice(before)
    expect(after.length).toBeGreaterThanOrEqual(602)
    const urgent = after.flatMap(({ card }, place) => (JSON.stringify(card).includes('BB-1') ? [place] : []))
    expect(urgent.length).toBeGreaterThanOrEqual(3)
    expect(Math.max(...urgent), 'in the first batch, though 600 were owed before').toBeLessThan(200)
    expect(quoted('direct:zhao').filter((text) => text.startsWith('第'))).toEqual(texts)
    expect(quoted('engineers').filter((text) => text.startsWith('第'))).toEqual(texts)
    expect(new Set(after.map(({ key }) => key)).size).toBe(after.length)
  })

  it('waits with what belongs in a thread as long as the card that begins it waits, and tells nobody instead', async () => {
    story.chat.delay(Number.MAX_SAFE_INTEGER)
    await story.says('zhao', '三楼打印机坏了')
    await story.bot.order([{ item: 'HX-1', wish: { do: 'ticket.claim' } }], li)
    await story.bot.order([{ item: 'HX-1', wish: { do: 'ticket.update', text: '在查' } }], li)
    await story.settle()
    for (let minute = 0; minute < 20; minute += 1) {
      story.sleeps(60_000)
      await story.settle()
    }
    story.chat.delay(0)
    for (let minute = 0; minute < 2; minute += 1) {
      story.sleeps(60_000)
      await story.settle()
    }
    expect(quoted('engineers')).toContain('在查')
    expect(quoted('direct:chen')).not.toContain('在查')
    expect(story.problems).toEqual([])
  })

  it('keeps what is said in one place in order when one of it must wait', async () => {
    await story.says('zhao', '三楼打印机坏了')
    await story.presses('li', { flow: 'claim', item: 'HX-1' })
    for (const [n, text] of ['一', '二', '三', '四'].entries()) {
      if (n === 0) story.chat.delay(3)
      const wish = { do: 'ticket.update', text } as const
      await story.bot.order([{ item: 'HX-1', wish }], li)
    }
    await story.settle()
    for (let turn = 0; turn < 5; turn += 1) {
      story.sleeps(2_000)
      await story.settle()
    }
    expect(quoted('direct:zhao').slice(-4)).toEqual(['一', '二', '三', '四'])
  })

  it('R4 says of what an outage held up that it is late, and of nothing else', async () => {
    await story.says('zhao', '三楼打印机坏了')
    await story.presses('li', { flow: 'claim', item: 'HX-1' })
    story.chat.delay(1_000)
    await story.bot.order([{ item: 'HX-1', wish: { do: 'ticket.update', text: '在查' } }], li)
    await story.settle()
    story.sleeps(10 * 60_000)
    story.chat.delay(0)
    await story.settle()
    const late = story.chat.posts.filter(({ card }) => JSON.stringify(card).includes('迟到'))
    expect(late.map(({ place }) => place.conversation).sort()).toEqual(['direct:zhao', 'engineers'])
  })
})
