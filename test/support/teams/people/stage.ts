import type { Deliveries } from '../deliver/create-deliveries.ts'
import type { World } from '../world/create-world.ts'
import { conversationOf, personOf } from '../world/find.ts'
import type { Conversation, Person } from '../world/records.ts'

/** Where people act: the world, and the way to the bot. */
export type Stage = { readonly world: World; readonly deliveries: Deliveries }

/** A person who is in a conversation; a test in which somebody acts elsewhere is wrong. */
export const inside = ({ world }: Stage, id: string, at: string): [person: Person, at: Conversation] => {
  const person = personOf(world, id)
  const conversation = conversationOf(world, at)
  if (!conversation.members.includes(person.id)) throw new Error(`${id} is not in ${at}`)
  return [person, conversation]
}
