import { expect } from 'vitest'
import type { TicketEvent } from '../../../src/domain/ticket/event.ts'
import { inside } from './cast.ts'
import { checkInvariants } from './invariants.ts'
import type { Running } from './scene.ts'
import type { SlackScene } from './slack-scene.ts'
import { slackScreens } from './slack-screens.ts'
import { until } from './truth.ts'

/**
 * The end of a story on Slack: what is in hand is finished, the bots go down as they should, and all the invariants hold
 * over everything that happened, with Slack's channels as the screen. Returns the events of all tickets.
 */
export const slackCurtain = async (
  { truth, acknowledged, slack }: SlackScene,
  bots: readonly Running[],
  { faults = 'none' }: { readonly faults?: 'none' | 'expected' } = {},
): Promise<readonly TicketEvent[]> => {
  await until('nothing is in hand any more', truth.isQuiet)
  for (const bot of bots) {
    expect(await bot.end('SIGTERM'), bot.log()).toBe(0)
    if (faults === 'none') expect(bot.log(), 'no fault was met').not.toMatch(/ error /)
  }
  return checkInvariants(truth, acknowledged, inside, slackScreens(slack))
}
