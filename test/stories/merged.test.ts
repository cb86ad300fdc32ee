import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { reorganise } from '../support/reorganise.ts'
import type { Story } from '../support/story.ts'
import { startStory } from '../support/story.ts'

let story: Story
let first: string
const person = (id: string) =>
  `  ${id}:\n    name: ${id}\n    organisation: huaxin\n    roles: [reporter]\n    accounts: [{ platform: web, user: ${id} }]\n`
beforeEach(async () => {
  story = await startStory()
  await reorganise(story, [/( {2}sun:\n)/, `${person('wei')}${person('hong')}$1`])
  first = await story.says('zhao', '核心交换机不通')
  await story.says('wei', '二楼上不了网')
  await story.says('hong', '三楼打印不了')
})
afterEach(() => story.end())

const told = (conversation: string) => story.posts(conversation).length
const last = (conversation: string) => JSON.stringify(story.posts(conversation).at(-1))

/** An engineer takes it for the same as another one, and the customer's contact agrees. */
const merges = async (ticket: string, master: string, who = 'li') => {
  await story.says(who, `duplicate ${ticket} of ${master} the same switch`)
  await story.presses('sun', { flow: 'agree_merge', item: ticket })
}

describe('merged tickets', () => {
  it('RS.5a tells the reporters of a whole chain, whose words go to the people of the last one', async () => {
    await story.says('wang', 'claim HX-3')
    await merges('HX-1', 'HX-2')
    await merges('HX-2', 'HX-3')
    expect((await story.ticket('HX-3')).followers.toSorted()).toEqual(['wei', 'zhao'])
    await story.says('wang', 'update HX-3 the switch is being replaced')
    for (const who of ['zhao', 'wei', 'hong'])
      expect(story.shown(`direct:${who}`)).toContain('being replaced')
    await story.says('zhao', '四楼也不通', { thread: first })
    expect(await story.types('HX-1')).not.toContain('ticket.message_added')
    expect(story.shown('direct:wang')).toContain('四楼也不通')
    await story.says('zhao', 'HX-1 五楼也不通')
    expect(story.shown('direct:wang')).toContain('五楼也不通')
    expect(story.problems).toEqual([])
  })

  it('RS.5a merges into the one that the other was merged into, and into itself never', async () => {
    await merges('HX-2', 'HX-3')
    await merges('HX-1', 'HX-2')
    expect((await story.ticket('HX-1')).cancelled?.master).toBe('HX-3')
    expect((await story.ticket('HX-3')).followers.toSorted()).toEqual(['wei', 'zhao'])
    await merges('HX-3', 'HX-1')
    expect((await story.ticket('HX-3')).cancelled).toBeUndefined()
  })

  it('RS.5a contested, it is a ticket of its own again: whoever reported it hears of no other one', async () => {
    await merges('HX-1', 'HX-2')
    await merges('HX-2', 'HX-3')
    await story.fills('wei', { flow: 'contest', item: 'HX-2' }, { text: '二楼是另一回事' })
    expect(await story.ticket('HX-3')).toMatchObject({ followers: [], duplicates: [], merged: [] })
    expect((await story.ticket('HX-2')).followers).toEqual(['zhao'])
    await story.fills('zhao', { flow: 'contest', item: 'HX-1' }, { text: '我的也是另一回事' })
    expect((await story.ticket('HX-2')).followers).toEqual([])
    await story.says('wang', 'update HX-3 the printer has paper again')
    expect(story.shown('direct:hong')).toContain('paper again')
    for (const who of ['zhao', 'wei']) expect(story.shown(`direct:${who}`)).not.toContain('paper again')
    await story.says('li', 'duplicate HX-1 of HX-3 it is the same after all')
    expect((await story.ticket('HX-3')).followers).toEqual([])
    await merges('HX-1', 'HX-3', 'chen')
    expect((await story.ticket('HX-3')).followers).toEqual(['zhao'])
    expect(story.problems).toEqual([])
  })

  it('RS.5a contested at the beginning of a long chain, it is taken out of all of it', async () => {
    for (const where of ['门禁', '会议室', '食堂', '停车场', '机房'])
      await story.says('zhao', `${where}没有网`)
    for (let id = 1; id < 8; id += 1) await merges(`HX-${id}`, `HX-${id + 1}`)
    expect((await story.ticket('HX-8')).duplicates).toHaveLength(7)
    await story.fills('wei', { flow: 'contest', item: 'HX-2' }, { text: '二楼是另一回事' })
    expect((await story.ticket('HX-2')).status).toBe('new')
    expect((await story.ticket('HX-8')).duplicates).toHaveLength(5)
    expect((await story.ticket('HX-8')).followers).toEqual(['hong'])
    expect(story.problems).toEqual([])
  })

  it.each([
    ['withdrawn', 'hong', 'withdraw HX-3 it was the plug'],
    ['out of scope', 'wang', 'out of scope HX-3 not agreed'],
  ])('RS.5a says so when the last one is %s, and lets each contest their own', async (_, who, words) => {
    await merges('HX-1', 'HX-2')
    await merges('HX-2', 'HX-3')
    const before = [told('direct:zhao'), told('direct:wei')]
    await story.says(who, words)
    expect((await story.ticket('HX-3')).status).toBe('cancelled')
    expect([told('direct:zhao'), told('direct:wei')]).toEqual(before.map((count) => count + 1))
    expect(last('direct:zhao')).toContain('{"flow":"contest","item":"HX-1"}')
    expect(last('direct:wei')).toContain('{"flow":"contest","item":"HX-2"}')
    await story.fills('zhao', { flow: 'contest', item: 'HX-1' }, { text: '还是不通' })
    expect((await story.ticket('HX-1')).status).toBe('new')
    expect(story.problems).toEqual([])
  })

  const asks = (of: string, kind = 'information') =>
    story.fills('li', { flow: 'ask', item: 'HX-1' }, { kind, text: '哪个端口？', of })
  const merge = () => merges('HX-1', 'HX-3', 'chen')

  it.each(['zhao', 'sun'])(
    'M2.C1 RS.5a an answer that %s gives in private after the merge is no report',
    async (who) => {
      await story.says('wang', 'claim HX-3')
      await asks(who)
      await merge()
      await story.says(who, '端口 12')
      expect((await story.ticket('HX-1')).ask).toBeUndefined()
      expect(story.shown('direct:wang')).toContain('端口 12')
      await story.says(who, '食堂也没有网')
      expect((await story.ticket('HX-4')).text).toBe('食堂也没有网')
      expect(story.problems).toEqual([])
    },
  )

  it('M2.C1 RS.5a an approval without a word is heard by whoever works on it now', async () => {
    await story.says('wang', 'claim HX-3')
    await asks('sun', 'approval')
    await merge()
    await story.fills('sun', { flow: 'answer', item: 'HX-1', choice: 'approved' }, {})
    expect((await story.ticket('HX-1')).ask).toBeUndefined()
    expect(last('direct:wang')).toContain('HX-1')
    expect(await story.types('HX-3')).toContain('ticket.message_added')
    expect(story.problems).toEqual([])
  })

  it('RS.5a the reason of a contest is heard by whoever works on the one it is taken out of', async () => {
    await story.says('wang', 'claim HX-3')
    await merge()
    await story.fills('zhao', { flow: 'contest', item: 'HX-1' }, { text: '我的是另一台' })
    expect(last('direct:wang')).toContain('我的是另一台')
  })

  it.each([
    ['zhao', '未解决 HX-1 还是不通', 'ticket.message_added'],
    ['zhao', 'solved HX-1', 'ticket.message_added'],
    ['sun', '未解决 HX-1 还是不通', 'ticket.solution_rejected'],
    ['sun', 'solved HX-1', 'ticket.solution_confirmed'],
  ])('RS.8 RS.5a what %s says by %j is said of the one worked on', async (who, words, type) => {
    await story.says('wang', 'claim HX-3')
    await merge()
    await story.says('wang', 'resolve HX-3: 换了电源')
    const before = told('direct:wang')
    await story.says(who, words)
    expect(await story.types('HX-3')).toContain(type)
    expect(told('direct:wang')).toBe(before + 1)
    expect(story.problems).toEqual([])
  })

  it.each([
    ['zhao', 'rate HX-1 5', 'ticket.message_added'],
    ['sun', 'rate HX-1 5', 'ticket.rated'],
    ['sun', 'HX-1 五星', 'ticket.rated'],
  ])('M3.2 RS.5a a score of %s by %j is for the one worked on', async (who, words, type) => {
    await story.says('wang', 'claim HX-3')
    await merge()
    await story.says('wang', 'resolve HX-3: 换了电源')
    await story.says('hong', 'solved HX-3')
    await story.says('chen', 'close HX-3')
    await story.says(who, words)
    expect(await story.types('HX-3')).toContain(type)
    expect((await story.ticket('HX-1')).rating).toBeUndefined()
    expect(story.problems).toEqual([])
  })

  it('RS.6c RS.5a an escalation typed of the merged one escalates the one worked on', async () => {
    await story.says('wang', 'claim HX-3')
    await merge()
    await story.says('zhao', 'escalate HX-1 we cannot wait')
    expect(await story.types('HX-3')).toContain('ticket.escalated_by_hand')
  })
})
