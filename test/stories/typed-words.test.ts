import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Reply } from '../../src/chat/reply.ts'
import { type Story, startStory } from '../support/story.ts'
import { minutes } from '../ticket/world.ts'

let story: Story
beforeEach(async () => {
  story = await startStory()
  await story.says('zhao', '全公司都连不上VPN了')
  await story.presses('li', { flow: 'claim', item: 'HX-1' })
})
afterEach(() => story.end())

const filled = (reply: Reply) =>
  reply.kind === 'ask'
    ? Object.fromEntries(reply.form.fields.flatMap(({ name, initial }) => (initial ? [[name, initial]] : [])))
    : reply.kind
/** Presses the one button of the last card in somebody's conversation. */
const opens = async (user: string, by = user) => {
  const button = story.posts(`direct:${user}`).at(-1)?.card.buttons[0]
  if (button === undefined) throw new Error('nothing to press')
  return filled(await story.presses(by, button.press, `direct:${by}`))
}

describe('words typed to an act that needs more than they say', () => {
  it('fill in the form that the answer’s button opens: a solution whose cause is owed', async () => {
    await story.passes(30 * minutes)
    await story.says('li', '解决 HX-1：更换了交换机')
    expect(await opens('li')).toMatchObject({ description: '更换了交换机', workaround: 'no' })
    expect(await opens('li'), 'as often as it is opened').toMatchObject({ description: '更换了交换机' })
    expect(await story.ticket('HX-1')).toMatchObject({ status: 'in_progress' })
  })

  it('fill in the reason to hand on what its owner has already', async () => {
    await story.says('li', '转派 HX-1 李伟 我下班了')
    expect(await opens('li')).toEqual({ reason: '我下班了' })
  })

  it('are filled in for nobody but whoever typed them', async () => {
    await story.passes(30 * minutes)
    await story.says('li', '解决 HX-1：更换了交换机')
    expect(await opens('li', 'wang')).toEqual({ workaround: 'no' })
  })

  it('open nothing but the form: what would be an act by now is not done by opening it', async () => {
    await story.passes(30 * minutes)
    await story.says('li', '解决 HX-1：更换了交换机')
    const button = story.posts('direct:li').at(-1)?.card.buttons[0]
    if (button === undefined) throw new Error('nothing to press')
    await story.fills(
      'li',
      { flow: 'resolve', item: 'HX-1' },
      { description: 'x', workaround: 'no', breachReason: '备件未到' },
    )
    await story.fills('zhao', { flow: 'reject_solution', item: 'HX-1' }, { text: '还是不行' })
    const before = await story.types('HX-1')
    expect(await story.presses('li', button.press)).toMatchObject({ kind: 'ask' })
    expect(await story.types('HX-1')).toEqual(before)
  })
})

describe('the same escalation typed twice', () => {
  it.each([
    ['zhao', '孙磊'],
    ['li', '陈静'],
  ])('is told once: %s hears with whom it is since when, and other words reach higher', async (who, whom) => {
    const typed = () => story.says(who, '升级 HX-1：明天要审计')
    await typed()
    await story.passes(10_000)
    await typed()
    const answer = story.posts(`direct:${who}`).at(-1)?.card.summary
    expect(answer).toMatch(/您已升级过：已于10:00通知/)
    expect(answer).toContain(whom)
    const escalated = async () =>
      (await story.types('HX-1')).filter((type) => type === 'ticket.escalated_by_hand').length
    expect(await escalated()).toBe(1)
    await story.says(who, '升级 HX-1：审计提前到今天')
    expect(await escalated()).toBe(2)
  })
})
