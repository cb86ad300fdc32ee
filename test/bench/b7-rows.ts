import { card } from '../../src/chat/card.ts'
import type { Change, Notice } from '../../src/store/change.ts'

const at = Date.UTC(2026, 10, 23, 8)

const notice = (key: string): Notice => ({
  key,
  to: { kind: 'person', person: 'li', thread: false },
  role: 'engineer',
  side: 'supplier',
  about: 'ticket.progress_reported',
  card: card({
    title: 'HX-7 · The VPN of the whole office is down',
    blocks: [{ type: 'facts', facts: [{ label: 'Priority', value: 'P1' }] }],
    summary: 'HX-7: progress',
  }),
  language: 'en',
  zone: 'Asia/Shanghai',
  lane: 3,
})

/** One command's step as the bot makes it: two events, a state of some 2 kB, a next moment, two notices, a message. */
export const step = (item: string, expected: number, expectedHead?: string): Change => {
  const by = { kind: 'person', id: 'li', side: 'supplier', org: 'accord' } as const
  const text = 'The concentrator was restarted; half of the users are connected again. '
  const message = { platform: 'slack', team: 'T1', conversation: 'C1' } as const
  return {
    item,
    kind: 'ticket',
    expected,
    ...(expectedHead === undefined ? {} : { expectedHead }),
    events: [1, 2].map((part) => ({ type: 'ticket.progress_reported', at, by, text: text + part })),
    state: { id: item, fired: [], history: Array.from({ length: 20 }, (_, n) => `${n} ${text}`) },
    version: 1,
    index: {
      supplier: 'accord',
      customer: 'huaxin',
      open: true,
      status: 'in_progress',
      priority: 'P1',
      assignee: 'li',
      reporter: 'zhao',
      dueAt: at + expected,
      waitingFor: [],
    },
    nextDue: at + expected,
    notices: [notice(`${item}.${expected}.a`), notice(`${item}.${expected}.b`)],
    messages: [{ message: { ...message, message: `${item}.${expected}` }, side: 'customer', root: false }],
  }
}
