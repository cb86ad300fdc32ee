import { describe, expect, it } from 'vitest'
import { createStore } from '../../src/store/create-store.ts'
import { begins, notice } from './samples.ts'
import { somebodyWaits, soon, withStores } from './with-store.ts'

describe('the store when connections break (T16)', () => {
  const { one, two, admin } = withStores()
  const cut = () =>
    admin().query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'accord' and datname = current_database()`,
    )

  const works = (work: () => Promise<unknown>) => {
    const succeeds = () =>
      work().then(
        () => true,
        () => false,
      )
    return expect.poll(succeeds, soon).toBe(true)
  }

  it('works on after all its connections were cut, idle and busy ones', async () => {
    await one().commit([begins('S-1')])
    await cut()
    // A connection is known to be dead only once it was used or its end arrived.
    await works(() => one().load(['S-1']))
    await works(() => two().load(['S-1']))

    const client = await admin().connect()
    await client.query("begin; select from items where id = 'S-1' for update")
    const busy = one().commit([begins('S-1', { expected: 1 })])
    const outcome = expect(busy).rejects.toThrow('The database cannot be reached')
    await somebodyWaits(admin())
    await cut()
    await outcome
    await client.query('commit')
    client.release()
    expect(await one().events('S-1')).toHaveLength(1)
    await works(() => one().commit([begins('S-2')]))
  })

  it('tells every process of a commit, also after its listening connection was cut', async () => {
    const heardOf: string[] = []
    const stop = two().onCommit((topic, detail) => heardOf.push(`${topic} ${detail}`))
    await expect.poll(() => heardOf, soon).toContain('outbox ')
    await one().commit([begins('S-3', { notices: [notice('S-3.n')] })])
    await expect.poll(() => heardOf, soon).toContain('outbox S-3')

    heardOf.length = 0
    await cut()
    await expect.poll(() => heardOf, soon).toContain('outbox ')
    await works(() => one().commit([begins('S-4')]))
    await expect.poll(() => heardOf, soon).toContain('outbox S-4')
    stop()
  })

  it('says in words that nothing answers', async () => {
    const nobody = createStore({ url: 'postgresql://accord@127.0.0.1:1/accord', kinds: {} })
    await expect(nobody).rejects.toThrow('The database cannot be reached')
  })
})
