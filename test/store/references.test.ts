import { describe, expect, it } from 'vitest'
import type { Reference } from '../../src/chat/references.ts'
import { createPool } from '../../src/store/pool.ts'
import { createReferences } from '../../src/store/references.ts'
import { createSql } from '../../src/store/sql.ts'
import { minute, t0 } from './samples.ts'
import { soon, withStores } from './with-store.ts'

const hour = 60 * minute
const [tenant, anna, bo] = ['T1', 'anna-aad', 'bo-aad']
const emea = 'https://smba.example/emea/'
const amer = 'https://smba.example/amer/'

const chat: Omit<Reference, 'dead'> = {
  team: tenant,
  conversation: 'a:1anna',
  kind: 'personal',
  user: anna,
  serviceUrl: emea,
  seenAt: t0,
}
const channel: Omit<Reference, 'dead'> = {
  team: tenant,
  conversation: '19:ops@thread.tacv2',
  kind: 'channel',
  serviceUrl: emea,
  seenAt: t0,
}

describe('the conversations the bot can write to', () => {
  const { one, two, admin, url } = withStores()

  /** Two processes, with every statement of the first one counted. */
  const fresh = async () => {
    await admin().query('truncate reference')
    const pool = createPool({ url: url(), max: 2 })
    const sql = createSql(pool)
    let statements = 0
    const mine = createReferences((text, values) => {
      statements += 1
      return sql(text, values)
    }, one().onCommit)
    const other = createReferences(sql, two().onCommit)
    return { mine, other, statements: () => statements, end: () => pool.end() }
  }
  const withBoth = async (story: (parts: Awaited<ReturnType<typeof fresh>>) => Promise<void>) => {
    const parts = await fresh()
    try {
      await story(parts)
    } finally {
      await parts.end()
    }
  }

  it('are known as they were seen, by every process', () =>
    withBoth(async ({ mine, other }) => {
      await mine.seen(chat)
      await mine.seen(channel)
      expect(await other.at(tenant, chat.conversation)).toEqual(chat)
      expect(await other.all()).toEqual([channel, chat])
      expect(await other.at('T2', chat.conversation)).toBeUndefined()
      expect(await other.ofPerson(tenant, anna)).toEqual(chat)
      expect(await other.ofPerson('T2', anna)).toBeUndefined()
      expect(await other.ofPerson(tenant, bo)).toBeUndefined()
    }))

  it('are written again only when something of them is new, or an hour later', () =>
    withBoth(async ({ mine, other, statements }) => {
      await mine.seen(chat)
      for (let n = 1; n < 60; n += 1) await mine.seen({ ...chat, seenAt: t0 + n * minute })
      expect(statements()).toBe(1)
      await other.seen({ ...chat, seenAt: t0 + 59 * minute })
      expect((await other.at(tenant, chat.conversation))?.seenAt, 'another process need not either').toBe(t0)
      await mine.seen({ ...chat, seenAt: t0 + hour })
      expect((await mine.at(tenant, chat.conversation))?.seenAt).toBe(t0 + hour)
    }))

  it('are reached through the address they spoke from last, however it changes', () =>
    withBoth(async ({ mine, other }) => {
      for (const [n, serviceUrl] of [emea, amer, emea].entries()) {
        await mine.seen({ ...chat, serviceUrl, seenAt: t0 + n })
        expect(await other.at(tenant, chat.conversation)).toMatchObject({ serviceUrl })
      }
      await other.seen({ ...chat, serviceUrl: amer, seenAt: t0 - 1 })
      expect(await other.at(tenant, chat.conversation), 'what comes late is no news').toMatchObject({
        serviceUrl: emea,
      })
    }))

  it('tell the address of a tenant’s conversations nobody spoke in', () =>
    withBoth(async ({ mine }) => {
      expect(await mine.serviceOf(tenant)).toBeUndefined()
      await mine.seen(chat)
      await mine.seen({ ...channel, serviceUrl: amer, seenAt: t0 + 1 })
      await mine.seen({ ...chat, team: 'T2', serviceUrl: 'https://elsewhere.example/', seenAt: t0 + 2 })
      await mine.died(tenant, bo, 'never installed')
      expect(await mine.serviceOf(tenant)).toBe(amer)
    }))

  it('T19 die once, whoever finds it out', () =>
    withBoth(async ({ mine, other }) => {
      await mine.seen(channel)
      const told = await Promise.all(
        [mine, other, mine, other].map((one) => one.died(tenant, channel.conversation, 'Teams: 403')),
      )
      expect(told.filter(Boolean)).toHaveLength(1)
      expect(await mine.at(tenant, channel.conversation)).toEqual({ ...channel, dead: 'Teams: 403' })
      expect(await other.died(tenant, channel.conversation, 'another reason')).toBe(false)
    }))

  it('live again at once when something comes from there, also to a process that did not see them die', () =>
    withBoth(async ({ mine, other }) => {
      // The connections that listen are there.
      await expect
        .poll(async () => {
          const { rows } = await admin().query(
            "select count(*)::int as n from pg_stat_activity where datname = current_database() and query like 'listen%'",
          )
          return rows[0].n
        }, soon)
        .toBeGreaterThanOrEqual(2)
      await mine.seen(chat)
      await other.died(tenant, chat.conversation, 'blocked')
      await expect
        .poll(async () => {
          await mine.seen({ ...chat, seenAt: t0 + 1 })
          return (await mine.at(tenant, chat.conversation))?.dead
        }, soon)
        .toBeUndefined()
      expect(await other.died(tenant, chat.conversation, 'blocked'), 'and are told again').toBe(true)
    }))

  it('remember a person who never let the bot in, until they do', () =>
    withBoth(async ({ mine, other }) => {
      expect(await mine.died(tenant, bo, 'not installed')).toBe(true)
      expect(await other.died(tenant, bo, 'not installed')).toBe(false)
      expect(await other.ofPerson(tenant, bo)).toMatchObject({ conversation: bo, dead: 'not installed' })
      const chatOfBo = { ...chat, conversation: 'a:1bo', user: bo, seenAt: t0 + 1 }
      await other.seen(chatOfBo)
      expect(await mine.ofPerson(tenant, bo)).toEqual(chatOfBo)
      expect(await mine.at(tenant, bo)).toBeUndefined()
    }))

  it('name the newest conversation of a person that is not dead', () =>
    withBoth(async ({ mine }) => {
      await mine.seen(chat)
      const newer = { ...chat, conversation: 'a:2anna', seenAt: t0 + 5 }
      await mine.seen(newer)
      expect(await mine.ofPerson(tenant, anna)).toEqual(newer)
      await mine.died(tenant, newer.conversation, 'gone')
      expect(await mine.ofPerson(tenant, anna)).toEqual(chat)
    }))

  it('of another platform are not mixed with these', () =>
    withBoth(async ({ mine }) => {
      await mine.seen(chat)
      const pool = createPool({ url: url(), max: 1 })
      const web = createReferences(createSql(pool), one().onCommit, 'web')
      expect(await web.all()).toEqual([])
      expect(await web.died(tenant, chat.conversation, 'no')).toBe(true)
      expect(await mine.at(tenant, chat.conversation)).toEqual(chat)
      await pool.end()
    }))
})
