import { heardAction } from './action.ts'
import { heardChange, heardDeletion } from './change.ts'
import { type Heard, type HeardBy, ignored } from './heard.ts'
import { type Envelope, heardMessage } from './message.ts'
import {
  heardJoin,
  heardLeaving,
  heardMove,
  heardPerson,
  heardRevocation,
  heardUninstall,
  openedHome,
} from './other-event.ts'
import { heardReaction } from './reaction.ts'
import { heardMessageShortcut, heardShortcut } from './shortcut.ts'
import { heardSubmission } from './view.ts'

type ReadEvent = (event: unknown, of: Envelope, by: HeardBy) => Heard
type ReadAct = (body: unknown, team: string, by: HeardBy) => Heard

/** Every event the bot listens to, by its type, or its subtype where that changes what it is; others are ignored. */
const events: { readonly [type: string]: ReadEvent } = {
  message: heardMessage,
  'message/message_changed': heardChange,
  'message/message_deleted': heardDeletion,
  app_mention: heardMessage,
  reaction_added: heardReaction,
  app_home_opened: openedHome,
  member_joined_channel: heardJoin,
  channel_left: heardLeaving,
  group_left: heardLeaving,
  channel_id_changed: heardMove,
  user_change: heardPerson,
  tokens_revoked: heardRevocation,
  app_uninstalled: heardUninstall,
}

/** Everything a person can do that waits for an answer, slash commands apart: those have no type. */
const acts: { readonly [type: string]: ReadAct } = {
  block_actions: heardAction,
  view_submission: heardSubmission,
  view_closed: () => ignored('a form was closed'),
  shortcut: heardShortcut,
  message_action: heardMessageShortcut,
}

const at = <Read>(table: { readonly [type: string]: Read }, type: string): Read | undefined =>
  Object.hasOwn(table, type) ? table[type] : undefined

/** What reads an event of this type. */
export const eventReader = ({
  type,
  subtype,
}: {
  readonly type: string
  readonly subtype?: string | null | undefined
}): ReadEvent | undefined => at(events, `${type}/${subtype}`) ?? at(events, type)

/** What reads an act of this type. */
export const actReader = (type: string): ReadAct | undefined => at(acts, type)
