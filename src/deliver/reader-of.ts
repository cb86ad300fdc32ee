import type { Directory, Person } from '../domain/people/directory.ts'
import { roomAt } from '../domain/people/find.ts'
import type { MessageRef } from '../domain/ticket/event.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { Notice } from '../store/change.ts'

/** The one person who reads what was sent as this notice; nobody alone where it stands in a room, even one they were called in. */
export const readerOf = (
  { to }: Pick<Notice, 'to'>,
  { platform, team, conversation }: MessageRef,
  { reporter }: Pick<Ticket, 'reporter'>,
  directory: Directory,
): Person | undefined => {
  if (roomAt(directory, platform, team, conversation) !== undefined) return undefined
  const id = to.kind === 'person' ? to.person : to.kind === 'report_thread' ? reporter : ''
  return Object.hasOwn(directory.people, id) ? directory.people[id] : undefined
}
