import type { Flow } from '../chat/flow.ts'
import type { Asking, Inbound } from '../chat/inbound.ts'
import type { Reply } from '../chat/reply.ts'
import { emptyDirectory } from '../domain/people/evolve-directory.ts'
import type { Language } from '../domain/people/sides.ts'
import type { Log } from '../process/log.ts'
import type { Notice } from '../store/change.ts'
import { texts } from '../text/texts.ts'
import { createInHand } from './in-hand.ts'
import { createInTurn } from './in-turn.ts'
import { isTimeFor } from './is-time-for.ts'
import { comesEarly } from './meaning/comes-early.ts'
import { stepOf } from './meaning/step-of.ts'
import { answerNotice, withTyped } from './reply/answer.ts'
import { answerPlace, asks, isPrivate } from './reply/answer-place.ts'
import { type Running, runStep } from './running/step.ts'
import { createFlood } from './speaker/flood.ts'
import { createHear } from './speaker/hear.ts'
import { placed } from './speaker/placed.ts'
import type { Speaking, Stranger } from './speaker/speaking.ts'
import { strangerReply, strangerSaying } from './speaker/stranger.ts'
import { createStrangerLog } from './speaker/stranger-log.ts'

/** How long a message may be worked on before another process takes it over. */
const leaseMs = 15_000
/** How much of what was said is worked on at once: a rush leaves the database to alarms, and to whoever says something next. */
const atOnce = 8

/**
 * The conversation side of the bot. Whatever comes is durable when `stands` is called, and worked on after that, here or,
 * should this process die, by another one (architecture decision 4). What is said needs no answer; an act that is asked
 * resolves with its reply. One that comes again because its first answer was lost is worked on unless it has had its
 * effect. Whatever comes twice has one effect.
 */
export const createApp = ({
  flows,
  log,
  reference,
  actsPerMinute,
  ...running
}: Running & {
  readonly flows: readonly Flow[]
  readonly log: Log
  readonly reference: () => string
  /** How much of one account is worked on in a minute. */
  readonly actsPerMinute: number
}) => {
  const { store, now } = running
  const hear = createHear({ ...running, flows, log })
  const flood = createFlood(now, actsPerMinute)
  const strangers = createStrangerLog({ log, now })
  const inTurn = createInTurn(atOnce)
  const { tracked, drain } = createInHand()

  const fault = (error: unknown, language: Language): Reply => {
    const id = reference()
    log.error('fault', { reference: id, error })
    return { kind: 'fault', saying: texts(language).app.fault(id), reference: id }
  }

  const work = async (id: string, heard: Inbound, isFirstTry: boolean): Promise<void> => {
    if (await comesEarly(running, heard, { isFirstTry })) return
    const found = await hear(heard)
    const { inbound, speaking, flows: open } = found
    if (typeof speaking === 'string') return stranger(id, found, speaking)
    const place = answerPlace(inbound)
    const notices = (reply: Reply): readonly Notice[] =>
      place === undefined
        ? []
        : answerNotice(reply, { inbox: id, place, ...speaking, side: speaking.audience })
    const step = await stepOf({ ...running, flows: open }, inbound, speaking)
    await runStep(running, step, { speaking, inbox: id, waits: false, notices })
  }

  const stranger = async (
    id: string,
    { inbound, where, directory }: Awaited<ReturnType<typeof hear>>,
    why: Stranger,
  ): Promise<void> => {
    strangers(inbound, why)
    const { saying, language } = strangerSaying(directory, where)
    // Said only to those who addressed the bot.
    const place = inbound.kind !== 'message' || inbound.addressed ? answerPlace(inbound) : undefined
    const to = place && { inbox: id, place, language, zone: 'UTC', side: 'customer' as const, directory }
    await store.commit([], { inbox: id, extra: to ? answerNotice({ kind: 'refuse', saying }, to) : [] })
  }

  const asked = async (id: string, heard: Asking): Promise<Reply> => {
    const { inbound, speaking, flows: open, where, directory } = await hear(heard)
    if (typeof speaking !== 'string') return answered(id, inbound, speaking, open)
    strangers(inbound, speaking)
    await store.inbox.answered(id)
    return strangerReply(store, directory, { ...where, act: inbound })
  }

  const answered = async (
    id: string,
    inbound: Asking,
    speaking: Speaking,
    open: readonly Flow[],
  ): Promise<Reply> => {
    try {
      const step = await stepOf({ ...running, flows: open }, inbound, speaking)
      const reply = await runStep(running, step, {
        ...{ speaking, inbox: id, waits: true, anew: inbound.kind === 'adopt' },
      })
      return { ...withTyped(reply, id, inbound), language: speaking.language, zone: speaking.zone }
    } catch (error) {
      // It may have gone through without our hearing of it. Only the inbox knows; who cannot be told now asks again.
      const { done } = await store.inbox.accept(inbound, now())
      return done ? { kind: 'done' } : fault(error, speaking.language)
    }
  }

  const whoSpeaks = async (inbound: Inbound) => {
    const directory = (await store.directories.whose(inbound.who)) ?? emptyDirectory
    const { speaking } = placed(flows, directory, inbound, { privately: isPrivate(inbound) })
    const language: Language = typeof speaking === 'string' ? 'en' : speaking.language
    return { directory, speaking, language }
  }

  /** What was done once is done, and nothing else; whoever sent the same form with other words since is told so. */
  const doneBefore = async (inbound: Inbound, saysElse: boolean): Promise<Reply> =>
    saysElse
      ? { kind: 'refuse', saying: texts((await whoSpeaks(inbound)).language).app.sentBefore }
      : { kind: 'done' }

  /** More than anybody works: an act is refused, what was said is left for later, and the person is told once a minute. */
  const slowed = async (id: string, inbound: Inbound): Promise<Reply> => {
    const { speaking, language } = await whoSpeaks(inbound)
    const reply: Reply = { kind: 'refuse', saying: texts(language).app.slower }
    if (asks(inbound)) {
      await store.inbox.answered(id)
      return reply
    }
    const place = answerPlace(inbound)
    // Talk between people is left alone also when there is much of it.
    const toUs = inbound.kind === 'message' && inbound.addressed
    if (toUs && typeof speaking !== 'string' && place !== undefined && flood.tells(inbound.who)) {
      log.warn('somebody does more than is worked on at once', { who: inbound.who })
      const to = { inbox: `${id}.slowed`, place, ...speaking, side: speaking.audience }
      await store.commit([], { extra: answerNotice(reply, to) })
    }
    return { kind: 'done' }
  }

  const attempt = (id: string, inbound: Inbound, isFirstTry: boolean): Promise<void> =>
    work(id, inbound, isFirstTry).catch((error) => {
      log.error('a message could not be worked on; it will be tried again', { inbox: id, error })
    })

  const recover = async (): Promise<void> => {
    // One at a time: what another crash takes with it is one message's try, not a whole page's.
    for (;;) {
      const [row] = await store.inbox.claim(now(), 1, leaseMs)
      if (row === undefined) return
      const { id, inbound, attempts } = row
      if (asks(inbound) && inbound.acknowledged !== true)
        await store.inbox.abandon(id, 'its process ended before it was answered')
      else if (isTimeFor(attempts)) await tracked(attempt(id, inbound, false))
    }
  }

  return {
    /**
     * Takes what a platform says; rejects only when it could not be made durable, so that the platform sends it again.
     * `stands` is called as soon as it is durable: from then on the platform may be told that it arrived.
     */
    receive: async (
      inbound: Inbound,
      stands: (promise: () => Promise<void>) => void = () => {},
    ): Promise<Reply> => {
      const { id, seen, done, saysElse } = await store.inbox.accept(inbound, now())
      stands(() => store.inbox.promise(id))
      // One that waits for a worker, as the web chat lays it, counts like any other.
      const admitted = (seen && (done || asks(inbound))) || flood.admits(inbound.who)
      if (!admitted) return tracked(slowed(id, inbound))
      // What became of a message somebody pointed at is said each time.
      if (asks(inbound))
        return done && inbound.kind !== 'adopt' ? doneBefore(inbound, saysElse) : tracked(asked(id, inbound))
      if (!seen) void tracked(inTurn(() => attempt(id, inbound, true)))
      else if (!done) void tracked(inTurn(recover)).catch((error) => log.debug('not taken up now', { error }))
      return { kind: 'done' }
    },

    /**
     * Works on what a process took in and did not end. An act whose platform was not told that it arrived is carried out
     * only when its person does it again.
     */
    recover,

    /** Waits for the work in hand, before the process ends. */
    drain,
  }
}
