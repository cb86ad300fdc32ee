import { card } from '../../src/chat/card.ts'
import type { Inbound } from '../../src/chat/inbound.ts'
import type { AnyEvent } from '../../src/domain/item/reading.ts'
import type { MessageRef } from '../../src/domain/ticket/event.ts'
import type { Change, Notice } from '../../src/store/change.ts'
import type { Kinds } from '../../src/store/kinds.ts'
import type { Loaded } from '../../src/store/store.ts'

/** The moment all samples stand at: 2026-11-23T08:00Z. */
export const t0 = Date.UTC(2026, 10, 23, 8)
export const minute = 60_000

const zhao = { kind: 'person', id: 'zhao', side: 'customer', org: 'huaxin' } as const

/** The kinds of the samples, at the version their snapshots have. */
export const known: Kinds = {
  ticket: { version: 1, evolve: (_, event) => event },
  directory: { version: 1, evolve: (_, event) => event },
}

export const said = (text: string, at = t0): AnyEvent & { readonly text: string } => ({
  type: 'ticket.message_added',
  at,
  by: zhao,
  text,
})

/** The first change of a new item: one event, owned by nobody, due in a minute. */
export const begins = (item: string, parts: Partial<Change> = {}): Change => ({
  item,
  kind: 'ticket',
  expected: 0,
  events: [said(`report of ${item}`)],
  state: { id: item, said: 1 },
  version: 1,
  index: {
    ...{ supplier: 'accord', customer: 'huaxin', reporter: 'zhao' },
    ...{ open: true, status: 'new', dueAt: t0 + minute },
  },
  nextDue: t0 + minute,
  notices: [],
  messages: [],
  ...parts,
})

/** The next change of an item as it was loaded. */
export const continues = (loaded: Loaded, parts: Partial<Change> = {}): Change =>
  begins(loaded.id, {
    expected: loaded.seq,
    expectedHead: loaded.head,
    events: [said(`after ${loaded.seq}`)],
    state: { id: loaded.id, said: loaded.seq + 1 },
    ...parts,
  })

export const notice = (key: string, parts: Partial<Notice> = {}): Notice => ({
  key,
  to: { kind: 'person', person: 'li', thread: false },
  role: 'engineer',
  side: 'supplier',
  about: 'ticket.message_added',
  card: card({ summary: key }),
  language: 'en',
  zone: 'Asia/Shanghai',
  lane: 3,
  ...parts,
})

export const messageAt = (message: string, conversation = 'C1'): MessageRef => ({
  platform: 'slack',
  team: 'T1',
  conversation,
  message,
})

/** A message of zhao as the platform's event `key`. */
export const heard = (key: string, message: MessageRef, text = 'VPN is down'): Inbound => ({
  key,
  who: { platform: message.platform, team: message.team, user: 'U1' },
  place: { ...message, direct: false },
  at: t0,
  kind: 'message',
  text,
  message,
  addressed: true,
})
