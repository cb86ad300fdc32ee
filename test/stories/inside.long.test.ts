import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { flows } from '../../flows/index.ts'
import type { Story } from '../support/story.ts'
import { startStory } from '../support/story.ts'

let story: Story
beforeEach(async () => {
  story = await startStory()
})
afterEach(() => story.end())

const item = 'HX-1'
const minutes = 60_000
const inside = 'zq-inside'
const customers = ['direct:zhao', 'direct:sun', 'direct:emma', 'direct:oliver', 'huaxin', 'bluebird']

const solution = { description: '换了一根网线', workaround: 'no', breachReason: '备件晚到' }

describe('what the supplier writes inside', () => {
  it('T54 stays inside, whatever it mentions, quotes or answers, and whatever anybody then looks up or lives through', async () => {
    const secret = (words: string) => `${words} ${inside} @zhao @赵敏 <@zhao> > 引用 HX-1`
    const report = await story.says('zhao', '三楼打印机坏了', { in: 'huaxin', addressed: true })
    const [root] = story.posts('engineers')
    const thread = root?.ref.message ?? ''
    await story.says('li', secret('内部'), { in: 'engineers', thread, addressed: false })
    const edited = await story.says('li', secret('再说'), { in: 'engineers', thread, addressed: false })
    await story.changes('li', edited, secret('改过'), { in: 'engineers', thread })
    await story.changes('li', edited, undefined, { in: 'engineers', thread })
    await story.presses('li', { flow: 'claim', item })
    await story.fills('li', { flow: 'note', item }, { text: secret('备注') })
    await story.says('li', `备注 ${item} ${secret('打字')}`)
    await story.fills(
      'li',
      { flow: 'reassign', item },
      { to: 'wang', reason: secret('改派'), text: secret('改派') },
    )
    expect(JSON.stringify(await story.store.events(item)).split(inside).length).toBeGreaterThan(6)

    await story.fills('wang', { flow: 'update', item }, { text: '正在换件' })
    await story.fills('wang', { flow: 'ask', item }, { kind: 'information', text: '哪个房间？', of: 'zhao' })
    await story.says('zhao', '最里面', { in: 'huaxin', thread: report, addressed: false })
    await story.passes(20 * minutes)
    await story.fills('wang', { flow: 'resolve', item }, solution)
    await story.fills('zhao', { flow: 'reject_solution', item }, { text: '还是不行' })
    await story.fills('wang', { flow: 'resolve', item }, solution)
    const replies: unknown[] = []
    const lookUp = async () => {
      for (const user of ['zhao', 'sun']) {
        for (const { name, opensWith } of flows.filter(({ submit }) => submit === undefined)) {
          if (name === 'confirm_solution' || name === 'close') continue
          replies.push(await story.presses(user, { flow: name, item }))
          replies.push(await story.presses(user, { flow: name, item }, 'huaxin'))
          const [words] = opensWith['zh-CN']
          if (words !== undefined) await story.says(user, `${words} ${item}`)
        }
        // Whoever asks in the customer's room asks before the customer.
        for (const words of ['记录', '进度', '谁被通知了'])
          await story.says('li', `${words} ${item}`, { in: 'huaxin', addressed: true })
      }
    }
    await lookUp()
    await story.presses('zhao', { flow: 'confirm_solution', item })
    await story.presses('chen', { flow: 'close', item })
    await lookUp()
    await story.fills('zhao', { flow: 'reopen', item }, { text: '又坏了' })
    await story.passes(5 * minutes)
    await lookUp()

    for (const conversation of customers)
      expect(story.shown(conversation), conversation).not.toContain(inside)
    expect(JSON.stringify(replies)).not.toContain(inside)
    const rows = await story.store.as({ person: 'sun', side: 'customer', org: 'huaxin' }).told(item)
    expect(rows.every(({ side }) => side === 'customer')).toBe(true)
    await story.says('li', `记录 ${item}`)
    expect(story.shown('direct:li')).toContain(inside)
  })
})

describe('text that means something to a machine', () => {
  const strings = [
    `'; drop table items; --`,
    `" or ""="`,
    `\\'); delete from events; --`,
    `$1 $$ $body$ %s %n \${process.exit(1)} #{7*7} {{7*7}} <%= 7*7 %>`,
    '{"$ne": null} {"$where": "sleep(1000)"}',
    '__proto__ constructor toString',
    '<script>alert(1)</script> &lt;b&gt; [x](javascript:alert(1))',
    '../../etc/passwd\\..\\..',
    '*_~`|> # - 1. ![](x) \u202e\u200b\ud83d\ude00𠮷',
  ] as const

  it.each(strings)('T69 %j is inert: kept and shown as it was written, in every field', async (text) => {
    await story.says('zhao', `打印机坏了 ${text}`)
    await story.presses('li', { flow: 'claim', item })
    const acts = [
      ['li', 'update', { text }],
      ['li', 'note', { text }],
      ['zhao', 'escalate', { text }],
      ['li', 'ask', { kind: 'information', text, of: 'zhao' }],
      ['zhao', 'answer', { text }],
      ['li', 'resolve', { description: text, workaround: 'no' }],
      ['zhao', 'reject_solution', { text }],
    ] as const
    for (const [user, flow, values] of acts)
      expect(await story.fills(user, { flow, item }, values), flow).toMatchObject({ kind: 'done' })
    const bodies = (await story.store.events(item)).map(({ event }) => JSON.stringify(event))
    const written = JSON.stringify(text).slice(1, -1)
    expect(bodies.filter((body) => body.includes(written)).length).toBeGreaterThanOrEqual(acts.length + 1)
    await story.says('zhao', `记录 ${item}`)
    expect(story.shown('direct:zhao')).toContain(written)
    await story.says('zhao', `status ${text}`)
    expect(await story.store.verify(item)).not.toHaveProperty('badSeq')
    expect(await story.store.load([item])).toHaveLength(1)
    expect(story.problems).toEqual([])
  })
})
