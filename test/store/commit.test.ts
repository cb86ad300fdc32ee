import { describe, expect, it } from 'vitest'
import { begins, continues, heard, messageAt, minute, notice, said, t0 } from './samples.ts'
import { only, withStores } from './with-store.ts'

describe('a commit', () => {
  const { one, two } = withStores()

  it('writes events, snapshot, next moment, notices and messages of an item', async () => {
    const message = messageAt('100.1')
    const change = begins('A-1', {
      events: [said('first'), said('second')],
      notices: [notice('A-1.n1')],
      messages: [{ message, side: 'customer', root: true }],
    })
    const { won, inbox } = await one().commit([change])
    expect([...won]).toEqual(['A-1'])
    expect(inbox).toBe('none')
    const loaded = await only(two(), 'A-1')
    expect(loaded).toMatchObject({ kind: 'ticket', seq: 2, version: 1, nextDue: t0 + minute })
    expect(loaded.state).toEqual({ id: 'A-1', said: 1 })
    const log = await two().events('A-1')
    expect(log.map(({ seq, event }) => [seq, event])).toEqual([
      [1, said('first')],
      [2, said('second')],
    ])
    expect(await two().events('A-1', 1)).toHaveLength(1)
    expect(await two().threads.find(message)).toMatchObject({ item: 'A-1', side: 'customer' })
    const told = await two().as({ person: 'li', side: 'supplier', org: 'accord' }).told('A-1')
    expect(told).toMatchObject([{ status: 'owed', person: 'li', seq: 2, owedAt: t0 }])
  })

  it('loses when the item moved since, and leaves nothing of the loser', async () => {
    await one().commit([begins('A-2')])
    const loaded = await only(one(), 'A-2')
    await two().commit([continues(loaded)])
    const messages = [{ message: messageAt('100.2'), side: 'customer', root: false }] as const
    const late = await one().commit([continues(loaded, { notices: [notice('A-2.late')], messages })])
    expect(late.won.size).toBe(0)
    expect(await one().threads.find(messageAt('100.2'))).toBeUndefined()
    expect(await one().events('A-2')).toHaveLength(2)
    expect(await one().as({ person: 'li', side: 'supplier', org: 'accord' }).told('A-2')).toEqual([])
  })

  it('loses when the item to begin is already there', async () => {
    await one().commit([begins('A-3')])
    expect((await two().commit([begins('A-3')])).won.size).toBe(0)
    expect((await two().commit([begins('A-3')], { together: true })).won.size).toBe(0)
  })

  it('lets each change of a batch win on its own', async () => {
    await one().commit([begins('A-4'), begins('A-5')])
    const [four, five] = [await only(one(), 'A-4'), await only(one(), 'A-5')]
    await two().commit([continues(four)])
    const { won } = await one().commit([continues(four), continues(five), begins('A-6')])
    expect([...won].sort()).toEqual(['A-5', 'A-6'])
  })

  it('commits nothing together when one of them loses', async () => {
    await one().commit([begins('A-7'), begins('A-8')])
    const [seven, eight] = [await only(one(), 'A-7'), await only(one(), 'A-8')]
    await two().commit([continues(seven)])
    const lost = await one().commit([continues(seven), continues(eight), begins('A-9')], { together: true })
    expect(lost.won.size).toBe(0)
    expect(await one().events('A-8')).toHaveLength(1)
    expect(await one().load(['A-9'])).toEqual([])
    const lostToNew = await one().commit([continues(eight), begins('A-7')], { together: true })
    expect(lostToNew.won.size).toBe(0)
    expect(await one().events('A-8')).toHaveLength(1)
  })

  it('reads the head itself when the change brings none', async () => {
    await one().commit([begins('A-10')])
    const { won } = await one().commit([begins('A-10', { expected: 1 })])
    expect([...won]).toEqual(['A-10'])
    expect(await one().verify('A-10')).toEqual({ length: 2 })
  })

  it('refuses two changes of one item', async () => {
    await expect(one().commit([begins('A-11'), begins('A-11')])).rejects.toThrow('at most one change')
  })

  it('T04 takes effect once for one inbox row, however often it is tried', async () => {
    const { id } = await one().inbox.accept(heard('E-gate', messageAt('200.1')), t0)
    const tries = [one(), two(), one(), two()].map((store, index) =>
      store.commit([begins(`G-${index}`)], { inbox: id, extra: [notice(`G.${index}`)] }),
    )
    const outcomes = await Promise.all(tries)
    expect(outcomes.map(({ inbox }) => inbox).sort()).toEqual([
      'already_done',
      'already_done',
      'already_done',
      'done',
    ])
    expect(await one().load(['G-0', 'G-1', 'G-2', 'G-3'])).toHaveLength(1)
    expect((await one().commit([], { inbox: id })).inbox).toBe('already_done')
  })

  it('T04 leaves the inbox row open when its change loses the race', async () => {
    await one().commit([begins('A-12')])
    const loaded = await only(one(), 'A-12')
    await two().commit([continues(loaded)])
    const { id } = await one().inbox.accept(heard('E-race', messageAt('200.2')), t0)
    const lost = await one().commit([continues(loaded)], { inbox: id })
    expect([lost.won.size, lost.inbox]).toEqual([0, 'none'])
    const again = await one().commit([continues(await only(one(), 'A-12'))], { inbox: id })
    expect([again.won.size, again.inbox]).toEqual([1, 'done'])
  })

  it('owes extra notices without any item', async () => {
    const { id } = await one().inbox.accept(heard('E-extra', messageAt('200.3')), t0)
    await one().commit([], { inbox: id, extra: [notice('extra.1', { lane: 1 })] })
    const owed = await one().outbox.claim(Date.now(), 100, 1_000)
    expect(owed.map(({ item, seq, notice }) => [item, seq, notice.key])).toContainEqual(['', 0, 'extra.1'])
  })
})
