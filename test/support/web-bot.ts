import type { Adapter } from '../../src/chat/adapter.ts'
import type { Button, Card } from '../../src/chat/card.ts'
import { card } from '../../src/chat/card.ts'
import type { Inbound } from '../../src/chat/inbound.ts'
import type { Reply } from '../../src/chat/reply.ts'
import type { MessageRef } from '../../src/domain/ticket/event.ts'

const minute = 60_000

const button = (label: string, flow: string, style: Button['style'] = 'normal'): Button => ({
  label,
  press: { flow, item: 'HX-7', seen: 3 },
  style,
})

const words = {
  en: {
    title: 'HX-7 · VPN down at the whole office',
    receipt: 'HX-7 was accepted. First answer by 14:15, solved by 18:00.',
    facts: ['Category', 'Network', 'Priority', 'P1 (suggested: “whole office”)', 'Status', 'new'],
    response: 'First response',
    solution: 'Resolution',
    left: '1 minute left of 2, due 14:15',
    quote: 'Our VPN has been down for the whole office since nine',
    note: 'Who is affected, and is there a workaround? Just answer here.',
    solved: 'Solved',
    notSolved: 'Not solved',
    more: 'More',
  },
  zh: {
    title: 'HX-7 · 全公司连不上VPN',
    receipt: 'HX-7 已受理。14:15 前首次响应，18:00 前解决。',
    facts: ['类别', '网络', '优先级', 'P1（建议：“全公司”）', '状态', '新建'],
    response: '首次响应',
    solution: '解决',
    left: '剩余 1 分钟（共 2 分钟），截止 14:15',
    quote: '全公司都连不上VPN了',
    note: '影响到哪些人？有没有临时办法？直接在这里回复即可。',
    solved: '已解决',
    notSolved: '未解决',
    more: '更多',
  },
} as const

/** A ticket's card as the product might draw it, with every block of the vocabulary. */
export const ticketCard = (language: keyof typeof words, now: number, changes: Partial<Card> = {}): Card => {
  const w = words[language]
  const [a = '', b = '', c = '', d = '', e = '', f = ''] = w.facts
  const bar = { type: 'bar' as const, text: w.left, asOf: now }
  return card({
    title: w.title,
    summary: w.receipt,
    tone: 'info',
    blocks: [
      { type: 'text', text: w.receipt },
      {
        type: 'facts',
        facts: [
          { label: a, value: b },
          { label: c, value: d },
          { label: e, value: f },
        ],
      },
      {
        ...bar,
        label: w.response,
        state: 'running',
        budget: 2 * minute,
        used: minute,
        dueAt: now + minute,
      },
      { ...bar, label: w.solution, state: 'paused', budget: 240 * minute, used: 30 * minute },
      { type: 'quote', text: w.quote, by: 'Zhao Min' },
      { type: 'divider' },
      { type: 'note', text: w.note },
    ],
    buttons: [
      button(w.solved, 'done', 'primary'),
      button(w.notSolved, 'form', 'danger'),
      button(w.more, 'list'),
    ],
    ...changes,
  })
}

const listCard = card({
  title: 'Open work',
  summary: 'Two tickets are open',
  blocks: [
    {
      type: 'table',
      columns: ['Number', 'Title', 'Left'],
      rows: [
        { cells: ['HX-7', 'VPN down at the whole office', '1 min'], button: button('Claim', 'claim') },
        { cells: ['HX-9', '打印机卡纸', '3 h 20 min'], button: button('Open', 'done') },
      ],
    },
  ],
  buttons: [button('Show again', 'list')],
})

const reasonForm = (item: string): Reply => ({
  kind: 'ask',
  form: {
    flow: 'reason',
    item,
    title: 'What is not solved?',
    intro: 'The engineer reads this and goes on working.',
    submit: 'Send back',
    fields: [
      { kind: 'paragraph', name: 'reason', label: 'What still fails', max: 2_000, hint: 'In your own words' },
      {
        kind: 'choice',
        name: 'impact',
        label: 'Who is affected',
        choices: [
          { id: 'all', label: 'Everybody', hint: 'core business stands still' },
          { id: 'one', label: 'One person' },
        ],
      },
      { kind: 'person', name: 'person', label: 'Whom to ask', people: [{ id: 'li', label: 'Li Wei' }] },
      { kind: 'moment', name: 'since', label: 'Since when', zone: 'Asia/Shanghai', optional: true },
      { kind: 'line', name: 'room', label: 'Room', max: 80, optional: true },
    ],
  },
})

/** The remote end of the web chat in its tests: it hears everything, answers by rote, and keeps what it heard. */
export const createWebBot = (adapter: () => Adapter, clock: () => number) => {
  const heard: Inbound[] = []
  const keys = new Set<string>()
  const cards = new Map<string, MessageRef>()
  let held: Promise<void> = Promise.resolve()

  const answer = async (inbound: Extract<Inbound, { kind: 'message' }>) => {
    const isChinese = /\p{Script=Han}/u.test(inbound.text)
    const language = isChinese ? 'zh' : 'en'
    const thread = inbound.place.thread ?? inbound.message.message
    const posted = await adapter().post(
      { ...inbound.place, thread },
      {
        key: `answer ${inbound.key}`,
        card: ticketCard(language, clock()),
        language: isChinese ? 'zh-CN' : 'en',
        zone: 'Asia/Shanghai',
      },
    )
    if (posted.outcome === 'sent') cards.set(posted.message.conversation, posted.message)
  }

  const reply = async (flow: string): Promise<Reply> => {
    switch (flow) {
      case 'done':
        return { kind: 'done', saying: 'Thank you, noted.' }
      case 'form':
        return reasonForm('HX-7')
      case 'list':
        return { kind: 'show', card: listCard }
      case 'claim':
        return { kind: 'refuse', saying: 'Li Wei has it since 14:02. Nothing was changed.' }
      case 'status':
        return { kind: 'show', card: ticketCard('en', clock(), { title: 'HX-7 as it stands', buttons: [] }) }
      case 'prefer_language':
        return { kind: 'done' }
      default:
        return { kind: 'fault', saying: 'That failed on our side.', reference: 'F-42' }
    }
  }

  const receive = async (inbound: Inbound): Promise<Reply> => {
    const again = keys.has(inbound.key)
    keys.add(inbound.key)
    if (!again) heard.push(inbound)
    await held
    if (inbound.kind === 'press') return reply(inbound.press.flow)
    if (inbound.kind === 'submit')
      return (inbound.values.reason ?? '').length < 10
        ? { kind: 'amend', problems: [{ field: 'reason', message: 'Please say a little more.' }] }
        : { kind: 'done', saying: 'Sent back to Li Wei.' }
    if (inbound.kind === 'message' && inbound.addressed && !again) await answer(inbound)
    return { kind: 'done' }
  }

  /** Answers nothing before that has come true. */
  const hold = (until: Promise<void>): void => {
    held = until
  }
  return { receive, heard, cards, hold }
}
