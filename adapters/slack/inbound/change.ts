import { z } from 'zod'
import { authorOf } from './author.ts'
import { filesOf, sameFiles } from './files.ts'
import { type Heard, type HeardBy, ignored } from './heard.ts'
import { channelShape, type Envelope } from './message.ts'
import { momentOf, placeIn, refOf, type Where } from './place.ts'
import { messageShape, type SlackMessage, stamp } from './shapes.ts'
import { saidIn } from './words.ts'

/** Slack dates `edited` by the second only, and two edits may fall into one: the event's own stamp tells them apart. */
const dated = { ...channelShape, event_ts: stamp.nullish(), ts: stamp }

const changed = z.object({
  ...dated,
  message: messageShape,
  previous_message: messageShape.nullish(),
})

const deleted = z.object({
  ...dated,
  deleted_ts: stamp,
  previous_message: messageShape.nullish(),
})

/**
 * A message that changed. Slack says so also when it unfolds a link, makes a preview or counts replies: only other words
 * or other files are an edit, and only by the author. What is left of a deleted root is a deletion.
 */
export const heardChange = (raw: unknown, { team }: Envelope, context: HeardBy): Heard => {
  const read = changed.safeParse(raw)
  if (!read.success) return ignored('a malformed edit')
  const { message, previous_message: before, channel, event_ts, ts } = read.data
  const when = event_ts ?? ts
  if (message.subtype === 'tombstone') return gone({ ...read.data, when }, before ?? undefined, team, context)
  const author = authorOf(message, team, context)
  if (author === undefined) return ignored('edited by a bot')
  const { edited } = message
  if (edited?.user && edited.user !== message.user) return ignored('edited by another person')
  const { addressed: _, ...said } = saidIn(message, context.botUser)
  const isSame = before
    ? said.text === saidIn(before, context.botUser).text && sameFiles(message.files, before.files)
    : !edited
  if (isSame) return ignored('neither words nor files changed')
  return {
    kind: 'inbound',
    inbound: {
      kind: 'edit',
      key: `edit/${channel}/${message.ts}/${when}`,
      who: author.who,
      place: placeIn(team, read.data, message),
      at: momentOf(when),
      ...said,
      message: refOf(team, channel, message),
    },
    files: filesOf(message.files),
    assumed: author.assumed,
  }
}

/** A message that was taken away. Slack does not say by whom: it counts as its author's act. */
export const heardDeletion = (raw: unknown, { team }: Envelope, context: HeardBy): Heard => {
  const read = deleted.safeParse(raw)
  if (!read.success) return ignored('a malformed deletion')
  const { deleted_ts, previous_message: before, event_ts, ts, ...where } = read.data
  const what = { ...where, message: { ts: deleted_ts }, when: event_ts ?? ts }
  return gone(what, before ?? undefined, team, context)
}

const gone = (
  { message, when, ...where }: Where & { readonly message: { ts: string }; readonly when: string },
  before: SlackMessage | undefined,
  team: string,
  context: HeardBy,
): Heard => {
  if (before === undefined) return ignored('deleted, by nobody knows whom')
  const author = authorOf(before, team, context)
  if (author === undefined) return ignored('a bot’s message was deleted')
  const ref = { ts: message.ts, thread_ts: before.thread_ts }
  return {
    kind: 'inbound',
    inbound: {
      kind: 'delete',
      key: `delete/${where.channel}/${message.ts}`,
      who: author.who,
      place: placeIn(team, where, ref),
      at: momentOf(when),
      message: refOf(team, where.channel, ref),
    },
    files: [],
    assumed: author.assumed,
  }
}
