import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Ticket } from '../../src/domain/ticket/ticket.ts'
import { type Story, startStory } from '../support/story.ts'

const hours = 3_600_000
let story: Story
beforeEach(async () => {
  story = await startStory({ organisation: join(import.meta.dirname, '../support/office-organisation.yaml') })
})
afterEach(() => story.end())

const stateOf = async (id: string) => (await story.store.load([id]))[0]?.state as Ticket | undefined
const rang = (person: string) => story.posts(`direct:${person}`)
const last = (person: string) => rang(person).at(-1)?.card
const words = (card: unknown) => JSON.stringify(card)

describe('a service request', () => {
  it('R1 D5 is taken at once, says what it was taken as, and is found as one by both sides', async () => {
    await story.says('emma', 'I need a new laptop for our new colleague')
    await story.says('zhao', '申请一台笔记本')
    expect(await stateOf('BB-1')).toMatchObject({ work: 'service_request' })
    expect(await stateOf('HX-1')).toMatchObject({ work: 'service_request', status: 'new' })
    expect(words(rang('emma')[0]?.card)).toContain('taken as a request about hardware')
    expect(words(rang('zhao')[0]?.card)).toContain('按服务请求处理')
    expect(words(rang('zhao')[0]?.card), 'it is asked no questions of an outage').not.toContain('"assess"')
    await story.says('zhao', '三楼打印机坏了')
    expect(words(last('zhao'))).toContain('"choice":"impact:')
    await story.says('zhao', '工单 服务请求')
    expect(words(last('zhao'))).toContain('HX-1')
    expect(words(last('zhao'))).not.toContain('HX-2')
    await story.says('chen', '工单 服务请求')
    expect(words(last('chen'))).toContain('BB-1')
    await story.says('chen', '工单 故障')
    expect(words(last('chen'))).toContain('HX-2')
    expect(words(last('chen'))).not.toContain('BB-1')
    expect(story.problems).toEqual([])
  })

  it('RS.6d wakes nobody at night, and the morning brings all of it; an incident does', async () => {
    await story.passes(13 * hours)
    const before = ['li', 'wang', 'chen', 'zhou'].map((id) => rang(id).length)
    await story.says('zhao', '帮忙开通财务系统权限')
    await story.passes(9 * hours)
    expect(['li', 'wang', 'chen', 'zhou'].map((id) => rang(id).length)).toEqual(before)
    await story.passes(2 * hours)
    expect(words(rang('li'))).toContain('HX-1')
    await story.passes(13 * hours)
    const evening = rang('li').length
    await story.says('zhao', '全公司断网，紧急')
    expect(rang('li').length).toBeGreaterThan(evening)
    expect(story.problems).toEqual([])
  })

  it('D5 is changed by the customer at once, by the engineer with their agreement, in both languages', async () => {
    await story.says('zhao', '申请一台笔记本')
    await story.says('zhao', '转为故障 HX-1')
    expect(await stateOf('HX-1')).toMatchObject({ work: 'incident' })
    await story.presses('li', { flow: 'claim', item: 'HX-1' })
    await story.presses('li', { flow: 'as_request', item: 'HX-1' })
    expect(await stateOf('HX-1')).toMatchObject({ work: 'incident', downgrade: { work: 'service_request' } })
    expect(words(rang('zhao'))).toContain('认为这是服务请求')
    await story.presses('zhao', { flow: 'agree_downgrade', item: 'HX-1' })
    expect(await stateOf('HX-1')).toMatchObject({ work: 'service_request' })

    await story.says('emma', 'Please give Anna access to the CRM')
    await story.says('wang', 'it is a fault BB-1')
    expect(await stateOf('BB-1')).toMatchObject({ work: 'incident' })
    expect(words(rang('emma'))).toContain('says that it is an incident')
    await story.says('emma', 'it is a request BB-1')
    expect(await stateOf('BB-1')).toMatchObject({ work: 'service_request' })
    expect(story.problems).toEqual([])
  })
})
