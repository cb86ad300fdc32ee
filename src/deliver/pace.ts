import type { Act, Adapter } from '../chat/adapter.ts'
import type { Place } from '../chat/inbound.ts'
import type { Instant } from '../domain/calendar/calendar.ts'
import { createLine, type Line } from './line.ts'

/** What is done where, and what its platform allows. */
export type Going = {
  readonly act: Act
  readonly to: Pick<Place, 'platform' | 'team' | 'conversation'>
  readonly limits: Pick<Adapter, 'pace' | 'rates'>
}

/** What is sent and drawn, kept as far apart as its platform asks: in one conversation, and by one act in a workspace. */
export type Pace = {
  /**
   * 0: `key` may go now, and the moment is taken. Else how long until its turn, ms: others come one by one in the order
   * they asked, an alarm (lane 1) at the next moment.
   */
  readonly take: (going: Going, lane: number, key: string) => number
  /**
   * The platform itself asked to wait. `everywhere`: not there alone but with this act in the whole workspace, whose alarms
   * still go elsewhere, until one of them is told the same.
   */
  readonly hold: (going: Going, ms: number, lane: number, everywhere: boolean) => void
}

/** More lines than these are not remembered; what is forgotten is asked to wait by the platform at worst. */
const most = 10_000

/**
 * A pace of this process. Another process keeps its own, so together they may be asked to wait by the platform, whose word
 * counts (architecture decision 5).
 */
export const createPace = (now: () => Instant): Pace => {
  const lines = new Map<string, Line>()

  const line = (key: string, make: () => Line): Line => {
    const known = lines.get(key)
    if (known !== undefined) return known
    if (lines.size >= most) for (const [other, { isIdle }] of lines) if (isIdle(now())) lines.delete(other)
    const made = make()
    lines.set(key, made)
    return made
  }

  const there = ({ act, to: { platform, team, conversation }, limits: { pace = 0 } }: Going): Line =>
    line(`${act} ${platform} ${team} ${conversation}`, () => createLine(pace))

  const everywhere = ({ act, to: { platform, team }, limits: { rates } }: Going): Line | undefined => {
    const rate = rates?.[act]
    return (
      rate &&
      line(`${act} ${platform} ${team}`, () =>
        // Whole ms, for turns are kept as instants; rounded up, for rather a little later than more than is allowed.
        createLine(Math.ceil(rate.within / (rate.most - rate.atOnce)), {
          most: rate.atOnce,
          alarms: 'at once',
        }),
      )
    )
  }

  return {
    take: (going, lane, key) => {
      const ways = [...(going.limits.pace === undefined ? [] : [there(going)]), everywhere(going)].filter(
        (way) => way !== undefined,
      )
      const at = now()
      const wait = Math.max(0, ...ways.map((way) => way.wait(at, lane, key)))
      if (wait === 0) for (const way of ways) way.goes(at, key)
      return wait
    },
    hold: (going, ms, lane, isEverywhere) => {
      const at = now()
      there(going).hold(at, ms, 'all')
      if (isEverywhere) everywhere(going)?.hold(at, ms, lane === 1 ? 'all' : 'others')
    },
  }
}
