import type { Place } from '../../../src/chat/inbound.ts'
import type { Reference } from '../../../src/chat/references.ts'
import type { Account } from '../../../src/domain/people/directory.ts'
import type { MessageRef } from '../../../src/domain/ticket/event.ts'
import type { Activity } from './shapes.ts'

/** A person's account in their own tenant. */
export const accountOf = (team: string, user: string): Account => ({ platform: 'teams', team, user })

/** A conversation; `root`: the first message of the thread of a channel that something stands in. */
export type Where = {
  readonly team: string
  readonly conversation: string
  readonly kind: Reference['kind']
  readonly root?: string
}

const mark = ';messageid='

/** Two people's own chat is called personal too, by those who act in it: only a conversation with the bot begins otherwise. */
const isThread = (conversation: string): boolean => conversation.startsWith('19:')

/**
 * What kind of conversation it is. Alone with the bot is only who Teams says so of: what is shown there is shown to one
 * person. A kind that is not stated or not known is one where others may read.
 */
const kindOf = ({ conversation, channelData }: Activity, root: string | undefined): Where['kind'] => {
  const { id, conversationType } = conversation
  if (conversationType === 'channel') return 'channel'
  if (conversationType === 'groupChat') return 'group'
  if (conversationType === 'personal' || id.startsWith('a:')) return isThread(id) ? 'group' : 'personal'
  return root !== undefined || channelData?.channel || channelData?.team ? 'channel' : 'group'
}

/** Where an activity happened; nothing when it names no tenant. In a shared channel the tenant is the one that hosts it. */
export const whereOf = (activity: Activity): Where | undefined => {
  const { conversation, channelData } = activity
  const team = channelData?.tenant?.id ?? conversation.tenantId
  const [name = '', root] = conversation.id.split(mark)
  if (!team || name === '') return undefined
  return { team, conversation: name, kind: kindOf(activity, root), ...(root ? { root } : {}) }
}

/** The root of the thread a message stands in; a root itself is in none. */
export const threadOf = (message: string | undefined, root: string | undefined) =>
  root === undefined || root === message ? {} : { thread: root }

/** A conversation, or a thread in it. */
export const placeOf = (
  { team, conversation, kind }: Where,
  thread: { readonly thread?: string },
): Place => ({
  platform: 'teams',
  team,
  conversation,
  ...thread,
  direct: kind === 'personal',
  ...(kind === 'channel' ? {} : { flat: true }),
})

/** A message's address in Teams' own ids. */
export const refOf = (
  { team, conversation }: Where,
  message: string,
  thread: { readonly thread?: string },
): MessageRef => ({ platform: 'teams', team, conversation, message, ...thread })
