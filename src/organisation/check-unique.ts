import type { Account } from '../domain/people/directory.ts'
import type { Drafts, Finding } from './finding.ts'
import { folded } from './folded.ts'

type Claim = { readonly at: Finding['at']; readonly what: string }

/** Of several who claim the same thing, all but the first. */
const repeated = (claims: readonly Claim[], fix: string): readonly Finding[] => {
  const first = new Map<string, string>()
  return claims.flatMap(({ at, what }) => {
    const holder = first.get(folded(what))
    if (holder === undefined) first.set(folded(what), at[1])
    return holder === undefined ? [] : [{ at, reason: `${what} is stated for ${holder} already`, fix }]
  })
}

const place = ({ platform, team }: Omit<Account, 'user'>, id: string) => `\`${platform} ${team} ${id}\``

/** What only one may have: a ticket key, an account, a conversation. */
export const checkUnique = ({ customers, people, channels }: Drafts): readonly Finding[] => [
  ...repeated(
    [...customers].flatMap(([id, { key }]): readonly Claim[] =>
      key === undefined ? [] : [{ at: ['customers', id], what: `key \`${key}\`` }],
    ),
    'give each customer its own letters',
  ),
  ...repeated(
    [...people].flatMap(([id, { accounts = [] }]) =>
      accounts.map(
        (account): Claim => ({ at: ['people', id], what: `account ${place(account, account.user)}` }),
      ),
    ),
    'an account is one person’s: take it out here or there',
  ),
  ...repeated(
    [...channels].flatMap(([id, { platform, team, conversation }]): readonly Claim[] =>
      platform === undefined || team === undefined || conversation === undefined
        ? []
        : [{ at: ['channels', id], what: `conversation ${place({ platform, team }, conversation)}` }],
    ),
    'a conversation is one channel: take it out here or there',
  ),
]
