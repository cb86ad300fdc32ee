import type { Directory } from '../../../src/domain/people/directory.ts'

/** What stands in the chats, whichever they are. */
export type Screens = {
  /** Where each notice stands, by its id in the outbox: `conversation message`, as often as it does. */
  readonly standing: () => Promise<ReadonlyMap<string, readonly string[]>>
  /** Everything that the people of a customer can read. */
  readonly shownTo: (customer: string, directory: Directory) => Promise<readonly string[]>
}
