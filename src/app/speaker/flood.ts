import type { Instant } from '../../domain/calendar/calendar.ts'
import type { Account } from '../../domain/people/directory.ts'

const minute = 60_000
/** More accounts than these are not remembered; the quietest are forgotten first. */
const most = 10_000

/** How much one account may do at once, beyond which it does `perMinute` at most. */
const burstOf = (perMinute: number): number => 2 * perMinute

/**
 * Keeps one account from taking the time of all others (T70). `admits` is false while an account does more than anybody
 * works; `tells` is true for the first refusal of a minute, so that the notice is no flood itself. Each process counts for
 * itself.
 */
export const createFlood = (now: () => Instant, perMinute: number) => {
  const burst = burstOf(perMinute)
  const accounts = new Map<string, { left: number; at: Instant; toldAt: Instant }>()

  const stateOf = ({ platform, team, user }: Account) => {
    const key = `${platform} ${team} ${user}`
    const state = accounts.get(key) ?? { left: burst, at: now(), toldAt: -minute }
    // The map keeps the order of last use.
    accounts.delete(key)
    accounts.set(key, state)
    if (accounts.size > most) for (const oldest of accounts.keys()) return forget(oldest, state)
    return state
  }
  const forget = <State>(key: string, state: State): State => {
    accounts.delete(key)
    return state
  }

  return {
    admits: (who: Account): boolean => {
      const state = stateOf(who)
      state.left = Math.min(burst, state.left + ((now() - state.at) * perMinute) / minute)
      state.at = now()
      if (state.left < 1) return false
      state.left -= 1
      return true
    },
    tells: (who: Account): boolean => {
      const state = stateOf(who)
      if (now() - state.toldAt < minute) return false
      state.toldAt = now()
      return true
    },
  }
}
