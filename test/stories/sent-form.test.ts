import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Story } from '../support/story.ts'
import { startStory } from '../support/story.ts'

let story: Story
beforeEach(async () => {
  story = await startStory()
})
afterEach(() => story.end())

const resolution = { description: '重启了VPN网关', workaround: 'no' }

describe('a form that comes to nothing', () => {
  it('comes back with the reply, so that a chat can show again what was typed into it', async () => {
    await story.says('zhao', '全公司都连不上VPN了')
    await story.presses('li', { flow: 'claim', item: 'HX-1' })
    const form = { flow: 'resolve', item: 'HX-1', seen: 2 }
    expect(await story.fills('li', form, {})).toMatchObject({ kind: 'amend', form })
    await story.fills('li', form, resolution)
    await story.presses('zhao', { flow: 'confirm_solution', item: 'HX-1' })
    const late = { flow: 'ask', item: 'HX-1', seen: 2 }
    const values = { kind: 'information', text: '哪一层？', of: 'zhao' }
    expect(await story.fills('li', late, values)).toMatchObject({ kind: 'refuse', form: late })
    const done = await story.fills('li', { flow: 'note', item: 'HX-1' }, { text: '备件已归还' })
    expect(done).not.toHaveProperty('form')
  })
})
