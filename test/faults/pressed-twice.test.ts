import { describe, expect, it } from 'vitest'
import type { Reply } from '../../src/chat/reply.ts'
import { noRedis } from '../support/redis.ts'
import { reports } from './support/cast.ts'
import { curtain } from './support/curtain.ts'
import { attempt } from './support/person.ts'
import { onStage, type Running, type Scene } from './support/scene.ts'
import { until } from './support/truth.ts'

const rounds = 15

/** The same act, to each of these processes at the same moment, each time under the given key. */
const together = async (
  bots: readonly Running[],
  act: 'say' | 'press' | 'submit',
  bodies: readonly object[],
): Promise<readonly Reply['kind'][]> => {
  const answers = await Promise.all(
    bodies.map((body, index) => attempt(bots[index % bots.length]?.address ?? '', act, body)),
  )
  return answers.map((answer) => answer?.reply.kind ?? 'fault')
}

const claimed = async (on: Scene): Promise<string> => {
  const message = await reports(on, 'zhao')
  const id = await until('the report is a ticket', () => on.truth.ticketOf(message))
  await on.as('li').presses({ flow: 'claim', item: id })
  return id
}

describe.skipIf(noRedis)('with two replicas', () => {
  const { scene } = onStage()

  it('T03 the same message to both at once is one ticket with one receipt', async () => {
    const on = await scene()
    const bots = [await on.start(), await on.start()]
    for (let round = 0; round < rounds; round += 1) {
      const text = on.words('One laptop does not wake up any more')
      const said = { as: 'emma', conversation: 'direct:emma', key: `the-same-${round}`, text }
      expect(await together(bots, 'say', [said, said, said, said])).toEqual(['done', 'done', 'done', 'done'])
      const [message] = await on.truth.sql<{ id: string }>('select id from chat_message where text = $1', [
        text,
      ])
      on.acknowledged.said.push({ message: message?.id ?? '', types: ['ticket.reported'] })
      await until('it is a ticket', () => on.truth.ticketOf(message?.id ?? ''))
    }
    expect(await on.truth.count('chat_message where author is not null')).toBe(rounds)
    expect(await on.truth.count('inbox')).toBe(rounds)
    await curtain(on, bots)
    expect(await on.truth.count(`outbox where key like '%.reported.report_thread'`)).toBe(rounds)
  })

  it('T12 a button pressed twice, under one key or two, has one effect and each press a true answer', async () => {
    const on = await scene()
    const bots = [await on.start(), await on.start()]
    for (let round = 0; round < rounds; round += 1) {
      const message = await reports(on, 'zhao')
      const item = await until('the report is a ticket', () => on.truth.ticketOf(message))
      const press = (as: string, flow: string, key: string) => ({
        ...{ as, conversation: `direct:${as}`, key: `${flow}-${key}-${round}`, press: { flow, item } },
      })
      const claim = press('li', 'claim', 'once')
      const claims = [claim, claim, press('li', 'claim', 'twice'), press('wang', 'claim', 'other')]
      const [one, two, three, other] = await together(bots, 'press', claims)
      // Either li was first, by whichever of the three presses, or wang was.
      expect(
        [one, two, three].every((kind) => kind !== other),
        [one, two, three, other].join(),
      ).toBe(true)
      expect(await on.truth.happened(item, 'ticket.acknowledged')).toBe(1)

      const form = { flow: 'resolve', item }
      const values = { description: on.words('Replaced the part'), workaround: 'no' }
      const resolve = { as: 'li', conversation: 'direct:li', key: `resolve-once-${round}`, form, values }
      await together(bots, 'submit', [resolve, resolve])
      expect(await on.truth.happened(item, 'ticket.resolved')).toBe(1)
      const solved = press('zhao', 'confirm_solution', 'once')
      const solves = [
        solved,
        solved,
        press('zhao', 'confirm_solution', 'twice'),
        press('sun', 'confirm_solution', 'other'),
      ]
      expect(await together(bots, 'press', solves)).toEqual(['done', 'done', 'done', 'done'])
      expect(await on.truth.happened(item, 'ticket.solution_confirmed')).toBe(1)
      const close = press('chen', 'close', 'once')
      const closes = [close, close, press('chen', 'close', 'twice'), press('chen', 'close', 'again')]
      expect(await together(bots, 'press', closes)).toEqual(['done', 'done', 'done', 'done'])
      expect(await on.truth.happened(item, 'ticket.closed')).toBe(1)
    }
    await curtain(on, bots)
  })

  it('T12 a form sent twice under one key tells the customer once', async () => {
    const on = await scene()
    const bots = [await on.start(), await on.start()]
    const item = await claimed(on)
    for (let round = 0; round < rounds; round += 1) {
      const text = on.words('We found the cause')
      const form = { flow: 'update', item }
      const update = { as: 'li', conversation: 'direct:li', key: `update-${round}`, form, values: { text } }
      expect(await together(bots, 'submit', [update, update, update])).toEqual(['done', 'done', 'done'])
      on.acknowledged.done.push({ words: text, reply: 'done' })
    }
    await curtain(on, bots)
  })
})
