import { afterEach, expect, it, vi } from 'vitest'
import { card } from '../../src/chat/card.ts'
import { soon, squeezed } from './bench.ts'
import { createGate } from './ear.ts'
import { type Cannot, postOf, type Stage, sent } from './stage.ts'

const label = 'Claim'
const offer = card({
  summary: 'HX-7',
  blocks: [{ type: 'text', text: 'HX-7' }],
  buttons: [{ label, press: { flow: 'claim' }, style: 'normal' }],
})

/** The end of a process: what is in hand is ended, within bounds, and nothing is begun. */
export const stoppingContract = (start: () => Promise<Stage>, { hurry }: Cannot): void => {
  const stages: Stage[] = []
  const open = async (): Promise<Stage> => {
    const stage = await start()
    stages.push(stage)
    return stage
  }
  afterEach(async () => {
    vi.useRealTimers()
    for (const stage of stages.splice(0)) await stage.end()
  })

  const waits = async (isTold: boolean): Promise<void> => {
    const { adapter, ear, zhao, room } = await open()
    const on = sent(await adapter.post(room, postOf('offer', offer)))
    const gate = createGate()
    ear.reply = () => gate.opened.then(() => ({ kind: 'done', saying: 'HX-7 is yours' }))
    const pressing = zhao.presses(on, label)
    await soon(() => expect(ear.heard).toHaveLength(1))
    if (isTold) expect((await pressing).acknowledged).toBe(true)
    let stopped = false
    const stopping = adapter.stop().then(() => {
      stopped = true
    })
    await new Promise(setImmediate)
    expect(stopped).toBe(false)
    gate.open()
    await stopping
    expect((await pressing).acknowledged).toBe(true)
    await soon(() => expect(squeezed(zhao.alone())).toContain(squeezed('HX-7 is yours')))
  }

  it('waits for the act in hand, whose answer is still given', () => waits(false))

  const told = 'waits for the act in hand also when the platform was told that it arrived'
  if (hurry === undefined) it(told, () => waits(true))
  else it(`${told} (not here: ${hurry})`, async () => expect((await open()).hurries).toBeUndefined())

  it('hears nothing afterwards, and acknowledges nothing', async () => {
    const { adapter, ear, zhao, room } = await open()
    const on = sent(await adapter.post(room, postOf('offer', offer)))
    await zhao.reads(room)
    await adapter.stop()
    // Nobody is there; the platform need not wait long to see it.
    ear.isAway = true
    expect((await zhao.says(room, 'VPN down', 'toBot')).acknowledged).toBe(false)
    expect((await zhao.presses(on, label)).acknowledged).toBe(false)
    expect(ear.came).toEqual([])
  })

  it('ends also when an act in hand never does', async () => {
    const { adapter, ear, zhao, room } = await open()
    const on = sent(await adapter.post(room, postOf('offer', offer)))
    const never = createGate()
    ear.reply = () => never.opened.then(() => ({ kind: 'done' }))
    const pressing = zhao.presses(on, label)
    await soon(() => expect(ear.heard).toHaveLength(1))
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    let stopped = false
    const stopping = adapter.stop().then(() => {
      stopped = true
    })
    while (!stopped) {
      vi.advanceTimersByTime(100)
      await new Promise(setImmediate)
    }
    await stopping
    vi.useRealTimers()
    never.open()
    await pressing
  })

  it('is harmless before a start, and twice', async () => {
    const { adapter, another } = await open()
    await another().stop()
    await adapter.stop()
    await adapter.stop()
  })
}
