import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import type { Adapter, Post, Posted } from '../../src/chat/adapter.ts'
import { type Card, card } from '../../src/chat/card.ts'
import type { Inbound, Place } from '../../src/chat/inbound.ts'
import type { MessageRef } from '../../src/domain/ticket/event.ts'
import { clearEar } from './ear.ts'
import {
  type Ability,
  type Cannot,
  meansOf,
  type Over,
  type Player,
  postOf,
  type Stage,
  sent,
  type Where,
} from './stage.ts'

type Heard<Kind extends Inbound['kind']> = Extract<Inbound, { readonly kind: Kind }>

/** Waits for what a platform shows in its own time. */
export const soon = <Value>(look: () => Value | Promise<Value>): Promise<Value> =>
  vi.waitFor(look, { timeout: 60_000, interval: 5 })

/** Text as it can be looked for: line ends and spaces may move where a message is cut. */
export const squeezed = (text: string): string => text.replaceAll(/\s/g, '')

/** A card of plain words. */
export const saying = (words: string): Card =>
  card({ summary: words, blocks: [{ type: 'text', text: words }] })

/** One running stage for the tests of an adapter, and what many of them do. */
export const createBench = (start: () => Promise<Stage>, cannot: Cannot) => {
  let running: Stage | undefined
  let made = 0
  const troubles: Over[] = []
  const stage = (): Stage => {
    if (running === undefined) throw new Error('the stage is not up')
    return running
  }

  beforeAll(async () => {
    running = await start()
  })
  afterEach(async () => {
    for (const over of troubles.splice(0)) over()
    clearEar(stage().ear)
    for (const player of [stage().zhao, stage().li]) await player.leaves()
  })
  afterAll(async () => {
    const complaints = running?.complaints()
    await running?.end()
    expect(complaints).toEqual([])
  })

  /** Words that stand nowhere yet. */
  const fresh = (words: string): string => `${words} (${++made})`

  /** The messages in a conversation in which these words can be read. */
  const reading = async (player: Player, where: Where, words: string) =>
    (await player.reads(where)).filter(({ text }) => squeezed(text).includes(squeezed(words)))

  /** Does it as the sender does: when it is asked to wait, it waits and tries again. */
  const patiently = async (act: () => Promise<Posted>): Promise<MessageRef> => {
    const ended = await act()
    if (ended.outcome !== 'wait') return sent(ended)
    stage().passes(ended.retryAfter)
    return patiently(act)
  }
  const puts = (place: Place, post: Post, by: Adapter = stage().adapter) =>
    patiently(() => by.post(place, post))
  const redraws = (at: MessageRef, post: Post, by: Adapter = stage().adapter) =>
    patiently(() => by.update(at, post))

  return {
    stage,
    fresh,
    reading,
    /** A test of what not every platform can. One that cannot says why, and must not be able to. */
    can: (ability: Ability, title: string, test: () => Promise<void>): void => {
      const why = cannot[ability]
      const means = meansOf[ability]
      if (why === undefined)
        it(title, async () => {
          if (means !== undefined) expect(means(stage())).toBeDefined()
          await test()
        })
      else
        it(`${title} (not here: ${why})`, () => {
          expect(why.length).toBeGreaterThan(20)
          expect(means?.(stage())).toBeUndefined()
        })
    },
    /** Begins a trouble; it ends when it is told to, and with its test. */
    trouble: (begin: (() => Over) | undefined): Over => {
      if (begin === undefined) throw new Error('there is no such trouble here')
      const over = begin()
      troubles.push(over)
      return over
    },
    /** What was heard of this kind, the last of it. */
    last: <Kind extends Inbound['kind']>(kind: Kind): Heard<Kind> => {
      const found = stage().ear.heard.findLast((one): one is Heard<Kind> => one.kind === kind)
      if (found === undefined) throw new Error(`no ${kind} was heard`)
      return found
    },
    puts,
    redraws,
    /** Posts plain words. */
    posts: (place: Place, words: string): Promise<MessageRef> =>
      puts(place, postOf(fresh('post'), saying(words))),
    /** Posts a card with a button that means this. */
    offers: async (press: Heard<'press'>['press'], place: Place = stage().room) => {
      const label = fresh('Press')
      const drawn = card({
        summary: label,
        blocks: [{ type: 'text', text: 'HX-7' }],
        buttons: [{ label, press, style: 'normal' }],
      })
      return { label, on: await puts(place, postOf(fresh('post'), drawn)) }
    },
    /** Waits until a person is told this alone; the other one must not be. */
    toldAlone: async (words: string): Promise<void> => {
      const { zhao, li, room } = stage()
      await soon(() => expect(squeezed(zhao.alone())).toContain(squeezed(words)))
      expect(li.form()).toBeUndefined()
      expect(squeezed(li.alone())).not.toContain(squeezed(words))
      expect(await reading(li, room, words)).toEqual([])
    },
    /** Waits until a person has a form open on which this can be read; the other one has none. */
    formShows: async (words: string): Promise<void> => {
      const { zhao, li, room } = stage()
      await soon(() => expect(squeezed(zhao.form() ?? '')).toContain(squeezed(words)))
      expect(li.form()).toBeUndefined()
      expect(await reading(li, room, words)).toEqual([])
    },
  }
}

/** The stage of one adapter's tests. */
export type Bench = ReturnType<typeof createBench>
