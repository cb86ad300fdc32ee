import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { buttonsOf, unfolded } from '../../src/chat/card.ts'
import type { Standing } from '../support/recording-adapter.ts'
import { moves, reorganise } from '../support/reorganise.ts'
import type { Story } from '../support/story.ts'
import { startStory } from '../support/story.ts'

let story: Story
beforeEach(async () => {
  story = await startStory()
})
afterEach(() => story.end())

const resolution = { description: '重启了VPN网关', workaround: 'no' }
const flowsOf = ({ card }: Pick<Standing, 'card'>) => buttonsOf(card).map(({ press }) => press.flow)
/** What stands in a conversation and offers, or offered when it was sent, one of these. */
const offering = (conversation: string, flow: string) =>
  story.posts(conversation).filter((post) => flowsOf(post).includes(flow))
/** A message as it stands now. */
const now = ({ ref }: Standing): Standing => {
  const found = story.chat.posts.find((post) => post.ref.message === ref.message)
  if (found === undefined) throw new Error(`nothing stands at ${ref.message}`)
  return found
}
const lastOffering = (conversation: string, flow: string): Standing => {
  const found = offering(conversation, flow).at(-1)
  if (found === undefined) throw new Error(`nothing in ${conversation} offers ${flow}`)
  return found
}
const notes = ({ card }: Standing) =>
  card.blocks.flatMap((block) => (block.type === 'note' ? [block.text] : []))
const followed = async () => {
  const pool = new pg.Pool({ connectionString: story.url })
  const { rows } = await pool.query('select message from living where notice is not null')
  await pool.end()
  return rows.map(({ message }) => String(message))
}

describe('a notice whose ticket moved on', () => {
  it('loses the buttons of what cannot be done any more, keeps its words and says how the ticket stood then', async () => {
    await story.says('zhao', '全公司都连不上VPN了')
    await story.presses('li', { flow: 'claim', item: 'HX-1' })
    await story.fills('li', { flow: 'resolve', item: 'HX-1' }, resolution)
    const question = story
      .posts('direct:zhao')
      .findLast((post) => flowsOf(post).join() === 'confirm_solution,reject_solution')
    if (question === undefined) throw new Error('nobody asked whether it is solved')
    expect(await followed()).toContain(question.ref.message)
    await story.fills('zhao', { flow: 'reject_solution', item: 'HX-1' }, { text: '三楼仍不可用' })
    const old = now(question)
    expect(flowsOf(old)).toEqual([])
    expect(old.card.blocks.slice(0, question.card.blocks.length)).toEqual(question.card.blocks)
    expect(notes(old).at(-1)).toBe('截至11月2日（周一）10:00（GMT+8）：处理中，处理人李伟。')
    expect(old.card.summary).toBe(question.card.summary)
    expect(await followed(), 'with nothing left to press it is followed no longer').not.toContain(
      question.ref.message,
    )
  })

  it('stays as it is, and the platform is not asked, while everything it offers can still be done', async () => {
    await story.says('zhao', '全公司都连不上VPN了')
    await story.presses('li', { flow: 'claim', item: 'HX-1' })
    await story.says('zhao', '还有财务部', { thread: 'm1' })
    const word = lastOffering('direct:li', 'update')
    await story.fills('li', { flow: 'update', item: 'HX-1' }, { text: '正在更换交换机' })
    await story.fills('li', { flow: 'note', item: 'HX-1' }, { text: '备件在路上' })
    expect(now(word)).toEqual(word)
    await story.fills('li', { flow: 'resolve', item: 'HX-1' }, resolution)
    expect(now(word).redrawn).toBe(word.redrawn + 1)
    expect(flowsOf(now(word))).not.toContain('update')
  })

  it('keeps the pause open to objection while the request stands, and nothing after the answer', async () => {
    await story.says('zhao', '全公司都连不上VPN了')
    const ask = { kind: 'information', text: '在哪栋楼？', of: 'zhao' }
    await story.fills('li', { flow: 'ask', item: 'HX-1' }, ask)
    const request = story.posts('direct:zhao').findLast((post) => flowsOf(post).includes('contest'))
    if (request === undefined) throw new Error('nothing was asked')
    expect(await story.ticket('HX-1')).toMatchObject({ status: 'on_hold' })
    expect(now(request)).toMatchObject({ redrawn: request.redrawn })
    await story.fills('zhao', { flow: 'answer', item: 'HX-1' }, { text: 'A栋' })
    const answered = story.posts('direct:zhao').filter((post) => flowsOf(post).includes('answer'))
    expect(answered).toEqual([])
  })

  it('takes “acknowledge” from whoever gave it, and leaves it to the others', async () => {
    await story.says('zhao', '全公司都连不上VPN了')
    await story.fills('zhao', { flow: 'escalate', item: 'HX-1' }, { text: '生产停了' })
    const chens = lastOffering('direct:chen', 'acknowledge_escalation')
    const suns = lastOffering('direct:sun', 'acknowledge_escalation')
    await story.presses('chen', { flow: 'acknowledge_escalation', item: 'HX-1' })
    expect(flowsOf(now(chens))).not.toContain('acknowledge_escalation')
    expect(flowsOf(now(chens))).toContain('reassign')
    expect(flowsOf(now(suns))).toContain('acknowledge_escalation')
    await story.presses('sun', { flow: 'acknowledge_escalation', item: 'HX-1' })
    expect(flowsOf(now(suns))).not.toContain('acknowledge_escalation')
    expect(flowsOf(now(suns)), 'what only looks up is always there').toContain('history')
  })
})

describe('the thread of a report', () => {
  it('tells everybody who reads it what its reporter did by a button or a form, and why', async () => {
    const room = { in: 'huaxin', addressed: true }
    const root = await story.says('zhao', '全公司都连不上VPN了', room)
    const said = () =>
      story
        .posts('huaxin')
        .filter(({ place }) => place.thread === root)
        .map(({ card }) => card.blocks)
    await story.presses('li', { flow: 'claim', item: 'HX-1' })
    await story.fills('li', { flow: 'resolve', item: 'HX-1' }, resolution)
    await story.fills('zhao', { flow: 'reject_solution', item: 'HX-1' }, { text: '三楼仍不可用' })
    expect(JSON.stringify(said().at(-1))).toMatch(/赵敏反馈未解决.*三楼仍不可用/)
    await story.fills('li', { flow: 'resolve', item: 'HX-1' }, resolution)
    await story.presses('zhao', { flow: 'confirm_solution', item: 'HX-1' })
    expect(JSON.stringify(said().at(-1))).toContain('赵敏确认已解决')
  })

  it('does not repeat what the reporter wrote there', async () => {
    const root = await story.says('zhao', '全公司都连不上VPN了', { in: 'huaxin', addressed: true })
    await story.fills(
      'li',
      { flow: 'ask', item: 'HX-1' },
      { kind: 'information', text: '在哪栋楼？', of: 'zhao' },
    )
    await story.says('zhao', '就在A栋', { in: 'huaxin', thread: root })
    expect(await story.types('HX-1')).toContain('ticket.customer_answered')
    const posted = story
      .posts('huaxin')
      .filter(({ card, redrawn }) => redrawn === 0 && JSON.stringify(card).includes('就在A栋'))
    expect(posted).toEqual([])
  })
})

describe('a card that one person reads', () => {
  it('offers what they themselves may do', async () => {
    await story.says('zhao', '全公司都连不上VPN了')
    await story.presses('li', { flow: 'claim', item: 'HX-1' })
    await story.fills(
      'li',
      { flow: 'ask', item: 'HX-1' },
      { kind: 'approval', text: '可以重启吗？', of: 'sun' },
    )
    const lookUps = ['history', 'why', 'told']
    const asked = (user: string) => story.presses(user, { flow: 'status', item: 'HX-1' })
    const acts = async (user: string) => {
      const reply = await asked(user)
      return reply.kind === 'show'
        ? buttonsOf(reply.card).flatMap(({ press: { flow, choice } }) =>
            flow === 'assess' ? [] : [choice ?? flow],
          )
        : []
    }
    expect(await acts('zhao')).toEqual(['contest', 'escalate', 'as_request', 'split', 'cancel', ...lookUps])
    expect(await acts('sun')).toEqual([
      'approved',
      'refused',
      'contest',
      'escalate',
      'as_request',
      'split',
      'cancel',
      ...lookUps,
    ])
    const receipt = story
      .posts('direct:zhao')
      .find(({ card }) => unfolded(card).some(({ type }) => type === 'facts'))
    expect(receipt?.card.buttons.map(({ press }) => press.choice)).not.toContain('approved')
    await story.fills('zhao', { flow: 'escalate', item: 'HX-1' }, { text: '生产停了' })
    expect(await acts('li')).not.toContain('acknowledge_escalation')
    expect(await acts('chen')).toContain('acknowledge_escalation')
    const room = story.posts('engineers').find(({ redrawn }) => redrawn > 0)
    expect(room && flowsOf(room)).toContain('acknowledge_escalation')
  })
})

describe('an answer that shows a ticket', () => {
  const last = (conversation: string): Standing => {
    const found = story.posts(conversation).at(-1)
    if (found === undefined) throw new Error(`nothing stands in ${conversation}`)
    return found
  }
  const rowActs = ({ card }: Standing) =>
    card.blocks.flatMap((block) =>
      block.type === 'table' ? block.rows.flatMap(({ button }) => button?.press.choice ?? []) : [],
    )

  it('loses what was done by its button, keeps the rest and says how the ticket stands', async () => {
    await story.says('zhao', '全公司都连不上VPN了')
    await story.says('li', '状态 HX-1')
    const answer = last('direct:li')
    expect(flowsOf(answer)).toContain('claim')
    await story.presses('li', { flow: 'claim', item: 'HX-1' })
    expect(flowsOf(now(answer))).not.toContain('claim')
    expect(flowsOf(now(answer))).toContain('reassign')
    expect(notes(now(answer)).at(-1)).toMatch(/^截至.*：处理中，由您处理。$/)
  })

  it('loses the questions in its rows once they are answered', async () => {
    await story.says('zhao', '全公司都连不上VPN了')
    await story.says('zhao', '状态 HX-1')
    const answer = last('direct:zhao')
    expect(rowActs(answer)).toContain('urgency:high')
    await story.presses('zhao', { flow: 'assess', item: 'HX-1', choice: 'urgency:high' })
    expect(rowActs(now(answer))).not.toContain('urgency:high')
    expect(rowActs(now(answer))).toContain('impact:high')
  })

  it('loses an approval’s buttons, offered below words, once it was decided, and keeps the way to report something new', async () => {
    await story.says('zhao', '全公司都连不上VPN了')
    await story.fills(
      'li',
      { flow: 'ask', item: 'HX-1' },
      { kind: 'approval', text: '可以停机吗？', of: 'sun' },
    )
    await story.says('sun', '可以')
    const answer = last('direct:sun')
    expect(flowsOf(answer)).toEqual(['answer', 'answer', 'contest', 'report'])
    await story.fills('sun', { flow: 'answer', item: 'HX-1', choice: 'approved' }, {})
    expect(flowsOf(now(answer))).toEqual(['report'])
  })

  it('T54 is drawn no more for whoever is none of its people any more', async () => {
    await story.says('zhao', '全公司都连不上VPN了')
    await story.says('zhao', '状态 HX-1')
    const answer = last('direct:zhao')
    await reorganise(story, moves('zhao', 'bluebird'))
    await story.presses('li', { flow: 'claim', item: 'HX-1' })
    expect(now(answer)).toEqual(answer)
  })
})
