import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Story, startStory } from '../support/story.ts'
import { tamper } from '../support/tamper.ts'

let story: Story
let admin: pg.Pool
beforeEach(async () => {
  story = await startStory()
  admin = new pg.Pool({ connectionString: story.url, max: 1 })
  admin.on('error', () => {})
})
afterEach(async () => {
  await admin.end()
  await story.end()
})

const reads = async (user: string) =>
  JSON.stringify(await story.presses(user, { flow: 'history', item: 'HX-1' }))

describe('the record of a ticket', () => {
  it('M2.2 is called in order and complete only while it was found so at that very read', async () => {
    await story.says('zhao', '全公司都连不上VPN了')
    await story.presses('li', { flow: 'acknowledge', item: 'HX-1' })
    expect(await reads('li')).toMatch(/in order and complete|完整保存/)
    expect(await reads('zhao')).toContain('双方共享')

    await tamper(
      admin,
      `update events set body = body || '{"text":"一切正常"}' where item = 'HX-1' and seq = 1`,
    )
    const [supplier, customer] = [await reads('li'), await reads('zhao')]
    expect(supplier).toMatch(/npm run audit/)
    expect(supplier).not.toMatch(/in order and complete|完整保存/)
    expect(customer).toContain('不完整')
    expect(customer).not.toContain('双方共享')
    expect(supplier + customer).not.toContain('一切正常')
  })
})
