import { describe, expect, it } from 'vitest'
import { createAudit } from '../../src/store/audit.ts'
import { createSql } from '../../src/store/sql.ts'
import { begins, continues, messageAt, notice, said } from '../store/samples.ts'
import { only, withStores } from '../store/with-store.ts'
import { tamper } from '../support/tamper.ts'

describe('the walk over all logs (I10)', () => {
  const { one, admin } = withStores()
  const audit = () => createAudit(createSql(admin()), 3)
  const walked = async () => {
    const logs = []
    for await (const log of audit().walk()) logs.push(log)
    return logs
  }
  const bad = async () => (await walked()).filter(({ badSeq }) => badSeq !== undefined)
  const at = (item: string, seq: number) => `item = '${item}' and seq = ${seq}`

  it('reads every log whole, whatever the pages cut through', async () => {
    const lengths = [1, 5, 3, 2, 7, 1, 4]
    await one().commit(
      lengths.map((length, n) =>
        begins(`W-${n}`, { events: Array.from({ length }, (_, i) => said(`${i}`)) }),
      ),
    )
    expect(await walked()).toEqual(lengths.map((length, n) => ({ item: `W-${n}`, length })))
  })

  it.each([
    ['an edited entry', `update events set body = '{"text":"no"}' where ${at('W-1', 4)}`, 'W-1', 4],
    ['a deleted entry', `delete from events where ${at('W-2', 2)}`, 'W-2', 2],
    [
      'an inserted entry',
      `insert into events select item, 8, at, by, type, body, salt, body_hash, hash from events where ${at('W-4', 7)}`,
      'W-4',
      8,
    ],
    [
      'two entries in each other’s place',
      `update events set seq = 99 where ${at('W-6', 2)}; update events set seq = 2 where ${at('W-6', 3)};
       update events set seq = 3 where ${at('W-6', 99)}`,
      'W-6',
      2,
    ],
    ['a tail cut off', `delete from events where item = 'W-3' and seq = 2`, 'W-3', 2],
    ['a log whose ticket is gone', `delete from items where id = 'W-0'`, 'W-0', 1],
    ['a ticket whose log is gone', `delete from events where item = 'W-5'`, 'W-5', 1],
  ] as const)('T67 finds %s and names the first bad entry', async (_, sql, item, badSeq) => {
    await tamper(admin(), sql)
    expect(await bad()).toContainEqual(expect.objectContaining({ item, badSeq }))
  })

  it('T67 finds a ticket that is gone with its whole log, by the notices and messages of it', async () => {
    const message = messageAt('m1')
    await one().commit([
      begins('V-1', { notices: [notice('v1')] }),
      begins('V-2', { messages: [{ message, side: 'customer', root: true }] }),
    ])
    expect(await audit().vanished()).toEqual([])
    await tamper(
      admin(),
      `delete from events where item in ('V-1', 'V-2'); delete from items where id in ('V-1', 'V-2')`,
    )
    expect(await audit().vanished()).toEqual(['V-1', 'V-2'])
  })

  it('T67 finds a log whose end was cut off and whose head was set back, by the notices of what is gone', async () => {
    await one().commit([begins('C-1', { events: [said('1'), said('2')], notices: [notice('cut')] })])
    const cut = async () => (await walked()).find(({ item }) => item === 'C-1')
    expect(await cut()).toEqual({ item: 'C-1', length: 2 })
    await tamper(admin(), `delete from events where item = 'C-1' and seq = 2`)
    await admin().query(
      `update items set seq = 1, head = (select hash from events where item = 'C-1' and seq = 1) where id = 'C-1'`,
    )
    expect(await bad()).not.toContainEqual(expect.objectContaining({ item: 'C-1' }))
    expect(await cut()).toEqual({ item: 'C-1', length: 1, spoken: 2 })
  })

  it('takes no log for a bad one that grows while it is read', async () => {
    const before = await bad()
    let going = true
    await one().commit([begins('Z-1')])
    const grow = async () => {
      while (going) await one().commit([continues(await only(one(), 'Z-1'))])
    }
    const growing = grow()
    for (let turn = 0; turn < 5; turn += 1) expect(await bad()).toEqual(before)
    going = false
    await growing
  })

  it('names the numbers that were given and that no ticket has', async () => {
    for (let n = 1; n <= 6; n += 1) await one().nextNumber('harbour')
    const index = { supplier: 'accord', customer: 'harbour', open: true, status: 'new' }
    await one().commit(['HB-1', 'HB-3', 'HB-6'].map((item) => begins(item, { index })))
    expect(await audit().gaps()).toEqual([2, 4, 5].map((number) => ({ customer: 'harbour', number })))
    expect(await audit().numbersAgain()).toEqual([])
    await admin().query(`update counters set value = 4 where name = 'ticket harbour'`)
    expect(await audit().numbersAgain()).toEqual([{ customer: 'harbour', given: 4 }])
  })
})
