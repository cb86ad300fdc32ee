import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { reorganise } from '../support/reorganise.ts'
import { type Story, startStory } from '../support/story.ts'

let story: Story
beforeEach(async () => {
  story = await startStory()
})
afterEach(() => story.end())

const colleagues = Array.from({ length: 19 }, (_, index) => `person${index + 1}`)
const stated = colleagues
  .map(
    (id) =>
      `  ${id}: { name: 同事${id}, organisation: huaxin, roles: [reporter], accounts: [{ platform: web, user: ${id} }] }\n`,
  )
  .join('')

describe('an office that reports one outage', () => {
  it('T48 RS.5a RS.7 is one escalation chain: the same words within minutes are merged, and all are told', async () => {
    await reorganise(story, ['people:\n', `people:\n${stated}`])
    await story.says('zhao', '全公司都连不上VPN了')
    for (const id of colleagues) {
      story.sleeps(2_000)
      await story.says(id, '全公司都连不上 VPN 了！')
    }
    const master = await story.ticket('HX-1')
    expect(master.duplicates).toHaveLength(19)
    expect(master.followers).toEqual(colleagues)
    for (let number = 2; number <= 20; number += 1)
      expect((await story.ticket(`HX-${number}`)).cancelled).toMatchObject({
        how: 'duplicate',
        master: 'HX-1',
      })
    expect(await story.store.due.all(undefined, 100)).toHaveLength(1)
    await story.presses('li', { flow: 'claim', item: 'HX-1' })
    for (const id of ['zhao', ...colleagues]) expect(story.shown(`direct:${id}`)).toContain('李伟')
  })

  it('lets whoever meant something else say so', async () => {
    await story.says('zhao', '全公司都连不上VPN了')
    await story.says('sun', '全公司都连不上VPN了')
    expect(story.shown('direct:sun')).toContain('HX-1')
    await story.fills('sun', { flow: 'contest', item: 'HX-2' }, { text: '我说的是另一栋楼' })
    expect((await story.ticket('HX-2')).status).toBe('new')
  })

  it('is accepted all the same when the first was closed at that moment', async () => {
    await story.says('zhao', '全公司都连不上VPN了')
    const { list } = story.store.as({ person: 'sun', side: 'customer', org: 'huaxin' })
    expect(await list({ list: 'open' })).toHaveLength(1)
    await Promise.all([
      story.fills('zhao', { flow: 'cancel', item: 'HX-1' }, { text: '好了' }),
      story.says('sun', '全公司都连不上VPN了'),
    ])
    await story.settle()
    expect(await story.types('HX-2')).toContain('ticket.reported')
  })
})
