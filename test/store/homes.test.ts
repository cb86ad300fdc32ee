import { describe, expect, it } from 'vitest'
import type { HomePage } from '../../src/store/homes.ts'
import { minute, t0 } from './samples.ts'
import { withStores } from './with-store.ts'

const day = 24 * 60 * minute
const everybody = ['huaxin', 'yunheng', 'bluebird']
const account = (user: string, team = 'T1') => ({ platform: 'slack', team, user }) as const

describe('the pages people opened', () => {
  const { one, two, admin } = withStores()
  const fresh = async (...pages: readonly (readonly [user: string, org: string])[]) => {
    await admin().query('truncate homes')
    for (const [user, org] of pages) await one().homes.opened(account(user), org, t0)
  }
  const claim = (now = t0, limit = 100) => one().homes.claim(['slack'], now, limit, minute)
  const users = (pages: readonly HomePage[]) => pages.map((page) => page.account.user).toSorted()
  const only = async (now = t0): Promise<HomePage> => {
    const [page, ...others] = await claim(now)
    if (page === undefined || others.length > 0) throw new Error('not one page is due')
    return page
  }
  /** Draws everything that is due. */
  const draw = async (now = t0) => {
    for (const page of await claim(now)) await one().homes.settle(page, now, { freeAt: now })
  }

  it('are due when they are opened, and not again until something happens there', async () => {
    await fresh(['zhao', 'huaxin'], ['emma', 'bluebird'], ['li', 'yunheng'])
    expect(users(await claim())).toEqual(['emma', 'li', 'zhao'])
    await fresh(['zhao', 'huaxin'], ['emma', 'bluebird'], ['li', 'yunheng'])
    await draw()
    expect(await claim(t0 + day)).toEqual([])
    await two().homes.touched(['yunheng', 'huaxin'], t0)
    expect(users(await claim())).toEqual(['li', 'zhao'])
  })

  it('are all due when the directory changed', async () => {
    await fresh(['zhao', 'huaxin'], ['li', 'yunheng'])
    await draw()
    await two().homes.touchedAll(everybody, t0 + 30 * day)
    expect(users(await claim(t0 + 30 * day))).toEqual(['li', 'zhao'])
  })

  it('are one page for each account, wherever and however often it is opened', async () => {
    await fresh(['zhao', 'huaxin'], ['zhao', 'huaxin'])
    await one().homes.opened(account('zhao', 'T2'), 'huaxin', t0)
    expect(users(await claim())).toEqual(['zhao', 'zhao'])
  })

  it('are nobody else’s while one process draws them, and due again when it dies', async () => {
    await fresh(...Array.from({ length: 100 }, (_, n) => [`u${n}`, 'huaxin'] as const))
    const claims = Array.from({ length: 12 }, (_, n) =>
      (n % 2 ? one() : two()).homes.claim(['slack'], t0, 20, minute),
    )
    const given = (await Promise.all(claims)).flatMap(users)
    expect(given).toHaveLength(100)
    expect(new Set(given).size).toBe(100)
    await two().homes.touched(['huaxin'], t0)
    expect(await claim(t0 + minute - 1)).toEqual([])
    expect(await claim(t0 + minute)).toHaveLength(100)
  })

  it('are one drawing more for whatever happens while they are drawn', async () => {
    await fresh(['zhao', 'huaxin'])
    const page = await only()
    for (let n = 0; n < 5; n += 1) await two().homes.touched(['huaxin'], t0 + n)
    await one().homes.settle(page, t0, { freeAt: t0 + 1000 })
    expect(await claim(t0 + 999)).toEqual([])
    await one().homes.settle(await only(t0 + 1000), t0 + 1000, { freeAt: t0 + 2000 })
    expect(await claim(t0 + day)).toEqual([])
  })

  it('are settled only by who holds them', async () => {
    await fresh(['zhao', 'huaxin'])
    const late = await only()
    const now = await only(t0 + minute)
    await one().homes.settle(late, t0 + minute, { freeAt: t0 })
    await one().homes.forget(late)
    expect(await claim(t0 + minute)).toEqual([])
    await one().homes.settle(now, t0 + minute, { freeAt: t0 + minute })
    expect(await claim(t0 + day)).toEqual([])
    await one().homes.touched(['huaxin'], t0 + day)
    expect(await claim(t0 + day)).toHaveLength(1)
  })

  it('stay due when their drawing took longer than its lease', async () => {
    await fresh(['zhao', 'huaxin'])
    const page = await only()
    await two().homes.touched(['huaxin'], t0 + 2 * minute)
    await one().homes.settle(page, t0 + 3 * minute, { freeAt: t0 + 3 * minute })
    expect(await claim(t0 + 3 * minute)).toHaveLength(1)
  })

  it('come again by themselves at the moment they were put off to', async () => {
    await fresh(['li', 'yunheng'])
    await one().homes.settle(await only(), t0, { freeAt: t0 + 1000, dueAt: t0 + 3 * minute })
    expect(await claim(t0 + 3 * minute - 1)).toEqual([])
    expect(await claim(t0 + 3 * minute)).toHaveLength(1)
  })

  it('follow a person to another organisation', async () => {
    await fresh(['zhao', 'huaxin'])
    await one().homes.settle(await only(), t0, { freeAt: t0, org: 'bluebird' })
    await one().homes.touched(['huaxin'], t0)
    expect(await claim()).toEqual([])
    await one().homes.touched(['bluebird'], t0)
    expect(await claim()).toHaveLength(1)
  })

  it('are forgotten until they are opened again, unless something happened meanwhile', async () => {
    await fresh(['zhao', 'huaxin'])
    await one().homes.forget(await only())
    await one().homes.touchedAll(everybody, t0)
    expect(await claim()).toEqual([])
    await fresh(['zhao', 'huaxin'])
    const page = await only()
    await one().homes.opened(account('zhao'), 'huaxin', t0 + 1)
    await one().homes.forget(page)
    expect(await claim(t0 + minute)).toHaveLength(1)
  })

  it('wait to be opened when nobody did for a week', async () => {
    await fresh(['zhao', 'huaxin'])
    await draw()
    await one().homes.touched(['huaxin'], t0 + 7 * day)
    expect(await claim(t0 + 7 * day)).toEqual([])
    await one().homes.opened(account('zhao'), 'huaxin', t0 + 7 * day)
    await draw(t0 + 7 * day)
    await one().homes.touched(['huaxin'], t0 + 8 * day)
    expect(await claim(t0 + 8 * day)).toHaveLength(1)
  })

  it('of another platform are left alone', async () => {
    await fresh(['zhao', 'huaxin'])
    expect(await one().homes.claim(['teams'], t0, 10, minute)).toEqual([])
    expect(await one().homes.claim([], t0, 10, minute)).toEqual([])
  })

  it('are touched and opened from many sides at once without harm', async () => {
    await fresh(...Array.from({ length: 40 }, (_, n) => [`u${n}`, n % 2 ? 'huaxin' : 'yunheng'] as const))
    await draw()
    const acts = Array.from({ length: 30 }, (_, n) => {
      const { homes } = n % 2 ? one() : two()
      if (n % 3 === 0) return homes.touchedAll(everybody, t0)
      return n % 3 === 1
        ? homes.touched(['yunheng', 'huaxin'], t0)
        : homes.opened(account(`u${40 - n}`), 'huaxin', t0)
    })
    await Promise.all(acts)
    expect(await claim()).toHaveLength(40)
  })
})
