import { describe, expect, it } from 'vitest'
import type { Posted } from '../../src/chat/adapter.ts'
import type { Bench } from './bench.ts'
import { saying, squeezed } from './bench.ts'
import { postOf } from './stage.ts'

/** Whatever becomes of the platform, the sender is told how a post ended, truly and as a value. */
export const troublesContract = (bench: Bench): void => {
  const { stage, fresh, reading, can, posts, puts, redraws, trouble } = bench
  const drawn = () => postOf(fresh('post'), saying(fresh('HX-7 is solved')))
  /** Nothing was sent for so long that the adapter holds nothing back. */
  const rested = (): void => stage().passes(31_000)
  const unclear = (posted: Posted): void => {
    expect(['unknown', 'wait']).toContain(posted.outcome)
    if (posted.outcome === 'wait') expect(posted.retryAfter).toBeGreaterThan(0)
  }

  describe('when a platform says no', () => {
    it('a card that is gone cannot be drawn anew (T19)', async () => {
      const { adapter, vanish, room } = stage()
      const at = await posts(room, fresh('HX-7 is new'))
      rested()
      await vanish(at)
      expect(await adapter.update(at, drawn())).toMatchObject({ outcome: 'unreachable' })
      await posts(room, fresh('HX-7 is closed'))
    })

    it('a place the bot is not let into cannot be posted to (T19)', async () => {
      const { adapter, lost } = stage()
      const ended = await adapter.post(lost, drawn())
      expect(ended).toMatchObject({ outcome: 'unreachable' })
      if (ended.outcome === 'unreachable') expect(ended.why).not.toBe('')
      expect(await adapter.post(lost, drawn())).toMatchObject({ outcome: 'unreachable' })
    })

    it('somebody who is not there cannot be posted to (T19)', async () => {
      const { adapter, nobody } = stage()
      const place = await adapter.direct(nobody)
      expect(await adapter.post(place, drawn())).toMatchObject({ outcome: 'unreachable' })
    })

    can('limit', 'to wait, it is waited for, and what was not taken is posted once afterwards', async () => {
      const { adapter, misbehave, li, room } = stage()
      const at = await posts(room, fresh('HX-7 is new'))
      const text = fresh('HX-7 is due')
      const post = postOf(fresh('post'), saying(text))
      rested()
      const over = trouble(misbehave.limit)
      for (const ended of [await adapter.post(room, post), await adapter.update(at, drawn())]) {
        expect(ended.outcome).toBe('wait')
        unclear(ended)
      }
      over()
      expect(await reading(li, room, text)).toEqual([])
      await puts(room, post)
      expect(await reading(li, room, text)).toHaveLength(1)
    })
  })

  describe('when a platform cannot be reached (T16)', () => {
    it('no post or drawing throws or claims to stand, and both work afterwards', async () => {
      const { adapter, misbehave, li, room } = stage()
      const at = await posts(room, fresh('HX-7 is new'))
      const text = fresh('HX-7 is due')
      const post = postOf(fresh('post'), saying(text))
      rested()
      const over = trouble(misbehave.down)
      unclear(await adapter.post(room, post))
      unclear(await adapter.update(at, drawn()))
      over()
      expect(await adapter.find(room, post.key)).toBeUndefined()
      await puts(room, post)
      expect(await reading(li, room, text)).toHaveLength(1)
      const after = fresh('HX-7 is solved')
      await redraws(at, postOf(fresh('post'), saying(after)))
      expect(await reading(li, room, after)).toHaveLength(1)
    })
  })

  describe('when a platform does not say what became of a post (T16)', () => {
    it('neither does the adapter, and a drawing done twice stands once', async () => {
      const { adapter, misbehave, li, room } = stage()
      const at = await posts(room, fresh('HX-7 is new'))
      const after = fresh('HX-7 is solved')
      const again = postOf(fresh('post'), saying(after))
      rested()
      const over = trouble(misbehave.mute)
      unclear(await adapter.update(at, again))
      over()
      await redraws(at, again)
      expect((await reading(li, room, after)).map(({ message }) => message)).toEqual([at.message])
    })

    it('it stands once after another try, or the second says that it may be one', async () => {
      const { adapter, another, misbehave, li, room } = stage()
      const text = fresh('HX-7 is due')
      const post = postOf(fresh('post'), saying(text))
      rested()
      const over = trouble(misbehave.mute)
      expect(await adapter.post(room, post)).toMatchObject({ outcome: 'unknown' })
      over()
      // As the sender does, here by another process.
      const at = (await another().find(room, post.key)) ?? (await puts(room, post, another()))
      const [first, ...others] = await reading(li, room, text)
      expect([first, ...others].map((one) => one?.message)).toContain(at.message)
      expect(others.length).toBeLessThanOrEqual(1)
      for (const other of others) expect(squeezed(other.text)).toContain(squeezed('it may stand here twice'))
      expect(await adapter.find(room, post.key)).toMatchObject({ message: at.message })
    })

    can('look', 'it is found where it stands, and nothing is said while nobody can look', async () => {
      const { adapter, another, misbehave, li, room } = stage()
      const text = fresh('HX-7 is due')
      const post = postOf(fresh('post'), saying(text))
      const muted = trouble(misbehave.mute)
      expect(await adapter.post(room, post)).toMatchObject({ outcome: 'unknown' })
      muted()
      const [stands] = await reading(li, room, text)
      const down = trouble(misbehave.down)
      await expect(adapter.find(room, post.key)).rejects.toThrow()
      down()
      for (const process of [adapter, another()])
        expect(await process.find(room, post.key)).toMatchObject({ message: stands?.message })
    })
  })
}
