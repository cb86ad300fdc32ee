import { z } from 'zod'
import type { Account } from '../../../src/domain/people/directory.ts'
import { filesOf } from './files.ts'
import { type Heard, unknownInvoke } from './heard.ts'
import { accountOf, placeOf, refOf, threadOf } from './place.ts'
import { pointedShape, saidPointedAt } from './said.ts'
import { id } from './shapes.ts'
import type { PersonsTurn } from './turn.ts'

const shape = z.object({
  commandId: z.string(),
  messagePayload: z.object({
    id,
    replyToId: id.nullish(),
    deleted: z.boolean().nullish().catch(undefined),
    from: z
      .object({
        user: z.object({ id, tenantId: id.nullish() }).nullish(),
        application: z.object({ id }).nullish(),
      })
      .nullish(),
    // Read piece by piece: one odd attachment or mention must not cost the whole message.
    attachments: z.unknown().optional(),
    ...pointedShape.shape,
  }),
})

type Pointed = z.output<typeof shape>['messagePayload']

/**
 * Who wrote a message that was pointed at. Teams says whose account it is, and of strangers not their tenant: the one the
 * conversation belongs to is taken, which makes nobody of them but a stranger.
 */
const authorOf = ({ from }: Pointed, { who, where }: PersonsTurn): Account => {
  const user = from?.user
  if (!user || user.id === who.user) return who
  return accountOf(user.tenantId ?? where.team, user.id)
}

/**
 * A message somebody wants to be a ticket. Of another app's message, an alarm of a monitoring say, nobody is the author: the one
 * who points at it reports it. The bot's own is never a report (T44).
 */
export const adopt = (turn: PersonsTurn, value: unknown): Heard => {
  const read = shape.safeParse(value)
  if (!read.success) return unknownInvoke('no message was pointed at')
  const { commandId, messagePayload: pointed } = read.data
  if (commandId !== 'report') return unknownInvoke('another message action')
  const { who, where, at, locale, isUs } = turn
  if (isUs(pointed.from?.application?.id ?? '')) return unknownInvoke('the bot’s own message')
  if (pointed.deleted) return unknownInvoke('a message that was taken away')
  const { addressed: _, quoted, ...words } = saidPointedAt(pointed, isUs)
  const isChannel = where.kind === 'channel'
  const root = isChannel ? (pointed.replyToId ?? where.root ?? pointed.id) : undefined
  return {
    kind: 'inbound',
    inbound: {
      kind: 'adopt',
      key: `adopt/${where.conversation}/${pointed.id}`,
      who,
      place: placeOf(where, threadOf(undefined, root)),
      at,
      ...locale,
      ...words,
      message: refOf(where, pointed.id, threadOf(pointed.id, isChannel ? root : quoted)),
      ...filesOf(pointed.id, pointed.attachments),
      author: authorOf(pointed, turn),
    },
    way: { kind: 'dialog', of: 'message_action' },
  }
}
