import type { Receive } from '../../src/chat/adapter.ts'
import type { Asking, Inbound } from '../../src/chat/inbound.ts'
import type { Reply } from '../../src/chat/reply.ts'

/** The bot's ear as a test plays it, true to what `Receive` promises. */
export type Ear = {
  /** Everything that stands, in order. */
  readonly heard: Inbound[]
  /** The keys of acts that were promised to be carried out whatever becomes of this process. */
  readonly promised: string[]
  /** What has come and does not stand yet. */
  readonly came: Inbound[]
  /** What an act is answered; it may take as long as it likes. */
  reply: (inbound: Asking) => Reply | Promise<Reply>
  /** What must be so before anything stands; it rejects when the database is away. */
  before: () => Promise<void>
  /** Whether the database is away: the platform need not wait long to see it. */
  isAway: boolean
}

const done: Reply = { kind: 'done' }

const isAsking = (inbound: Inbound): inbound is Asking =>
  ['press', 'submit', 'command', 'adopt'].includes(inbound.kind)

/** An ear that keeps everything and answers every act with silence, until a test says otherwise. */
export const createEar = () => {
  const ear: Ear = {
    heard: [],
    promised: [],
    came: [],
    reply: () => done,
    before: async () => {},
    isAway: false,
  }
  const receive: Receive = async (inbound, stands) => {
    ear.came.push(inbound)
    if (ear.isAway) throw new Error('the database is away')
    await ear.before()
    ear.heard.push(inbound)
    stands?.(async () => void ear.promised.push(inbound.key))
    return isAsking(inbound) ? ear.reply(inbound) : done
  }
  return { ear, receive }
}

/** What was heard as the inbox counts it (`src/store/inbox.ts`): by its key, and what was said by its message too. */
export const counted = ({ heard }: Ear): readonly Inbound[] => {
  const seen = new Set<string>()
  return heard.filter((inbound) => {
    const { key, kind } = inbound
    const said = kind === 'message' ? `${inbound.message.conversation} ${inbound.message.message}` : key
    const isNew = !seen.has(key) && !seen.has(said)
    seen.add(key).add(said)
    return isNew
  })
}

/** The ear as at the start. */
export const clearEar = (ear: Ear): void => {
  for (const list of [ear.heard, ear.promised, ear.came]) list.length = 0
  ear.reply = () => done
  ear.before = async () => {}
  ear.isAway = false
}

/** Something that waits until it is let go. */
export const createGate = () => {
  let open = (): void => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open: (): void => open() }
}
