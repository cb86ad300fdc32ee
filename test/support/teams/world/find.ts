import type { World } from './create-world.ts'
import type { Conversation, Message, Person, Spot } from './records.ts'

/** The person with this id of the test's or of the directory; a test that names somebody else is wrong. */
export const personOf = ({ people }: World, id: string): Person => {
  const person = people.get(id) ?? [...people.values()].find(({ aad, user }) => aad === id || user === id)
  if (person === undefined) throw new Error(`Teams knows no person ${id}`)
  return person
}

/** A conversation's id without the thread that may be part of it. */
export const apart = (id: string): { readonly base: string; readonly thread?: string } => {
  const [, base = id, thread] = /^(.*?)(?:;messageid=(.*))?$/.exec(id) ?? []
  return { base, ...(thread === undefined ? {} : { thread }) }
}

/** The chat or channel with this id, whatever thread is named. */
export const conversationOf = ({ conversations }: World, id: string): Conversation => {
  const conversation = conversations.get(apart(id).base)
  if (conversation === undefined) throw new Error(`Teams knows no conversation ${id}`)
  return conversation
}

/** The message at a spot. */
export const messageAt = ({ messages }: World, { conversation, id }: Spot): Message => {
  const message = messages.get(apart(conversation).base)?.find((one) => one.id === id)
  if (message === undefined) throw new Error(`No message ${id} in ${conversation}`)
  return message
}

/** The id of a conversation as activities name it: with the thread in channels. */
export const threaded = ({ kind, id }: Conversation, root: string): string =>
  kind === 'channel' ? `${id};messageid=${root}` : id
