import { describe, expect, it } from 'vitest'
import type { Bench } from './bench.ts'
import { saying, soon, squeezed } from './bench.ts'
import { largeCard } from './large-card.ts'
import { postOf, type Spot } from './stage.ts'

/** What is posted stands there once, whole, and can be drawn anew by any process. */
export const postingContract = ({ stage, fresh, reading, can, last, posts, puts, redraws }: Bench): void => {
  /** Everything that stands in the room since it was empty of this name, as one text. */
  const allOf = async (name: string): Promise<string> => {
    const { li, room } = stage()
    return (await reading(li, room, name)).map(({ text }) => text).join('\n')
  }
  const missing = (all: string, wanted: readonly string[]): readonly string[] => {
    const whole = squeezed(all)
    return wanted.filter((one) => !whole.includes(squeezed(one)))
  }

  describe('a post', () => {
    it('stands once in its conversation, for everybody there, at the address that it gives', async () => {
      const { adapter, zhao, li, room } = stage()
      const text = fresh('HX-7 is accepted')
      const at = await posts(room, text)
      const { team, conversation } = room
      expect(at).toMatchObject({ platform: adapter.platform, team, conversation })
      expect(at.thread).toBeUndefined()
      for (const person of [zhao, li])
        expect((await reading(person, room, text)).map(({ message }) => message)).toEqual([at.message])
    })

    it('to one person is read by that person alone, in the conversation that their words come from', async () => {
      const { adapter, zhao, li } = stage()
      const place = await adapter.direct(zhao.account)
      expect(place).toMatchObject({ platform: adapter.platform, direct: true })
      const text = fresh('HX-7 waits for you')
      const at = await posts(place, text)
      const where = { conversation: zhao.direct }
      expect(await reading(zhao, where, text)).toHaveLength(1)
      expect(await reading(li, where, text)).toEqual([])
      expect(await reading(li, { conversation: li.direct }, text)).toEqual([])
      await zhao.says(where, fresh('Thank you'))
      const { team, conversation } = last('message').place
      expect({ team: at.team, conversation: at.conversation }).toEqual({ team, conversation })
      // So what is told them next of the same goes below it.
      expect(await adapter.direct(zhao.account)).toMatchObject({ team, conversation })
    })

    it('is one of twenty at the same time, each of which stands once', async () => {
      const { li, room } = stage()
      const texts = Array.from({ length: 20 }, () => fresh('HX-7 is due'))
      const keys = texts.map(() => fresh('post'))
      const ends = await Promise.all(
        texts.map((text, place) => puts(room, postOf(keys[place] ?? '', saying(text)))),
      )
      expect(new Set(ends.map(({ message }) => message)).size).toBe(20)
      for (const text of texts) expect(await reading(li, room, text)).toHaveLength(1)
    })

    it('is found by its key, and nothing by a key that was never used', async () => {
      const { adapter, room } = stage()
      const key = fresh('post')
      const at = await puts(room, postOf(key, saying(fresh('HX-7'))))
      expect(await adapter.find(room, key)).toEqual(at)
      expect(await adapter.find(room, fresh('post'))).toBeUndefined()
      const thread = { ...room, thread: at.message }
      const below = fresh('post')
      const reply = await puts(thread, postOf(below, saying(fresh('HX-7'))))
      expect(await adapter.find(thread, below)).toEqual(reply)
    })

    it('too large for one message loses no word and no button (T42)', async () => {
      const { zhao, room } = stage()
      const name = fresh('Large')
      const { drawn, words: wanted } = largeCard(name)
      await puts(room, postOf(fresh('post'), drawn))
      expect(missing(await allOf(name), wanted)).toEqual([])
      for (const button of drawn.buttons) {
        const [on] = await reading(zhao, room, button.label)
        await zhao.presses({ ...room, message: on?.message ?? '' }, button.label)
        expect(last('press').press).toEqual(button.press)
      }
    })
  })

  describe('a card that stands', () => {
    const standing = async (spot: Spot): Promise<string> => {
      return (await stage().li.reads(spot))
        .filter(({ message }) => message === spot.message)
        .map(({ text }) => text)
        .join()
    }

    it('is drawn anew in its place', async () => {
      const { li, room } = stage()
      const [before, after] = [fresh('HX-7 is new'), fresh('HX-7 is solved')]
      const at = await posts(room, before)
      const { length } = await li.reads(room)
      expect(await redraws(at, postOf(fresh('post'), saying(after)))).toEqual(at)
      expect(squeezed(await standing(at))).toContain(squeezed(after))
      expect(await reading(li, room, before)).toEqual([])
      expect(await li.reads(room)).toHaveLength(length)
    })

    it('is drawn anew in a thread and in a direct conversation', async () => {
      const { adapter, zhao, room } = stage()
      const { message: thread } = await posts(room, fresh('HX-7'))
      for (const place of [{ ...room, thread }, await adapter.direct(zhao.account)]) {
        const [before, after] = [fresh('HX-7 is new'), fresh('HX-7 is solved')]
        const at = await posts(place, before)
        await redraws(at, postOf(fresh('post'), saying(after)))
        expect((await reading(zhao, at, after)).map(({ message }) => message)).toEqual([at.message])
        expect(await reading(zhao, at, before)).toEqual([])
      }
    })

    it('is drawn anew by a process that did not post it, and that hears nobody', async () => {
      const { another, li, room } = stage()
      const [before, after] = [fresh('HX-7 is new'), fresh('HX-7 is solved')]
      const at = await posts(room, before)
      await redraws(at, postOf(fresh('post'), saying(after)), another())
      expect(await reading(li, room, before)).toEqual([])
      expect(await reading(li, room, after)).toHaveLength(1)
      const third = another()
      const text = fresh('HX-7 is closed')
      await puts(await third.direct(li.account), postOf(fresh('post'), saying(text)), third)
      expect(await reading(li, { conversation: li.direct }, text)).toHaveLength(1)
    })

    it('grows beyond one message and shrinks again, and no old word is left (T42)', async () => {
      const { li, room } = stage()
      const [small, name, end] = [fresh('Small'), fresh('Large'), fresh('Small again')]
      const at = await posts(room, small)
      const { drawn, words: wanted } = largeCard(name)
      await redraws(at, postOf(fresh('post'), drawn))
      expect(missing(await allOf(name), wanted)).toEqual([])
      expect(await reading(li, room, small)).toEqual([])
      await redraws(at, postOf(fresh('post'), saying(end)))
      expect(await allOf(name)).toBe('')
      expect((await reading(li, room, end)).map(({ message }) => message)).toEqual([at.message])
    })

    it('in several messages is drawn anew by a process that did not post it (T42)', async () => {
      const { another, room } = stage()
      const [before, after] = [fresh('Large'), fresh('Other')]
      const at = await puts(room, postOf(fresh('post'), largeCard(before).drawn))
      const { drawn, words: wanted } = largeCard(after)
      await redraws(at, postOf(fresh('post'), drawn), another())
      expect(await allOf(before)).toBe('')
      expect(missing(await allOf(after), wanted)).toEqual([])
    })

    can('mention', 'calls somebody in a room by name, whatever it is, and nobody else', async () => {
      const { adapter, li, room } = stage()
      const text = fresh('HX-7 waits for you')
      const name = '<at>everyone</at> [x](https://evil.example) *Li*'
      const post = { ...postOf(fresh('post'), saying(text)), mention: { account: li.account, name } }
      const at = await puts(room, post)
      const [shown, ...others] = await reading(li, room, text)
      expect([shown?.message, ...others]).toEqual([at.message])
      expect(shown?.reaches).toEqual([expect.stringContaining(li.account.user)])
      expect(adapter.mentions).toBe(true)
    })

    can('home', 'on the page of a person is seen by that person', async () => {
      const { adapter, zhao, li } = stage()
      const text = fresh('Your tickets')
      const { key: _, ...drawn } = postOf('', saying(text))
      expect(await adapter.home?.(zhao.account, drawn)).toMatchObject({ outcome: 'sent' })
      await soon(async () => expect(squeezed((await zhao.home?.()) ?? '')).toContain(squeezed(text)))
      expect(squeezed((await li.home?.()) ?? '')).not.toContain(squeezed(text))
    })
  })
}
