import type { PlaceStanding } from '../domain/people/claims.ts'
import type { Account, Conversation, Directory } from '../domain/people/directory.ts'

/** A directory as it stands at a seq; `head` is the hash of its last event. */
export type Known = { readonly seq: number; readonly head: string; readonly directory: Directory }

/** How much a supplier's directory holds. */
export type Tenant = { readonly supplier: string; readonly people: number; readonly customers: number }

/**
 * The suppliers' directories. Each is read for its own supplier's work and nobody else's, and again only when its seq moved:
 * a change by another process counts at the next read.
 */
export type Directories = {
  /** A supplier's; an empty one at seq 0 where there is none. */
  readonly of: (supplier: string) => Promise<Known>
  /** Those of several suppliers, by supplier, without those there are not. */
  readonly some: (suppliers: Iterable<string>) => Promise<ReadonlyMap<string, Directory>>
  /** The one that knows an account; undefined where none does. */
  readonly whose: (account: Account) => Promise<Directory | undefined>
  /** Which suppliers know a conversation, by any of its ids, and as what; whose room it is, or shall be, comes first. */
  readonly at: (
    conversation: Conversation,
  ) => Promise<readonly { readonly supplier: string; readonly standing: PlaceStanding }[]>
  /** Whose the first `most` accounts of a workspace are. */
  readonly on: (workspace: Pick<Account, 'platform' | 'team'>, most: number) => Promise<readonly string[]>
  /** Every supplier there is. */
  readonly tenants: () => Promise<readonly Tenant[]>
}
