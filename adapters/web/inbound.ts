import type { ChatMessage } from '../../src/chat/chat-log.ts'
import type { Inbound } from '../../src/chat/inbound.ts'
import { mentioned } from './mention.ts'
import type { Request } from './request.ts'
import { accountOf, placeOf, team } from './who.ts'

/** The message's address in the platform's own ids. */
export const refOf = ({ id, conversation, thread }: Pick<ChatMessage, 'id' | 'conversation' | 'thread'>) => ({
  platform: 'web' as const,
  team,
  conversation,
  message: id,
  ...(thread === undefined ? {} : { thread }),
})

/**
 * Everything a person did with a message, from its saying to its deletion. It can be told again at any time: the keys
 * are those of the acts, so what was heard before has no second effect.
 */
export const actsOf = (message: ChatMessage): readonly Inbound[] => {
  const { content } = message
  if (content.kind === 'posted') return []
  const place = placeOf(message.conversation, message.thread)
  const about = { who: accountOf(content.author), place, message: refOf(message) }
  const { addressed, words } = mentioned(content.text)
  const acts: Inbound[] = []
  if (message.deletedAt === undefined)
    acts.push({
      ...about,
      kind: 'message',
      key: message.key,
      at: message.at,
      text: words,
      ...(content.files === undefined ? {} : { files: content.files }),
      addressed: addressed || place.direct,
    })
  if (message.deletedAt === undefined && message.editedAt !== undefined)
    acts.push({
      ...about,
      kind: 'edit',
      key: `${message.id}/edit/${message.edits}`,
      at: message.editedAt,
      text: words,
    })
  if (message.deletedAt !== undefined)
    acts.push({ ...about, kind: 'delete', key: `${message.id}/delete`, at: message.deletedAt })
  return acts
}

/** A pressed button. Identity comes from the server's side of the request, what was pressed from the button. */
export const pressOf = (pressed: Request<'press'>, at: number): Inbound => ({
  kind: 'press',
  press: pressed.press,
  ...actOf(pressed, at),
})

/** A form that was sent. */
export const submitOf = (sent: Request<'submit'>, at: number): Inbound => ({
  kind: 'submit',
  form: sent.form,
  values: sent.values,
  ...actOf(sent, at),
})

/** The log's key of what a person says: the page's key, within that person's own. */
export const keyOf = ({ as, key }: { readonly as: string; readonly key: string }): string => `${as}:${key}`

type Act = {
  readonly as: string
  readonly key: string
  readonly conversation: string
  readonly thread?: string
}

const actOf = (act: Act, at: number) => ({
  key: keyOf(act),
  who: accountOf(act.as),
  place: placeOf(act.conversation, act.thread),
  at,
})
