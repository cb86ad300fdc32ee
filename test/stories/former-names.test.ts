import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { formerNames } from '../../src/chat/former-names.ts'
import { texts } from '../../src/text/texts.ts'
import type { Story } from '../support/story.ts'
import { startStory } from '../support/story.ts'

let story: Story
beforeEach(async () => {
  story = await startStory()
  await story.says('zhao', '全公司都连不上VPN了')
})
afterEach(() => story.end())

const unknown = [texts('en').app.unknownAction, texts('zh-CN').app.unknownAction]

describe('a button drawn by an earlier version', () => {
  it.each(Object.entries(formerNames))('still does what it said: “%s” is “%s”', async (former, present) => {
    for (const who of ['li', 'zhao']) {
      const old = await story.presses(who, { flow: former, item: 'HX-1' })
      expect(old).toEqual(await story.presses(who, { flow: present, item: 'HX-1' }))
      if (old.kind === 'refuse') expect(unknown).not.toContain(old.saying)
    }
  })

  it('gives consent, and sends back to work with the form that was open', async () => {
    await story.presses('li', { flow: 'claim', item: 'HX-1' })
    const resolution = { description: '重启了VPN网关', workaround: 'no' }
    await story.fills('li', { flow: 'resolve', item: 'HX-1' }, resolution)
    await story.fills('zhao', { flow: 'not_solved', item: 'HX-1' }, { text: '三楼仍不可用' })
    expect(await story.ticket('HX-1')).toMatchObject({ status: 'in_progress' })
    await story.fills('li', { flow: 'resolve', item: 'HX-1' }, resolution)
    await story.presses('zhao', { flow: 'solved', item: 'HX-1' })
    expect(await story.ticket('HX-1')).toMatchObject({ resolution: { consent: { by: 'zhao' } } })
  })

  it('claims nothing where it acknowledged', async () => {
    expect(await story.presses('li', { flow: 'acknowledge', item: 'HX-1' })).toMatchObject({ kind: 'refuse' })
    expect(await story.ticket('HX-1')).toMatchObject({ status: 'new' })
  })
})
