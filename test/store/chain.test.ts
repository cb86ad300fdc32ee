import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bodyHash, chainHash } from '../../src/store/chain.ts'
import { tamper as byHand } from '../support/tamper.ts'
import { begins, continues, said } from './samples.ts'
import { only, withStores } from './with-store.ts'

describe('the log of an item (I10)', () => {
  const { one, admin } = withStores()
  const tamper = (sql: string) => byHand(admin(), sql)
  const five = async (item: string): Promise<void> => {
    await one().commit([begins(item, { events: [1, 2, 3, 4, 5].map((n) => said(`${n} of ${item}`)) })])
    expect(await one().verify(item)).toEqual({ length: 5 })
  }

  it.each(["update events set type = 'x'", 'delete from events', 'truncate events'])(
    'RS.4 X1 T67 refuses %s',
    async (sql) => {
      await expect(admin().query(sql)).rejects.toThrow('the log only grows')
    },
  )

  const at = (item: string, seq: number) => `item = '${item}' and seq = ${seq}`
  const copied = (item: string, from: number, seq: number) =>
    `insert into events select item, ${seq}, at, by, type, body, salt, body_hash, hash from events where ${at(item, from)}`
  const swap = (item: string) => `
    update events set seq = 9 where ${at(item, 2)}; update events set seq = 2 where ${at(item, 3)};
    update events set seq = 3 where ${at(item, 9)}`
  it.each<readonly [string, (item: string) => string, number]>([
    ['an edited text', (item) => `update events set body = '{"text":"nothing"}' where ${at(item, 3)}`, 3],
    ['an edited moment', (item) => `update events set at = at + 1 where ${at(item, 2)}`, 2],
    ['another actor', (item) => `update events set by = '{"kind":"bot"}' where ${at(item, 4)}`, 4],
    ['another type', (item) => `update events set type = 'ticket.closed' where ${at(item, 5)}`, 5],
    ['a deleted event', (item) => `delete from events where ${at(item, 3)}`, 3],
    ['two events swapped', swap, 2],
    ['an event added at the end', (item) => copied(item, 5, 6), 6],
    ['the tail cut off', (item) => `delete from events where item = '${item}' and seq > 3`, 4],
    ['the whole log gone', (item) => `delete from events where item = '${item}'`, 1],
    ['the item gone', (item) => `delete from items where id = '${item}'`, 1],
    ['another head', (item) => `update items set head = '\\x00' where id = '${item}'`, 5],
    [
      'the tail cut off and the seq set back',
      (item) =>
        `delete from events where item = '${item}' and seq > 3; update items set seq = 3 where id = '${item}'`,
      3,
    ],
  ])('T67 finds %s', async (name, sql, badSeq) => {
    const item = `T67 ${name}`
    await five(item)
    await tamper(sql(item))
    expect((await one().verify(item)).badSeq).toBe(badSeq)
  })

  it('T67 finds an event rewritten together with its own hashes, at the event after it', async () => {
    await five('W-1')
    const [row] = (await admin().query(`select * from events where ${at('W-1', 2)}`)).rows
    const hex = (bytes: Buffer) => `\\x${bytes.toString('hex')}`
    const salt = hex(row.salt)
    const [first] = await one().events('W-1')
    const body = { text: 'nothing happened' }
    const link = { ...row, at: Number(row.at), body_hash: bodyHash({ salt, body }) }
    const hash = chainHash(`\\x${first?.hash}`, link)
    await tamper(`update events set body = '${JSON.stringify(body)}', body_hash = '${link.body_hash}', hash = '${hash}'
      where ${at('W-1', 2)}`)
    expect((await one().verify('W-1')).badSeq).toBe(3)
  })

  it('T67 finds an event moved to another item', async () => {
    await five('M-1')
    await one().commit([begins('M-2', { events: [said('1 of M-1')] })])
    await tamper(`delete from events where item = 'M-2'; insert into events
      select 'M-2', seq, at, by, type, body, salt, body_hash, hash from events where ${at('M-1', 1)};
      update items set head = (select hash from events where ${at('M-1', 1)}) where id = 'M-2'`)
    expect((await one().verify('M-2')).badSeq).toBe(1)
  })

  it('still verifies after another commit, and has nothing to say of an item that is not there', async () => {
    await five('V-1')
    await one().commit([continues(await only(one(), 'V-1'))])
    expect(await one().verify('V-1')).toEqual({ length: 6 })
    expect(await one().verify('nobody')).toEqual({ length: 0 })
  })

  it('T41 verifies whatever an event holds, after its way through jsonb', async () => {
    let made = 0
    const anything = fc.anything({ withNullPrototype: false })
    const body = fc.dictionary(
      fc.string({ unit: 'binary' }),
      fc.oneof(fc.json().map(parsed), anything.map(plain)),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(body, { minLength: 1, maxLength: 12 }), async (bodies) => {
        const item = `P-${++made}`
        const events = bodies.map((each, n) => ({ ...each, ...said(`\0 \ud800 ${n}`) }))
        await one().commit([begins(item, { events })])
        expect(await one().verify(item)).toEqual({ length: bodies.length })
      }),
      { numRuns: 40 },
    )
  })
})

const parsed = (text: string): unknown => JSON.parse(text)
/** What JSON can say of a value; bigint and symbol never reach an event. */
const plain = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? `${part}` : part)) ?? 'null')
