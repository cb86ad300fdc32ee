import type { Signal } from '@preact/signals'
import type { ChatFile } from '../../../../src/chat/chat-log.ts'
import { limits } from '../../limits.ts'
import type { Spot } from '../wire.ts'
import { newKey, upload } from './api.ts'
import type { Desk } from './desk.ts'
import { remembered } from './remembered.ts'
import { sentenceOf, textsOf, toast } from './replies.ts'

/** A file on its way into a message: `file` once the server has it. */
export type Attached = { readonly key: string; readonly name: string; readonly file?: ChatFile }

const all = new Map<string, Signal<readonly Attached[]>>()

/** What stays over a reload is what the server has. */
const arrived = (found: unknown): readonly Attached[] =>
  (Array.isArray(found) ? found : []).filter((one: Attached) => one?.file !== undefined)

/** What the person has added here and not sent. */
export const attachedOf = (
  person: string,
  { conversation, thread = '' }: Spot,
): Signal<readonly Attached[]> => {
  const key = `${person}|${conversation}|${thread}`
  const found = all.get(key) ?? remembered(localStorage, `files|${key}`, arrived)
  all.set(key, found)
  return found
}

const add = async (desk: Desk, spot: Spot, given: File): Promise<void> => {
  const { person } = desk
  const attached = attachedOf(person, spot)
  if (given.size > limits.file) return toast(desk, 'no', textsOf(person).files.tooLarge(given.name))
  const one: Attached = { key: newKey(), name: given.name }
  attached.value = [...attached.value, one]
  const query = { as: person, conversation: spot.conversation, name: given.name }
  const came = await upload<{ readonly file: ChatFile }>('/api/upload', query, given)
  attached.value = attached.value.flatMap((other) =>
    other.key === one.key ? (came.ok ? [{ ...other, file: came.body.file }] : []) : [other],
  )
  if (!came.ok) toast(desk, 'fault', `${given.name}: ${sentenceOf(person, came.error)}`)
}

/** Adds files to what the person writes here. */
export const attach = (desk: Desk, spot: Spot, files: Iterable<File>): void => {
  const attached = attachedOf(desk.person, spot)
  for (const file of files)
    if (attached.peek().length >= limits.files)
      toast(desk, 'no', textsOf(desk.person).files.tooMany(limits.files))
    else void add(desk, spot, file)
}

/** Takes one away again. */
export const detach = (person: string, spot: Spot, key: string): void => {
  const attached = attachedOf(person, spot)
  attached.value = attached.value.filter((one) => one.key !== key)
}
