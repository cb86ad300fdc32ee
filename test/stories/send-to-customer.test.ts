import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Story, startStory } from '../support/story.ts'

let story: Story
beforeEach(async () => {
  story = await startStory()
})
afterEach(() => story.end())

describe('sending a word of the engineers’ thread to the customer', () => {
  it('RS.7 shows it first, and sends what the engineer then says', async () => {
    await story.says('zhao', '全公司都连不上VPN了', { in: 'huaxin', addressed: true })
    const thread = story.posts('engineers')[0]?.ref.message ?? ''
    await story.says('li', 'certificate expired, lol', { in: 'engineers', thread })
    const form = await story.pointsAt('li', { flow: 'update' }, 'certificate expired, lol', {
      in: 'engineers',
      thread,
    })
    expect(form).toMatchObject({
      kind: 'ask',
      form: {
        item: 'HX-1',
        intro: expect.stringContaining('华信制造'),
        fields: [{ initial: 'certificate expired, lol' }],
      },
    })
    expect(story.shown('huaxin')).not.toContain('expired')
    await story.fills('li', { flow: 'update', item: 'HX-1' }, { text: '证书已过期，正在更换' })
    expect(story.shown('huaxin')).toContain('证书已过期，正在更换')
    expect(story.shown('huaxin')).not.toContain('lol')
  })

  it('T51 is not for the customer’s people', async () => {
    const report = await story.says('zhao', '全公司都连不上VPN了', { in: 'huaxin', addressed: true })
    const said = await story.pointsAt('sun', { flow: 'update' }, '好了', { in: 'huaxin', thread: report })
    expect(said).toMatchObject({ kind: 'refuse' })
  })
})
