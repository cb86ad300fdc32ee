import type { Directory } from '../../../src/domain/people/directory.ts'

/** What stands in the chats, whichever they are. */
export type Screens = {
  /** How often each notice stands, by its id in the outbox. */
  readonly standing: () => Promise<ReadonlyMap<string, number>>
  /** Everything that the people of a customer can read. */
  readonly shownTo: (customer: string, directory: Directory) => Promise<readonly string[]>
}
