import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { flows as conversations } from '../../flows/index.ts'
import type { Press } from '../../src/chat/card.ts'
import type { Values } from '../../src/chat/form.ts'
import type { Place } from '../../src/chat/inbound.ts'
import type { Reply } from '../../src/chat/reply.ts'
import type { FileRef } from '../../src/domain/ticket/event.ts'
import type { Ticket } from '../../src/domain/ticket/ticket.ts'
import { createBot } from '../../src/main/bot.ts'
import { readOrganisation } from '../../src/organisation/read-organisation.ts'
import { createLog } from '../../src/process/log.ts'
import { createStore } from '../../src/store/create-store.ts'
import { applyEntries } from '../../src/work/apply-entries.ts'
import { kinds as product } from '../../src/work/kinds.ts'
import { testDatabase } from './database.ts'
import type { Work } from './live-story.ts'
import { type Chat, recordingAdapter } from './recording-adapter.ts'
import { stillQueue } from './still-queue.ts'

const demo = join(import.meta.dirname, '../../manifest/organisation.demo.yaml')

/** Monday 2026-11-02 10:00 in Shanghai, 02:00 in London. */
export const morning = Date.UTC(2026, 10, 2, 2)

/**
 * The whole bot on a real PostgreSQL, with a clock that the test turns and a chat that records what it is told. People of
 * the demo organisation speak, press and fill in forms; `passes` lets time go by, waking what comes due on the way. `flat`:
 * its chat has no threads, and `thread` of what is said is the message it quotes.
 */
export const startStory = async ({
  flat = false,
  mentions = false,
  kinds = product,
  flows = conversations,
  organisation = demo,
  begin,
}: Chat &
  Work & {
    /** Whose people speak. */
    readonly organisation?: string
    /** Makes the database that it goes on with, organisation and all. */
    readonly begin?: (url: string) => Promise<void>
  } = {}) => {
  const database = await testDatabase({ empty: begin !== undefined })
  await begin?.(database.url)
  const problems: string[] = []
  const log = createLog({ level: 'warn', write: (line) => problems.push(line) })
  let at = morning
  // What was said before has its ids.
  let count = begin === undefined ? 0 : 1_000
  const now = () => at
  const store = await createStore({ url: database.url, kinds, now })
  const chat = recordingAdapter({ flat, mentions })
  const bot = createBot({
    store,
    kinds,
    queue: stillQueue,
    adapters: { web: chat.adapter },
    flows,
    now,
    reference: () => `ref-${count}`,
    log,
  })
  const read = readOrganisation(readFileSync(organisation, 'utf8'), organisation)
  if (!read.ok) throw new Error(JSON.stringify(read.no))
  if (begin === undefined) await applyEntries({ store, order: bot.order }, read.value.entries)

  const who = (user: string) => ({ platform: 'web', team: 'local', user }) as const
  const placeOf = (conversation: string, thread?: string): Place => ({
    platform: 'web',
    team: 'local',
    conversation,
    direct: conversation.startsWith('direct:'),
    ...(flat ? { flat } : {}),
    ...(thread === undefined ? {} : { thread }),
  })
  const settle = async (): Promise<void> => {
    await bot.app.drain()
    bot.deliver.kick()
    await bot.deliver.idle()
  }
  const receive = async (inbound: Parameters<typeof bot.app.receive>[0]): Promise<Reply> => {
    const reply = await bot.app.receive(inbound)
    await settle()
    return reply
  }

  const self = {
    url: database.url,
    store,
    kinds,
    bot,
    chat,
    problems,
    now,
    settle,
    /** A message of somebody, in their own conversation with the bot unless said otherwise. Returns its id. */
    async says(
      user: string,
      text: string,
      options: {
        readonly in?: string
        readonly thread?: string
        readonly addressed?: boolean
        readonly key?: string
        readonly files?: readonly FileRef[]
      } = {},
    ): Promise<string> {
      count += 1
      const message = options.key ?? `m${count}`
      const place = placeOf(options.in ?? `direct:${user}`, options.thread)
      const { platform, team, conversation, thread } = place
      const ref = { platform, team, conversation, message, ...(thread === undefined ? {} : { thread }) }
      const addressed = options.addressed ?? place.direct
      await receive({
        kind: 'message',
        key: message,
        who: who(user),
        place,
        at,
        text,
        message: ref,
        addressed,
        ...(options.files === undefined ? {} : { files: options.files }),
      })
      return message
    },
    /** Somebody edits a message of theirs, or deletes it when no text is given. */
    async changes(
      user: string,
      message: string,
      text: string | undefined,
      options: { readonly in: string; readonly thread?: string },
    ): Promise<void> {
      count += 1
      const place = placeOf(options.in, options.thread)
      const { platform, team, conversation } = place
      const ref = { platform, team, conversation, message }
      const common = { key: `c${count}`, who: who(user), place, at, message: ref }
      await receive(text === undefined ? { kind: 'delete', ...common } : { kind: 'edit', text, ...common })
    },
    /** A button of a card, as the platform would report it: again under the same key when its answer was lost. */
    async presses(user: string, press: Press, conversation = `direct:${user}`, key?: string): Promise<Reply> {
      count += 1
      return receive({
        kind: 'press',
        key: key ?? `k${count}`,
        who: who(user),
        place: placeOf(conversation),
        at,
        press,
      })
    },
    /** A form that comes back filled in. */
    async fills(
      user: string,
      form: {
        readonly flow: string
        readonly item?: string
        readonly seen?: number
        readonly choice?: string
      },
      values: Values,
      key?: string,
    ): Promise<Reply> {
      count += 1
      const place = placeOf(`direct:${user}`)
      return receive({ kind: 'submit', key: key ?? `k${count}`, who: who(user), place, at, form, values })
    },
    /** An act called on a message, whose words it begins with. */
    async pointsAt(
      user: string,
      press: Press,
      words: string,
      at: { readonly in: string; readonly thread: string },
    ): Promise<Reply> {
      count += 1
      const place = placeOf(at.in, at.thread)
      return receive({ kind: 'press', key: `k${count}`, who: who(user), place, at: now(), press, words })
    },
    /** A command, which stands nowhere as a message. */
    async commands(user: string, text: string, conversation = `direct:${user}`): Promise<Reply> {
      count += 1
      const place = placeOf(conversation)
      return receive({ kind: 'command', key: `k${count}`, who: who(user), place, at, text })
    },
    /** Somebody points at a message of `author`, so that it becomes a ticket. */
    async adopts(
      user: string,
      pointed: {
        readonly message: string
        readonly author: string
        readonly text: string
        readonly in: string
        readonly thread?: string
      },
    ): Promise<Reply> {
      const place = placeOf(pointed.in)
      const { platform, team, conversation } = place
      const { message, author, text, thread } = pointed
      const ref = { platform, team, conversation, message, ...(thread === undefined ? {} : { thread }) }
      const key = `adopt/${conversation}/${message}`
      const act = { key, who: who(user), place, at, text, message: ref, author: who(author) }
      return receive({ kind: 'adopt', ...act })
    },
    /** Time goes by; everything that comes due on the way happens at its moment. */
    async passes(ms: number): Promise<void> {
      const end = at + ms
      for (;;) {
        const [next] = await store.due.all(undefined, 1)
        if (next === undefined || next.nextDue > end) break
        at = Math.max(at, next.nextDue)
        await bot.sweep.soon()
        await settle()
      }
      at = end
      await settle()
    },
    /** Time goes by and nothing wakes: an outage. */
    sleeps(ms: number): void {
      at += ms
    },
    async ticket(id: string): Promise<Ticket> {
      const [loaded] = await store.load([id])
      if (loaded === undefined) throw new Error(`there is no ${id}`)
      return loaded.state as Ticket
    },
    async types(id: string): Promise<readonly string[]> {
      return (await store.events(id)).map(({ event }) => event.type)
    },
    /** What stands in a conversation, newest last. */
    posts: (conversation: string) => chat.posts.filter(({ place }) => place.conversation === conversation),
    /** Everything a conversation shows, as one text. */
    shown: (conversation: string) => JSON.stringify(self.posts(conversation).map(({ card }) => card)),
    async end(): Promise<void> {
      await bot.stop()
      await store.close()
      await database.drop()
    },
  }
  return self
}

/** A running story; see `startStory`. */
export type Story = Awaited<ReturnType<typeof startStory>>
