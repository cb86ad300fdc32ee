import { heardDeletion, heardEdit } from './change.ts'
import { type Heard, unknownInvoke } from './heard.ts'
import { heardInstallation, heardMembers } from './installed.ts'
import { heardAdoption, heardExecute, heardInWindow } from './invoke.ts'
import { heardMessage } from './message.ts'
import type { PersonsTurn, Turn } from './turn.ts'

type Read = (turn: Turn) => Heard

/** Every act whose person waits for the answer, by its name; of others they are told that nothing knows them. */
const acts: { readonly [name: string]: (turn: PersonsTurn) => Heard } = {
  'adaptiveCard/action': heardExecute,
  'task/fetch': heardInWindow('task'),
  'task/submit': heardInWindow('task'),
  'composeExtension/fetchTask': heardAdoption,
  'composeExtension/submitAction': heardInWindow('message_action'),
}

const invoke: Read = ({ who, ...turn }) => {
  if (who === undefined) return unknownInvoke('done by a bot')
  const name = turn.activity.name ?? ''
  const read = Object.hasOwn(acts, name) ? acts[name] : undefined
  return read?.({ ...turn, who }) ?? unknownInvoke('an invoke of another name')
}

/** Every activity the bot listens to, by its type; others are ignored. */
const activities: { readonly [type: string]: Read } = {
  message: heardMessage,
  messageUpdate: heardEdit,
  messageDelete: heardDeletion,
  invoke,
  installationUpdate: heardInstallation,
  conversationUpdate: heardMembers,
}

/** What reads an activity of this type. */
export const activityReader = (type: string): Read | undefined =>
  Object.hasOwn(activities, type) ? activities[type] : undefined
