import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditDatabase } from '../../src/cli/audit/audit-database.ts'
import { createStateAudit } from '../../src/store/audit-states.ts'
import { createSql } from '../../src/store/sql.ts'
import { kinds } from '../../src/work/kinds.ts'
import { restoreReleased } from '../support/released-database.ts'
import { leaves, reorganise } from '../support/reorganise.ts'
import { type Story, startStory } from '../support/story.ts'

/** A database that has seen work of every sort, and what an audit says of it. */
describe('npm run audit, of what is stored beside the logs', () => {
  let story: Story
  let admin: pg.Pool
  beforeAll(async () => {
    story = await startStory()
    admin = new pg.Pool({ connectionString: story.url, max: 2 })
    for (const words of ['核心交换机不通', '三楼打印机卡纸', '四楼上不了网']) await story.says('zhao', words)
    await story.says('li', 'claim HX-1')
    await story.fills(
      'li',
      { flow: 'ask', item: 'HX-1' },
      { kind: 'information', text: '哪个端口？', of: 'zhao' },
    )
    await story.passes(10 * 60_000)
    await story.says('zhao', 'HX-1 12')
    await story.says('wang', 'claim HX-2')
    await story.says('wang', 'resolve HX-2: 取出了卡住的纸')
    await story.presses('zhao', { flow: 'confirm_solution', item: 'HX-2' })
    await story.presses('chen', { flow: 'close', item: 'HX-2' })
    await story.says('chen', 'duplicate HX-3 of HX-1 the same switch')
    await story.presses('zhao', { flow: 'agree_merge', item: 'HX-3' })
    story.chat.delay(1000)
    await story.says('li', 'update HX-1 10.0.0.5 back')
    story.chat.delay(0)
    await reorganise(story, leaves('li'), ['members: [li, wang]', 'members: [wang]'])
    await story.passes(60_000)
  })
  afterAll(async () => {
    await admin.end()
    await story.end()
  })

  const found = async () =>
    (await auditDatabase(story.url)).filter(({ state }) => state === 'fix').map(({ says }) => says)
  /** What the audit says while this is changed, and nothing any more once it is put back. */
  const foundWhile = async (change: string, back: string) => {
    await admin.query(change)
    const said = await found()
    await admin.query(back)
    expect(await found()).toEqual([])
    return said
  }

  it('finds nothing after work of every sort', async () => {
    expect(await found()).toEqual([])
  })

  it.each([
    ['status', `status = 'closed'`, `status = 'cancelled'`, 'what lists are made of (status)'],
    ['assignee', `assignee = 'wang'`, 'assignee = null', 'what lists are made of (assignee)'],
    ['priority', `priority = 'P4'`, `priority = state->>'priority'`, 'what lists are made of (priority)'],
  ])('T67 names a ticket whose %s was changed by hand', async (_, to, back, says) => {
    expect(
      await foundWhile(
        `update items set ${to} where id = 'HX-3'`,
        `update items set ${back} where id = 'HX-3'`,
      ),
    ).toEqual([`HX-3: ${says} is not what its log comes to.`])
  })

  it('T67 names a ticket whose stored state was changed by hand, and what of it', async () => {
    const set = (score: string) =>
      `update items set state = jsonb_set(state, '{title}', ${score}) where id = 'HX-2'`
    expect(await foundWhile(set(`'"nothing"'`), set(`'"三楼打印机卡纸"'`))).toEqual([
      'HX-2: its stored state (title) is not what its log comes to.',
    ])
  })

  it('T67 names a directory whose people were changed by hand', async () => {
    const set = (role: string) =>
      `update items set state = jsonb_set(state, '{people,wang,roles}', '["${role}"]') where kind = 'directory'`
    expect(await foundWhile(set('executive'), set('engineer'))).toEqual([
      'directory/yunheng: its stored state (people) is not what its log comes to.',
    ])
  })

  it('T67 names a notice that was changed by hand', async () => {
    const { rows } = await admin.query<{ id: string; key: string }>(
      `select id, key from outbox where line = 'person wang' order by id limit 1`,
    )
    const [{ id, key } = { id: '', key: '' }] = rows
    const set = (person: string) =>
      `update outbox set notice = jsonb_set(notice, '{to,person}', '"${person}"') where id = ${id}`
    expect(await foundWhile(set('emma'), set('wang'))).toEqual([
      `Notice ${key} was changed after it was owed: line.`,
    ])
    const about = (what: string) =>
      `update outbox set notice = jsonb_set(notice, '{about}', '"${what}"') where id = ${id}`
    const was = `select notice->>'about' as about from outbox where id = ${id}`
    const [before] = (await admin.query<{ about: string }>(was)).rows
    expect(await foundWhile(about('ticket.rated'), about(before?.about ?? ''))).toEqual([
      `Notice ${key} was changed after it was owed: about.`,
    ])
  })

  it('reads no more than a page at a time, whatever the pages cut through', async () => {
    const asked: number[] = []
    const sql = createSql(admin)
    const counted: typeof sql = async (text, values) => {
      const rows = await sql(text, values)
      asked.push(rows.length)
      return rows as never
    }
    await admin.query(`update items set status = 'x' where kind = 'ticket'`)
    const named: string[] = []
    for await (const { item } of createStateAudit(counted, kinds, { items: 2, events: 5 })()) named.push(item)
    expect(named).toEqual(['HX-1', 'HX-2', 'HX-3'])
    await admin.query(`update items set status = state->>'status' where kind = 'ticket'`)
    expect(await found()).toEqual([])
  })
})

it('npm run audit finds nothing in a database of the version before that was carried over', async () => {
  const carried = await startStory({ begin: restoreReleased })
  await carried.passes(3_600_000)
  const found = await auditDatabase(carried.url)
  expect(found.filter(({ state }) => state === 'fix')).toEqual([])
  await carried.end()
})
