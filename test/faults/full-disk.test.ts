import pg from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { noRedis } from '../support/redis.ts'
import { webKey } from '../support/web-call.ts'
import { curtain } from './support/curtain.ts'
import { attempt } from './support/person.ts'
import { onStage, type Scene } from './support/scene.ts'
import { smallDisk } from './support/small-disk.ts'
import { until } from './support/truth.ts'

const disk = noRedis ? undefined : await smallDisk(400)

type Said = {
  readonly as: string
  readonly conversation: string
  readonly key: string
  readonly text: string
}

/** People say so many things, a few at a time; each is told at once whether it was taken. */
const sayMany = async (address: string, count: number, sizes: readonly number[]) => {
  const said: Said[] = Array.from({ length: count }, (_, n) => ({
    as: n % 2 === 0 ? 'zhao' : 'emma',
    conversation: `direct:${n % 2 === 0 ? 'zhao' : 'emma'}`,
    key: webKey(),
    text: `Fault ${n} of the full disk: ${'the scanner does not scan '.repeat(sizes[n % sizes.length] ?? 1)}`,
  }))
  const taken = new Set<string>()
  const one = async (message: Said) => {
    const came = await attempt(address, 'say', message)
    if (came?.message !== undefined) taken.add(message.key)
  }
  const queue = said.values()
  const speak = async () => {
    for (const message of queue) await one(message)
  }
  await Promise.all([speak(), speak(), speak(), speak()])
  return { said, taken }
}

const standingOf = async ({ truth }: Scene) => {
  const rows = await truth.sql<{ id: string; key: string }>(
    'select id::text, key from chat_message where author is not null',
  )
  return new Map(rows.map(({ id, key }) => [key, id]))
}

describe.skipIf(disk === undefined)('a disk that is full (needs root, on Linux)', () => {
  const { scene, postgres } = onStage(disk?.path)
  afterAll(() => disk?.end())

  it('T17 R1 what stands in the web chat is heard, what could not be kept does not stand, and nobody is told ok in vain', async () => {
    const on = await scene()
    const bot = await on.start()
    const before = await sayMany(bot.address, 4, [1])
    expect(before.taken.size).toBe(4)

    await disk?.fill()
    const during = await sayMany(bot.address, 80, [1, 20, 60, 150])
    const standing = await until('the database can be read', () => standingOf(on))
    const stood = during.said.filter(({ as, key }) => standing.has(`${as}:${key}`))
    console.log(`while full: ${during.taken.size} of 80 were taken, ${stood.length} stand`)
    expect(during.taken.size, 'the disk was full').toBeLessThan(80)
    expect(
      stood.filter(({ key }) => !during.taken.has(key)).map(({ text }) => text.slice(0, 30)),
      'nothing stands whose sender was told that it failed',
    ).toEqual([])
    expect(stood).toHaveLength(during.taken.size)

    await disk?.free()
    await until('it can be written again', () => attempt(bot.address, 'say', { ...before.said[0] }))
    // Whoever was told that it failed sends it again, as the page offers: under the same key.
    for (const message of during.said.filter(({ key }) => !during.taken.has(key)))
      await until('it is taken', () => attempt(bot.address, 'say', message))
    const all = await standingOf(on)
    for (const { as, key } of [...before.said, ...during.said])
      on.acknowledged.said.push({ message: all.get(`${as}:${key}`) ?? '', types: ['ticket.reported'] })
    // Not all is quiet: nobody works on 84 tickets, so there is always something that the next list takes along.
    await until(
      'everything was heard',
      async () => (await on.truth.count("inbox where status = 'open'")) === 0,
    )
    await curtain(on, [bot], { faults: 'expected' })
  })

  it('T17 a database that can only be read takes nothing and promises nothing, and goes on by itself afterwards', async () => {
    const on = await scene()
    const bot = await on.start()
    const [{ name } = { name: '' }] = await on.truth.sql<{ name: string }>(
      'select current_database() as name',
    )
    const turn = async (mode: 'on' | 'off') => {
      const admin = new pg.Client({ connectionString: postgres().url })
      await admin.connect()
      await admin.query(`alter database ${name} set default_transaction_read_only = ${mode}`)
      await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name])
      await admin.end()
    }
    await turn('on')
    const during = await sayMany(bot.address, 12, [1])
    expect(during.taken.size).toBe(0)
    expect((await standingOf(on)).size).toBe(0)
    await turn('off')
    for (const message of during.said) await until('it is taken', () => attempt(bot.address, 'say', message))
    const all = await standingOf(on)
    for (const { as, key } of during.said)
      on.acknowledged.said.push({ message: all.get(`${as}:${key}`) ?? '', types: ['ticket.reported'] })
    await curtain(on, [bot], { faults: 'expected' })
  })
})
