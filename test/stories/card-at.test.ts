import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createCardAt } from '../../src/deliver/card-at.ts'
import type { Standing } from '../support/recording-adapter.ts'
import { reorganise } from '../support/reorganise.ts'
import type { Story } from '../support/story.ts'
import { startStory } from '../support/story.ts'

let story: Story
beforeEach(async () => {
  story = await startStory()
})
afterEach(() => story.end())

/** A card is not drawn anew for what does not show in it: its buttons then name an earlier moment. */
const unseen = (shown: unknown): unknown =>
  JSON.parse(JSON.stringify(shown, (key, value) => (key === 'seen' ? undefined : value)))
const cardAt = (post: Standing) => createCardAt(story)(post.ref)
const now = ({ ref }: Standing): Standing => {
  const found = story.chat.posts.find((post) => post.ref.message === ref.message)
  if (found === undefined) throw new Error(`nothing stands at ${ref.message}`)
  return found
}
const offering = (conversation: string, flow: string): Standing => {
  const found = story
    .posts(conversation)
    .findLast(({ card }) => card.buttons.some(({ press }) => press.flow === flow))
  if (found === undefined) throw new Error(`nothing in ${conversation} offers ${flow}`)
  return found
}

const receiptIn = (conversation: string): Standing => {
  const found = story.posts(conversation).findLast(({ card }) => card.summary.includes('HX-1'))
  if (found === undefined) throw new Error(`no receipt in ${conversation}`)
  return found
}

describe('what stands in a message of the bot', () => {
  it('is what was drawn there, in its language, whatever it was: a living card, a notice as it was sent, one that lost a button', async () => {
    const thread = await story.says('zhao', '全公司都连不上VPN了', { in: 'huaxin', addressed: true })
    await story.presses('li', { flow: 'claim', item: 'HX-1' })
    await story.says('zhao', '还有财务部', { in: 'huaxin', thread })
    await story.says('emma', 'One laptop does not wake up any more')
    await story.presses('wang', { flow: 'claim', item: 'BB-1' })
    const followed: Standing[] = []
    for (const post of story.chat.posts) {
      const found = await cardAt(post)
      if (found === undefined) continue
      const { card, language, zone } = post
      const { thread, ...drawn } = found
      const where = `${post.place.conversation}: ${card.summary}`
      expect(unseen(drawn), where).toEqual(unseen({ card, language, zone }))
      // From a room nothing leads to another; from one's own chat to one's own side's.
      if (/^direct:(?:li|wang)$/.test(post.place.conversation))
        expect(thread?.conversation, where).toBe('engineers')
      else expect([undefined, 'huaxin'], where).toContain(thread?.conversation)
      followed.push(post)
    }
    const of = (conversation: string) => followed.filter(({ place }) => place.conversation === conversation)
    expect(of('huaxin').some(({ redrawn }) => redrawn > 0)).toBe(true)
    expect(of('direct:li').some(({ redrawn }) => redrawn === 0)).toBe(true)
    expect(of('engineers').length).toBeGreaterThan(0)
  })

  it('is drawn from the ticket as it is, also before the chat was told of it', async () => {
    await story.says('zhao', '全公司都连不上VPN了')
    const receipt = receiptIn('direct:zhao')
    const notice = offering('direct:li', 'claim')
    await story.bot.order([{ item: 'HX-1', wish: { do: 'ticket.claim' } }], {
      kind: 'person',
      id: 'li',
      side: 'supplier',
      org: 'yunheng',
    })
    const [card, left] = [await cardAt(receipt), await cardAt(notice)]
    await story.settle()
    expect(card?.card).toEqual(now(receipt).card)
    expect(left?.card).toEqual(now(notice).card)
    expect(left?.card.buttons.map(({ press }) => press.flow)).not.toContain('claim')
  })

  it('is drawn for all again, though the ticket went back meanwhile to what stands there, for somebody saw another', async () => {
    await story.says('zhao', '全公司都连不上VPN了')
    await story.presses('li', { flow: 'claim', item: 'HX-1' })
    const card = offering('engineers', 'resolve')
    const by = { kind: 'person', id: 'li', side: 'supplier', org: 'yunheng' } as const
    const customer = { kind: 'person', id: 'zhao', side: 'customer', org: 'huaxin' } as const
    await story.bot.order(
      [{ item: 'HX-1', wish: { do: 'ticket.resolve', description: '换了硒鼓', workaround: false } }],
      by,
    )
    const shown = await cardAt(card)
    expect(shown?.card.buttons.map(({ press }) => press.flow)).not.toContain('resolve')
    await story.bot.order(
      [{ item: 'HX-1', wish: { do: 'ticket.reject_solution', reason: '还是不行' } }],
      customer,
    )
    const { redrawn } = now(card)
    await story.settle()
    expect(now(card).card.buttons.map(({ press }) => press.flow)).toContain('resolve')
    expect(now(card).redrawn).toBe(redrawn + 1)
  })

  describe('is drawn for all again, though the ticket went back meanwhile and somebody was shown another', () => {
    const solution = { do: 'ticket.resolve', description: '换了硒鼓', workaround: false } as const
    const li = { kind: 'person', id: 'li', side: 'supplier', org: 'yunheng' } as const
    const zhao = { kind: 'person', id: 'zhao', side: 'customer', org: 'huaxin' } as const
    /** It is solved, which somebody is shown, and then it is not. */
    const goesThereAndBack = async (card: Standing): Promise<void> => {
      await story.bot.order([{ item: 'HX-1', wish: solution }], li)
      expect((await cardAt(card))?.card.buttons.map(({ press }) => press.flow)).not.toContain('resolve')
      await story.bot.order(
        [{ item: 'HX-1', wish: { do: 'ticket.reject_solution', reason: '还是不行' } }],
        zhao,
      )
    }
    /** Does this once, the first time that it is asked for: the others wait. */
    const once = (act: () => Promise<void>) => {
      let done: Promise<void> | undefined
      return () => {
        done ??= act()
        return done
      }
    }

    it('while an earlier drawing of it was on its way', async () => {
      await story.says('zhao', '全公司都连不上VPN了')
      const card = offering('engineers', 'claim')
      const { adapter } = story.chat
      const { update } = adapter
      const meanwhile = once(() => goesThereAndBack(card))
      Object.assign(adapter, {
        update: async (...given: Parameters<typeof update>) => {
          const drawn = await update(...given)
          if (given[0].message === card.ref.message) await meanwhile()
          return drawn
        },
      })
      await story.presses('li', { flow: 'claim', item: 'HX-1' })
      expect(now(card).redrawn).toBe(2)
      expect(now(card).card.buttons.map(({ press }) => press.flow)).toContain('resolve')
    })

    it('while somebody was about to look whether it is to be drawn', async () => {
      await story.says('zhao', '全公司都连不上VPN了')
      await story.presses('li', { flow: 'claim', item: 'HX-1' })
      const card = offering('engineers', 'resolve')
      const { living } = story.store
      const { stale } = living
      const meanwhile = once(() => goesThereAndBack(card))
      await story.bot.order([{ item: 'HX-1', wish: { do: 'ticket.update', text: '在查' } }], li)
      const { redrawn } = now(card)
      Object.assign(living, {
        stale: async (...given: Parameters<typeof stale>) => {
          const found = await stale(...given)
          await meanwhile()
          return found
        },
      })
      await story.settle()
      expect(now(card).redrawn).toBe(redrawn + 1)
    })
  })

  it('T54 shows the customer nothing that is internal, and the reader alone what they may do', async () => {
    await story.says('zhao', '全公司都连不上VPN了')
    await story.fills('li', { flow: 'note', item: 'HX-1' }, { text: '交换机是我们碰掉的' })
    const seen = JSON.stringify(await cardAt(receiptIn('direct:zhao')))
    expect(seen).toContain('HX-1')
    expect(seen).not.toContain('碰掉')
    expect(seen).not.toContain('"claim"')
    expect(JSON.stringify(await cardAt(offering('engineers', 'claim')))).toContain('"claim"')
  })

  it('is nothing where nothing is followed, or where it is shown no longer', async () => {
    const said = await story.says('zhao', '帮助')
    const [help] = story.posts('direct:zhao')
    if (help === undefined) throw new Error('no help came')
    expect(await cardAt(help)).toBeUndefined()
    expect(await cardAt({ ...help, ref: { ...help.ref, message: said } })).toBeUndefined()
    await story.says('zhao', '全公司都连不上VPN了', { in: 'huaxin', addressed: true })
    const receipt = receiptIn('huaxin')
    expect(await cardAt(receipt)).toBeDefined()
    await reorganise(story, [
      / {2}huaxin:\n {4}name: 华信制造 · 云衡运维\n {4}organisation: huaxin/,
      '  other:\n    name: 华信制造 · 云衡运维\n    organisation: bluebird\n    conversation: huaxin',
    ])
    expect(await cardAt(receipt)).toBeUndefined()
  })
})
