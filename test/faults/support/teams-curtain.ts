import { expect } from 'vitest'
import type { TicketEvent } from '../../../src/domain/ticket/event.ts'
import { inside } from './cast.ts'
import { checkInvariants } from './invariants.ts'
import type { Running } from './scene.ts'
import type { TeamsScene } from './teams-scene.ts'
import { teamsScreens } from './teams-screens.ts'
import { until } from './truth.ts'

/**
 * The end of a story on Teams: what is in hand is finished, the bots go down as they should, and all the invariants hold
 * over everything that happened, with Teams' conversations as the screen. Returns the events of all tickets.
 */
export const teamsCurtain = async (
  { truth, acknowledged, teams }: TeamsScene,
  bots: readonly Running[],
  { faults = 'none' }: { readonly faults?: 'none' | 'expected' } = {},
): Promise<readonly TicketEvent[]> => {
  await until('nothing is in hand any more', truth.isQuiet)
  for (const bot of bots) {
    expect(await bot.end('SIGTERM'), bot.log()).toBe(0)
    if (faults === 'none') expect(bot.log(), 'no fault was met').not.toMatch(/ error /)
  }
  expect(teams.problems()).toEqual([])
  return checkInvariants(truth, acknowledged, inside, teamsScreens(teams, truth))
}
