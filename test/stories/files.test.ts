import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Story, startStory } from '../support/story.ts'

let story: Story
beforeEach(async () => {
  story = await startStory()
})
afterEach(() => story.end())

const photo = { id: 'F1', name: '报错截图.png', size: 220_400, link: 'https://example.slack.com/files/F1' }
const secret = { id: 'F2', name: 'core-dump.txt', size: 12 }

describe('a file that comes with a message', () => {
  it('is kept by reference with the report and shown to both parties as the platform’s own link', async () => {
    await story.says('zhao', '全公司都连不上VPN了\n看截图', { files: [photo] })
    expect((await story.ticket('HX-1')).files).toEqual([photo])
    const shown = { label: '报错截图.png (220 kB)', link: photo.link }
    expect(story.posts('engineers')[0]?.card.blocks).toContainEqual(
      expect.objectContaining({ type: 'quote', files: [shown] }),
    )
    const history = await story.presses('zhao', { flow: 'history', item: 'HX-1' })
    expect(JSON.stringify(history)).toContain('报错截图.png (220 kB)')
  })

  it('stands for words where there are none', async () => {
    await story.says('zhao', '', { files: [photo, secret] })
    expect((await story.ticket('HX-1')).title).toBe('报错截图.png, core-dump.txt')
  })

  it('follows the thread it was put in: from the customer to the engineers, from the engineers to nobody else', async () => {
    const report = await story.says('zhao', '全公司都连不上VPN了', { in: 'huaxin', addressed: true })
    await story.says('sun', '这是日志', { in: 'huaxin', thread: report, files: [photo] })
    expect(story.shown('engineers')).toContain('报错截图.png')
    const root = story.posts('engineers')[0]?.ref.message ?? ''
    await story.says('li', 'see this', { in: 'engineers', thread: root, files: [secret] })
    expect(await story.types('HX-1')).toContain('ticket.note_added')
    for (const place of ['huaxin', 'direct:zhao', 'direct:sun'])
      expect(story.shown(place)).not.toContain('core-dump')
    for (const user of ['zhao', 'sun'])
      expect(JSON.stringify(await story.presses(user, { flow: 'history', item: 'HX-1' }))).not.toContain(
        'core-dump',
      )
  })
})
