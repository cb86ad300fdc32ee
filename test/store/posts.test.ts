import { describe, expect, it } from 'vitest'
import type { KeptPost } from '../../src/chat/posts.ts'
import { createPool } from '../../src/store/pool.ts'
import { createPosts } from '../../src/store/posts.ts'
import { createSql } from '../../src/store/sql.ts'
import { minute, t0 } from './samples.ts'
import { withStores } from './with-store.ts'

const day = 24 * 60 * minute
const post: KeptPost = {
  key: 'n1',
  team: 'T1',
  conversation: 'C1',
  parts: [{ message: 'm1', drawn: 'd1' }, {}],
  whole: false,
}

describe('the posts of a platform that cannot be asked', () => {
  const { url, admin } = withStores()
  const withPosts = async (story: (posts: ReturnType<typeof createPosts>) => Promise<void>) => {
    await admin().query('truncate post')
    const pool = createPool({ url: url(), max: 1 })
    await story(createPosts(createSql(pool))).finally(() => pool.end())
  }

  it('T06 are kept as far as they are known, by key and conversation', () =>
    withPosts(async (posts) => {
      await posts.keep(post, t0)
      await posts.keep({ ...post, conversation: 'C2', thread: 'r1', parts: [] }, t0)
      expect(await posts.find('n1', post)).toEqual(post)
      expect(await posts.find('n1', { team: 'T1', conversation: 'C2' })).toMatchObject({
        thread: 'r1',
        parts: [],
      })
      expect(await posts.find('n2', post)).toBeUndefined()
      const whole = { ...post, parts: [{ message: 'm1' }, { message: 'm2' }], whole: true }
      await posts.keep(whole, t0)
      expect(await posts.find('n1', post)).toEqual(whole)
    }))

  it('are found by their first message, not by another', () =>
    withPosts(async (posts) => {
      await posts.keep({ ...post, parts: [{ message: 'm1' }, { message: 'm2' }] }, t0)
      expect(await posts.beginningWith({ ...post, message: 'm1' })).toMatchObject({ key: 'n1' })
      expect(await posts.beginningWith({ ...post, message: 'm2' })).toBeUndefined()
      expect(await posts.beginningWith({ ...post, team: 'T2', message: 'm1' })).toBeUndefined()
    }))

  it('T03 begin once where several ask, and go on from there', () =>
    withPosts(async (posts) => {
      const asked = await Promise.all([1, 2, 3].map(() => posts.claim('n1', post, t0)))
      expect(asked.filter(Boolean)).toHaveLength(1)
      expect(await posts.claim('n1', { ...post, conversation: 'C2' }, t0)).toBe(true)
      expect(await posts.find('n1', post)).toMatchObject({ parts: [], whole: false })
      await posts.keep(post, t0)
      expect(await posts.claim('n1', post, t0)).toBe(false)
      expect(await posts.find('n1', post)).toEqual(post)
    }))

  it('are forgotten a week later, but for those that need several messages', () =>
    withPosts(async (posts) => {
      await posts.keep({ ...post, key: 'short', parts: [{ message: 's' }], whole: true }, t0)
      await posts.keep({ ...post, key: 'begun', parts: [{}] }, t0)
      await posts.keep(post, t0)
      await posts.keep({ ...post, key: 'new', parts: [{ message: 'x' }] }, t0 + 7 * day)
      expect(await posts.find('short', post)).toBeDefined()
      await posts.keep({ ...post, key: 'newer', parts: [{ message: 'y' }] }, t0 + 8 * day)
      expect(await posts.find('short', post)).toBeUndefined()
      expect(await posts.find('begun', post)).toBeUndefined()
      expect(await posts.find('n1', post)).toEqual(post)
      expect(await posts.find('new', post)).toBeDefined()
    }))
})
