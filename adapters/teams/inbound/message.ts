import { heardAct } from './act.ts'
import { filesOf } from './files.ts'
import { type Heard, ignored } from './heard.ts'
import { placeOf, refOf, threadOf } from './place.ts'
import { type Said, saidIn } from './said.ts'
import type { Turn } from './turn.ts'

/** What a message hangs on: the root of its thread, or, where there are no threads, the message it quotes. */
export const stands = ({ where, activity }: Turn, { quoted }: Pick<Said, 'quoted'> = {}) =>
  threadOf(activity.id, where.kind === 'channel' ? where.root : (quoted ?? where.root))

/** Something a person said; or, of an old client, a button they pressed, which comes as a message without words. */
export const heardMessage = (turn: Turn): Heard => {
  const { activity, who, where, at, locale, isUs } = turn
  if (who === undefined) return ignored('said by a bot')
  const said = saidIn(activity, isUs)
  const { addressed, quoted: _, ...words } = said
  const isAct = activity.value !== undefined && activity.value !== null && words.text === ''
  if (isAct) {
    const message = activity.replyToId ? { message: activity.replyToId } : {}
    const act = heardAct({ ...turn, who }, activity.value, (frame) => ({ kind: 'submit', ...message, frame }))
    // Nobody waits for the answer to a message.
    return act.kind === 'unknown_invoke' ? ignored(act.why) : act
  }
  const thread = stands(turn, said)
  const place = placeOf(where, thread)
  const files = filesOf(activity.id, activity.attachments)
  if (words.text === '' && files.files === undefined && !addressed && !place.direct)
    return ignored('an empty message')
  return {
    kind: 'inbound',
    inbound: {
      kind: 'message',
      key: `message/${where.conversation}/${activity.id}`,
      who,
      place,
      at,
      ...locale,
      ...words,
      message: refOf(where, activity.id, thread),
      ...files,
      addressed: addressed || place.direct,
    },
  }
}
