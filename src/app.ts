import { answerNotice } from './app/answer.ts'
import { message } from './app/message.ts'
import { press } from './app/press.ts'
import type { Speaking } from './app/speaking.ts'
import { speakingOf } from './app/speaking.ts'
import type { Running } from './app/step.ts'
import { runStep } from './app/step.ts'
import type { Flow, Step } from './chat/flow.ts'
import type { Inbound, Place } from './chat/inbound.ts'
import type { Reply } from './chat/reply.ts'
import type { Log } from './log.ts'
import type { Language } from './people/directory.ts'
import { languageOf, personByAccount } from './people/find.ts'
import { texts } from './text/texts.ts'

/** How long a message may be worked on before another process takes it over. */
const leaseMs = 15_000
/** One that failed so often is tried ever more seldom, each pause twice the one before: it is never given up (R1). */
const tries = 8

const isTimeFor = (attempts: number): boolean => attempts <= tries || Number.isInteger(Math.log2(attempts))

/** Where the answer to a message stands: beside it in private, in its thread in a room so that the room stays readable. */
const answerPlace = ({
  place,
  message: { message, thread },
}: Extract<Inbound, { kind: 'message' }>): Place => {
  const under = thread ?? (place.direct ? undefined : message)
  return { ...place, ...(under === undefined ? {} : { thread: under }) }
}

/**
 * The conversation side of the bot. A message, an edit or a deletion is durable when `receive` resolves, and worked on
 * after that, here or, should this process die, by another one (architecture decision 4). A press or a form resolves with
 * the reply; one that comes again because its first answer was lost is worked on unless it has had its effect. Whatever
 * comes twice has one effect.
 */
export const createApp = ({
  flows,
  log,
  reference,
  ...running
}: Running & { readonly flows: readonly Flow[]; readonly log: Log; readonly reference: () => string }) => {
  const { store, now } = running
  const working = new Set<Promise<unknown>>()

  const fault = (error: unknown, language: Language): Reply => {
    const id = reference()
    log.error('fault', { reference: id, error })
    return { kind: 'fault', saying: texts(language).app.fault(id), reference: id }
  }

  const written = async (inbound: Extract<Inbound, { kind: 'edit' | 'delete' }>): Promise<Step> => {
    const linked = await store.threads.find(inbound.message)
    if (linked === undefined) return { kind: 'order', orders: [] }
    const internal = linked.side === 'supplier'
    const { message: ref } = inbound
    const wish =
      inbound.kind === 'edit'
        ? ({ do: 'ticket.edit_message', text: inbound.text, message: ref, internal } as const)
        : ({ do: 'ticket.delete_message', message: ref, internal } as const)
    return { kind: 'order', orders: [{ item: linked.item, wish }] }
  }

  const work = async (id: string, inbound: Exclude<Inbound, { kind: 'press' | 'submit' }>): Promise<void> => {
    const { directory } = await store.directory()
    const speaking = speakingOf(directory, inbound, { privately: false })
    if (typeof speaking === 'string') return stranger(id, inbound, speaking)
    const step =
      inbound.kind === 'message'
        ? await message({ ...running, flows }, inbound, speaking)
        : await written(inbound)
    const notices = (reply: Reply) =>
      inbound.kind === 'message'
        ? answerNotice(reply, {
            inbox: id,
            place: answerPlace(inbound),
            ...speaking,
            side: speaking.audience,
          })
        : []
    await runStep(running, step, { speaking, inbox: id, waits: false, notices })
  }

  const stranger = async (
    id: string,
    inbound: Inbound,
    who: Extract<ReturnType<typeof speakingOf>, string>,
  ): Promise<void> => {
    const { directory } = await store.directory()
    const person = personByAccount(directory, inbound.who)
    log.warn('a stranger was heard', { who: inbound.who, why: who })
    // Nobody's language is known here: both are said, and only to those who addressed the bot.
    const languages: readonly Language[] =
      person === undefined ? ['zh-CN', 'en'] : [languageOf(directory, person)]
    const say = languages
      .map((language) => texts(language).app[who === 'unknown_person' ? 'unknownPerson' : 'unknownPlace'])
      .join('\n')
    const extra =
      inbound.kind === 'message' && inbound.addressed
        ? answerNotice(
            { kind: 'refuse', saying: say },
            {
              inbox: id,
              place: answerPlace(inbound),
              language: languages[0] ?? 'en',
              zone: 'UTC',
              side: 'customer',
            },
          )
        : []
    await store.commit([], { inbox: id, extra })
  }

  const pressed = async (
    id: string,
    inbound: Extract<Inbound, { kind: 'press' | 'submit' }>,
  ): Promise<Reply> => {
    const { directory } = await store.directory()
    const speaking = speakingOf(directory, inbound, { privately: true })
    if (typeof speaking !== 'string') return answered(id, inbound, speaking)
    log.warn('a stranger pressed', { who: inbound.who, why: speaking })
    await store.inbox.answered(id)
    const t = texts('en').app
    return { kind: 'refuse', saying: speaking === 'unknown_person' ? t.unknownPerson : t.unknownPlace }
  }

  const answered = async (
    id: string,
    inbound: Extract<Inbound, { kind: 'press' | 'submit' }>,
    speaking: Speaking,
  ): Promise<Reply> => {
    try {
      return await press({ ...running, flows }, inbound, speaking, id)
    } catch (error) {
      // It may have gone through without our hearing of it. Only the inbox knows; who cannot be told now asks again.
      const { done } = await store.inbox.accept(inbound, now())
      return done ? { kind: 'done' } : fault(error, speaking.language)
    }
  }

  const tracked = <Value>(promise: Promise<Value>): Promise<Value> => {
    working.add(promise)
    const done = () => working.delete(promise)
    promise.finally(done).catch(() => {})
    return promise
  }

  const attempt = (id: string, inbound: Exclude<Inbound, { kind: 'press' | 'submit' }>): Promise<void> =>
    tracked(work(id, inbound)).catch((error) => {
      log.error('a message could not be worked on; it will be tried again', { inbox: id, error })
    })

  return {
    /** Takes what a platform says; rejects only when it could not be made durable, so that the platform sends it again. */
    receive: async (inbound: Inbound): Promise<Reply> => {
      const { id, seen, done } = await store.inbox.accept(inbound, now())
      if (inbound.kind === 'press' || inbound.kind === 'submit')
        return done ? { kind: 'done' } : tracked(pressed(id, inbound))
      if (!seen) void attempt(id, inbound)
      return { kind: 'done' }
    },

    /** Works on messages whose process died or failed. A press is carried out late only when its person sends it again. */
    recover: async (): Promise<void> => {
      // One at a time: what another crash takes with it is one message's try, not a whole page's.
      for (;;) {
        const [row] = await store.inbox.claim(now(), 1, leaseMs)
        if (row === undefined) return
        const { id, inbound, attempts } = row
        if (inbound.kind === 'press' || inbound.kind === 'submit')
          await store.inbox.abandon(id, 'its process ended before it was answered')
        else if (isTimeFor(attempts)) await attempt(id, inbound)
      }
    },

    /** Waits for the work in hand, before the process ends. */
    drain: async (): Promise<void> => {
      await Promise.allSettled([...working])
    },
  }
}
