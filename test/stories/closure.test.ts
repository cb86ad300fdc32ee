import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Story } from '../support/story.ts'
import { startStory } from '../support/story.ts'

let story: Story
beforeEach(async () => {
  story = await startStory()
})
afterEach(() => story.end())

const resolution = { description: '重启了VPN网关', workaround: 'no' }

describe('one incident, from a message to the closure both parties agreed to', () => {
  it('RS.0 RS.7 RS.8 X2 is reported, claimed, resolved, consented to, closed and rated; both parties are told', async () => {
    const message = await story.says('zhao', '全公司都连不上VPN了')
    const receipt = story.posts('direct:zhao').at(0)
    expect(receipt?.place.thread).toBe(message)
    expect(JSON.stringify(receipt?.card)).toContain('HX-1')
    expect(story.posts('engineers')).toHaveLength(1)
    expect(story.posts('direct:li')).toHaveLength(1)

    await story.passes(20_000)
    expect(await story.presses('li', { flow: 'claim', item: 'HX-1' })).toMatchObject({ kind: 'done' })
    expect(await story.presses('wang', { flow: 'claim', item: 'HX-1' })).toMatchObject({ kind: 'refuse' })
    expect(story.shown('direct:zhao')).toContain('李伟')

    await story.fills('li', { flow: 'resolve', item: 'HX-1' }, resolution)
    expect(await story.ticket('HX-1')).toMatchObject({ status: 'resolved' })
    expect(await story.presses('chen', { flow: 'close', item: 'HX-1' })).toMatchObject({ kind: 'refuse' })
    expect(await story.presses('li', { flow: 'confirm_solution', item: 'HX-1' })).toMatchObject({
      kind: 'refuse',
    })

    await story.presses('zhao', { flow: 'confirm_solution', item: 'HX-1' })
    expect(await story.ticket('HX-1')).toMatchObject({
      status: 'resolved',
      resolution: { consent: { by: 'zhao' } },
    })
    await story.presses('chen', { flow: 'close', item: 'HX-1' })
    expect(await story.ticket('HX-1')).toMatchObject({ status: 'closed' })

    await story.presses('zhao', { flow: 'rate', item: 'HX-1', choice: 'score:5' })
    expect(await story.ticket('HX-1')).toMatchObject({ rating: { score: 5 } })
    expect(await story.store.verify('HX-1')).toMatchObject({ length: 8 })
    expect(story.problems).toEqual([])
  })
})
