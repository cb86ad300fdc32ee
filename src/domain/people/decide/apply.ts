import { canonical } from '../../canonical.ts'
import { no, type Result, yes } from '../../result.ts'
import { conversationKey, presentConversation } from '../conversation.ts'
import type { Directory, Room } from '../directory.ts'
import type { DirectoryFact, DirectoryRefusal } from '../directory-event.ts'
import { keyOf, sections } from '../evolve-directory.ts'
import type { Entry } from '../wish.ts'

/** Kinds that leave the directory when the organisation file no longer states them; those that stand on others go first. */
const removable = ['roster', 'room', 'person', 'customer', 'supplier'] as const

const same = (directory: Directory, entry: Entry): boolean => {
  const held = directory[sections[entry.kind]]
  const key = keyOf(entry)
  return Object.hasOwn(held, key) && canonical(held[key]) === canonical(entry.value)
}

/** A file written before a conversation got another id still means that conversation. */
const presentEntry = (directory: Directory, entry: Entry): Entry =>
  entry.kind === 'room'
    ? { kind: 'room', value: { ...entry.value, ...presentConversation(directory, entry.value) } }
    : entry

/** A room linked in chat stays while its organisation does; where the file states the same conversation the file wins. */
const staysLinked = ({ linked, org, ...room }: Room, entries: readonly Entry[]): boolean =>
  linked !== undefined &&
  entries.some(({ kind, value }) => (kind === 'customer' || kind === 'supplier') && value.id === org) &&
  !entries.some(({ kind, value }) => kind === 'room' && conversationKey(value) === conversationKey(room))

/**
 * What differs between the organisation that is known and the one that is stated, one fact per difference. An agreed
 * version never changes (RS.3).
 */
export const decideApply = (
  directory: Directory,
  stated: readonly Entry[],
): Result<readonly DirectoryFact[], DirectoryRefusal> => {
  const entries = [
    ...new Map(
      stated.map((entry) => [`${entry.kind} ${keyOf(entry)}`, presentEntry(directory, entry)]),
    ).values(),
  ]
  const changed = entries.filter((entry) => !same(directory, entry))
  const rewritten = changed
    .filter((entry) => entry.kind === 'agreement' && Object.hasOwn(directory.agreements, keyOf(entry)))
    .map(keyOf)
  if (rewritten.length > 0) return no({ code: 'agreement_changed_without_version', agreements: rewritten })

  const linked = Object.values(directory.rooms).filter((room) => staysLinked(room, entries))
  const removed = removable.flatMap((kind) => {
    const kept = new Set([
      ...entries.filter((entry) => entry.kind === kind).map(keyOf),
      ...(kind === 'room' ? linked.map(({ id }) => id) : []),
    ])
    return Object.keys(directory[sections[kind]])
      .filter((id) => !kept.has(id))
      .map((id): DirectoryFact => ({ type: 'directory.removed', kind, id }))
  })
  return yes([...changed.map((entry): DirectoryFact => ({ type: 'directory.set', entry })), ...removed])
}
