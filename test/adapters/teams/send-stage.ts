import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { Unreachable } from '../../../adapters/teams/parts.ts'
import { createBudget } from '../../../adapters/teams/send/budget.ts'
import { createDirect } from '../../../adapters/teams/send/direct.ts'
import { createFind } from '../../../adapters/teams/send/find.ts'
import { createPostCard, createRedrawCard } from '../../../adapters/teams/send/message-alone.ts'
import { createNotices } from '../../../adapters/teams/send/notices.ts'
import { createPost } from '../../../adapters/teams/send/posting.ts'
import { createUpdate } from '../../../adapters/teams/send/redraw.ts'
import type { Sending } from '../../../adapters/teams/send/sending.ts'
import type { Post } from '../../../src/chat/adapter.ts'
import { type Card, card } from '../../../src/chat/card.ts'
import type { Place } from '../../../src/chat/inbound.ts'
import { createStore } from '../../../src/store/create-store.ts'
import { createPool } from '../../../src/store/pool.ts'
import { createPosts } from '../../../src/store/posts.ts'
import { createReferences } from '../../../src/store/references.ts'
import { createSql } from '../../../src/store/sql.ts'
import { testDatabase } from '../../support/database.ts'
import { sendPort } from './send-port.ts'

export const tenant = 'tenant-1'
export const service = 'https://smba.example/emea/'
export const channelId = '19:ops@thread.tacv2'
export const groupId = '19:group@thread.v2'
export const anna = 'anna-aad'

export const channel: Place = { platform: 'teams', team: tenant, conversation: channelId, direct: false }
export const account = (user: string) => ({ platform: 'teams', team: tenant, user }) as const

export const shortCard = (flow = 'claim'): Card =>
  card({
    title: 'HX-1',
    summary: 'HX-1',
    blocks: [{ type: 'text', text: 'VPN down' }],
    buttons: [{ label: 'Do it', press: { flow }, style: 'normal' }],
  })

/** A card that needs several messages: about 2 kB in each paragraph. */
export const longCard = (paragraphs: number): Card =>
  card({
    title: 'HX-1',
    summary: 'HX-1',
    blocks: Array.from({ length: paragraphs }, (_, index) => ({
      type: 'text',
      text: `begin ${index} ${'x'.repeat(1_900)} end ${index}`,
    })),
    buttons: [{ label: 'Do it', press: { flow: 'claim' }, style: 'normal' }],
  })

export const postOf = (key: string, shown = shortCard(), more: Partial<Post> = {}): Post => ({
  key,
  card: shown,
  language: 'en',
  zone: 'UTC',
  ...more,
})

/** What the stages of a test file share: a real database, which is the slow part. */
const shared = async () => {
  const database = await testDatabase()
  const store = await createStore({ url: database.url, kinds: {} })
  const pool = createPool({ url: database.url, max: 2 })
  return {
    store,
    sql: createSql(pool),
    clear: () => pool.query('truncate reference, post'),
    end: async (): Promise<void> => {
      await store.close()
      await pool.end()
      await database.drop()
    },
  }
}

type Shared = Awaited<ReturnType<typeof shared>>

/** The sending side over a recorded Teams, with a clock the test turns. */
const sendStage = async ({ store, sql, clear }: Shared) => {
  await clear()
  let at = 1_780_000_000_000
  let isAway = false
  const clock = () => at
  const teams = sendPort(clock)
  const warned: string[] = []
  const faults: string[] = []
  const unreachable: Unreachable[] = []

  /** A process: what it remembers is its own, Teams and the database are shared. */
  const process = () => {
    const asked: typeof sql = (...statement) =>
      isAway ? Promise.reject(new Error('the database is away')) : sql(...statement)
    const sending: Sending = {
      port: teams.port,
      references: createReferences(asked, store.onCommit),
      posts: createPosts(asked),
      budget: createBudget(clock),
      notices: createNotices((line) => void warned.push(line)),
      clock,
      dice: () => 0.5,
      onFault: (line) => void faults.push(line),
      onUnreachable: async (one) => void unreachable.push(one),
    }
    return {
      ...sending,
      direct: createDirect(sending),
      post: createPost(sending),
      update: createUpdate(sending),
      find: createFind(sending),
      postCard: createPostCard(sending),
      redrawCard: createRedrawCard(sending),
    }
  }
  const first = process()
  await first.references.seen({
    team: tenant,
    conversation: channelId,
    kind: 'channel',
    serviceUrl: service,
    seenAt: at,
  })
  return {
    ...first,
    teams,
    warned,
    faults,
    unreachable,
    now: clock,
    /** Another process. */
    other: process,
    passes: (ms: number): void => {
      at += ms
    },
    /** The database does not answer from now on, or does again. */
    away: (away: boolean): void => {
      isAway = away
    },
  }
}

/** A stage for each test of a file. Call it at its top; use the stage inside `it`. */
export const withSendStage = () => {
  let all: Shared | undefined
  let stage: Awaited<ReturnType<typeof sendStage>> | undefined
  beforeAll(async () => {
    all = await shared()
  })
  beforeEach(async () => {
    if (all !== undefined) stage = await sendStage(all)
  })
  afterAll(() => all?.end())
  return () => {
    if (stage === undefined) throw new Error('The stage is set before each test, not earlier')
    return stage
  }
}
