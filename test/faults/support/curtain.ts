import { expect } from 'vitest'
import type { TicketEvent } from '../../../src/domain/ticket/event.ts'
import type { Ticket } from '../../../src/domain/ticket/ticket.ts'
import { fills, inside } from './cast.ts'
import { checkInvariants } from './invariants.ts'
import type { Running, Scene } from './scene.ts'
import { until } from './truth.ts'

/** Brings what still runs to an end that both parties may bring about, so that nothing becomes due any more. */
const endAll = async (scene: Scene): Promise<void> => {
  const { truth, words, as } = scene
  const open = await truth.sql<{ id: string; state: Ticket }>(
    `select id, state from items where kind = 'ticket' and open`,
  )
  for (const { id, state } of open) {
    if (state.status === 'resolved') {
      await as(state.reporter).presses({ flow: 'confirm_solution', item: id })
      await as('chen').presses({ flow: 'close', item: id })
    } else {
      const text = words('It went away by itself')
      await fills(scene, state.reporter, { flow: 'cancel', item: id }, { text }, text)
    }
  }
}

/**
 * The end of a test's story: every ticket is ended, what is in hand is finished, the bots go down as they should, and all
 * the invariants hold over everything that happened. Returns the events of all tickets.
 */
export const curtain = async (
  scene: Scene,
  bots: readonly Running[],
  { faults = 'none' }: { readonly faults?: 'none' | 'expected' } = {},
): Promise<readonly TicketEvent[]> => {
  await endAll(scene)
  await until('nothing is in hand any more', scene.truth.isQuiet)
  for (const bot of bots) {
    expect(await bot.end('SIGTERM'), bot.log()).toBe(0)
    if (faults === 'none') expect(bot.log(), 'no fault was met').not.toMatch(/ error /)
  }
  return checkInvariants(scene.truth, scene.acknowledged, inside)
}
