import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Reply } from '../../src/chat/reply.ts'
import type { Story } from '../support/story.ts'
import { startStory } from '../support/story.ts'

let story: Story
beforeEach(async () => {
  story = await startStory()
  await story.says('emma', 'Our tills are down', { in: 'bluebird', addressed: true })
})
afterEach(() => story.end())

const saying = (reply: Reply): string => (reply.kind === 'refuse' ? reply.saying : reply.kind)

describe('what somebody may not do', () => {
  it('is refused with who can, by name: the engineer who has it, the contact, who is in charge', async () => {
    expect(saying(await story.commands('emma', 'resolve BB-1'))).toBe(
      'This is for the supplier to do: ask Li Wei (李伟). Nothing changed.',
    )
    await story.presses('wang', { flow: 'claim', item: 'BB-1' })
    expect(saying(await story.commands('emma', 'resolve BB-1'))).toContain('ask Wang Fang (王芳)')
    expect(saying(await story.commands('emma', 'close BB-1'))).toBe(
      'Only Chen Jing (陈静) can confirm the closing, in charge of it for the supplier. Nothing changed.',
    )
    await story.fills(
      'wang',
      { flow: 'ask', item: 'BB-1' },
      { kind: 'approval', text: 'Reboot?', of: 'oliver' },
    )
    expect(saying(await story.commands('emma', 'approve BB-1'))).toBe(
      'Only Oliver Grant can approve or refuse, as the customer’s contact. Nothing changed.',
    )
    expect(saying(await story.commands('li', 'cancel BB-1'))).toContain('Emma Clarke')
  })

  it('is heard by those who work on it, as one line in their thread that rings nobody', async () => {
    const before = story.posts('engineers').length
    const direct = story.posts('direct:li').length
    await story.commands('emma', 'reopen BB-1')
    const [root, ...others] = story.posts('engineers')
    expect(story.posts('engineers')).toHaveLength(before + 1)
    expect(others.at(-1)?.place.thread).toBe(root?.ref.message)
    expect(others.at(-1)?.card.summary).toContain('Emma Clarke尝试“重新打开”未成功')
    expect(story.posts('direct:li')).toHaveLength(direct)
    await story.says('emma', 'resolve BB-1')
    expect(story.posts('engineers')).toHaveLength(before + 2)
    await story.commands('wang', 'close BB-1')
    expect(story.posts('engineers'), 'of their own people they are told nothing').toHaveLength(before + 2)
  })
})
