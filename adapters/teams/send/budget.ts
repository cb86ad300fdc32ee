import { longest, pauseAfter, waitFor } from './rates.ts'

type Place = { readonly team: string; readonly conversation: string }

/** `sent`: when calls went, oldest first. `until`: Teams asked to wait. `refusals`: how often in a row it did. */
type Account = { sent: readonly number[]; until: number; refusals: number }

/** Of more conversations than these, those that nothing counts in any more are forgotten, now and then. */
const most = 5_000
const tidyMs = 60_000

/**
 * What may be sent in a conversation: Teams counts messages and updates together. A budget of this process; another one has
 * its own, and Teams has the last word.
 */
export const createBudget = (clock: () => number) => {
  const accounts = new Map<string, Account>()
  let tidiedAt = 0

  const tidy = (): void => {
    if (accounts.size < most || clock() - tidiedAt < tidyMs) return
    tidiedAt = clock()
    for (const [name, { sent, until }] of accounts)
      if (Math.max(until, (sent.at(-1) ?? 0) + longest) <= clock()) accounts.delete(name)
  }

  const accountOf = ({ team, conversation }: Place): Account => {
    const name = `${team} ${conversation}`
    const known = accounts.get(name)
    if (known !== undefined) return known
    tidy()
    const account = { sent: [], until: 0, refusals: 0 }
    accounts.set(name, account)
    return account
  }

  const countIn = (account: Account, now: number): void => {
    account.sent = [...account.sent.filter((at) => now - at < longest), now]
  }

  return {
    /** 0: one call may go now, and it is counted. Else how long until one may, ms. */
    take: (place: Place): number => {
      const account = accountOf(place)
      const now = clock()
      const wait = Math.max(account.until - now, waitFor(account.sent, now))
      if (wait <= 0) countIn(account, now)
      return Math.max(wait, 0)
    },
    /** One goes now, whether it may or not. */
    count: (place: Place): void => countIn(accountOf(place), clock()),
    /** Teams asked to wait; how long nothing goes there, ms. */
    refused: (place: Place, dice: number, retryAfter?: number): number => {
      const account = accountOf(place)
      account.refusals += 1
      const pause = pauseAfter(account.refusals, dice, retryAfter)
      account.until = clock() + pause
      return pause
    },
    works: (place: Place): void => {
      accountOf(place).refusals = 0
    },
  }
}

/** What keeps to the rates of Teams. */
export type Budget = ReturnType<typeof createBudget>
