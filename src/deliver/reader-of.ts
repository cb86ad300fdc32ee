import type { Belonging } from '../domain/item/belonging.ts'
import type { Directory, Person } from '../domain/people/directory.ts'
import { roomAt } from '../domain/people/find.ts'
import { memberOf } from '../domain/people/members.ts'
import type { MessageRef } from '../domain/ticket/event.ts'
import type { Notice } from '../store/change.ts'

const personOf = (to: Notice['to'], { reporter }: Belonging): string | undefined =>
  to.kind === 'person' ? to.person : to.kind === 'report_thread' ? reporter : undefined

/**
 * The one person who reads what was sent as this notice; nobody alone where it stands in a room, even one they were called
 * in. `gone`: they are none of the item's people of that side any more, so nothing of it is drawn for them.
 */
export const readerOf = (
  { to, side, shows }: Pick<Notice, 'to' | 'side' | 'shows'>,
  { platform, team, conversation }: MessageRef,
  belongs: Belonging,
  directory: Directory,
): Person | 'gone' | undefined => {
  if (roomAt(directory, platform, team, conversation) !== undefined) return undefined
  const id = personOf(to, belongs) ?? shows?.person
  return id === undefined ? undefined : (memberOf(directory, belongs, id, side) ?? 'gone')
}
