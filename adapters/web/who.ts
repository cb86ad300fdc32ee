import type { Post } from '../../src/chat/adapter.ts'
import type { Inbound, Place } from '../../src/chat/inbound.ts'

/** A line of the demo's sign-in list. `id` is the person's user name on this platform; `role` is in words to show. */
export type WebPerson = {
  readonly id: string
  readonly name: string
  readonly org: string
  readonly side: 'supplier' | 'customer'
  readonly roles: readonly string[]
  /** The first whom the service desk asks now. */
  readonly onDuty?: true
  readonly role: string
  readonly language: Post['language']
  readonly zone: string
}

/** A shared conversation a person may see: a customer's channel, or the supplier's own. */
export type WebRoom = {
  readonly conversation: string
  readonly name: string
  readonly side: 'supplier' | 'customer'
}

/** Where the app finds people and what they may see; asked again at every act, so a change counts at once. */
export type WebDirectory = {
  /** Whether there is somebody of that name. */
  readonly knows: (person: string) => Promise<boolean>
  /** Who is offered to sign in as: not more than a page can list. */
  readonly people: () => Promise<readonly WebPerson[]>
  readonly rooms: (person: string) => Promise<readonly WebRoom[]>
  /** How many open tickets wait for people, of whom any does. */
  readonly waits?: () => Promise<ReadonlyMap<string, number>>
  /** A browser of this language shows these people's chats: it counts for those for whom nobody stated one. */
  readonly met?: (people: readonly string[], language: WebPerson['language']) => Promise<void>
}

/** The one workspace of the web chat. */
export const team = 'local'

/** The account of a person on the web chat. */
export const accountOf = (person: string): Inbound['who'] => ({ platform: 'web', team, user: person })

/** The name of a person's conversation with the bot alone. */
export const directOf = (person: string): string => `direct:${person}`

/** The place of a conversation, or of a thread in it. */
export const placeOf = (conversation: string, thread?: string): Place => ({
  platform: 'web',
  team,
  conversation,
  ...(thread === undefined ? {} : { thread }),
  direct: conversation.startsWith('direct:'),
})

/** The conversations a person is in: their own with the bot, and the rooms they may see. Nothing else exists for them. */
export const conversationsOf = async (
  { rooms }: WebDirectory,
  person: string,
): Promise<readonly string[]> => [directOf(person), ...(await rooms(person)).map((room) => room.conversation)]
