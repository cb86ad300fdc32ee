import type { Adapter, WriteLog } from '../../../src/chat/adapter.ts'
import type { Place } from '../../../src/chat/inbound.ts'
import type { Reply } from '../../../src/chat/reply.ts'
import type { MessageRef } from '../../../src/domain/ticket/event.ts'
import { sentenceOf } from '../../shared/card-words.ts'
import { limits } from '../limits.ts'
import type { TeamsMessage } from '../render/adaptive-card.ts'
import type { Asked } from './asked.ts'
import { summaryOf, viewOf, wordsView } from './view.ts'

/** Posts one message; `false` where it did not surely arrive. */
export type PostCard = (place: Place, message: TeamsMessage) => Promise<boolean>

/** Draws a message anew. */
export type RedrawCard = (message: MessageRef, drawn: TeamsMessage) => Promise<boolean>

/** The reply as a message that holds nothing else. */
export const messageOf = (asked: Asked, reply: Reply): TeamsMessage => {
  const view = viewOf(asked, reply, 'own')
  const card = view.kind === 'view' ? view.card : wordsView(asked, reply, view.words)
  const words = { summary: summaryOf(asked, reply) }
  return { summary: sentenceOf(words, { part: 0, parts: 1, max: limits.summary }), card }
}

/**
 * Where a person who acted reads alone: in their conversation with the bot, which is opened when something is posted there.
 * Somebody of another tenant has it there; where none is known, it is opened in the one that they acted in.
 */
const privately = async (direct: Adapter['direct'], { inbound: { who, place } }: Asked): Promise<Place> => {
  if (place.direct) return place
  const own = await direct(who)
  const isKnown = own.conversation !== who.user
  return isKnown || who.team === place.team ? own : direct({ ...who, team: place.team })
}

/** Gives an answer in a message of its own that only the person who acted reads. */
export const createApart =
  ({
    direct,
    post,
    onFault,
  }: {
    readonly direct: Adapter['direct']
    readonly post: PostCard
    readonly onFault: WriteLog
  }) =>
  async (asked: Asked, reply: Reply): Promise<boolean> => {
    const told = await post(await privately(direct, asked), messageOf(asked, reply))
    if (!told) onFault('an answer reached nobody', { to: asked.inbound.who, kind: reply.kind })
    return told
  }

/** What gives answers apart. */
export type Apart = ReturnType<typeof createApart>

/**
 * The message that holds nothing but the form or answer that was acted in, and may become what came of it. That it is one is
 * what its button says, which a client can forge; such messages stand where one person is alone with the bot, so elsewhere
 * there is none, and what others read is never drawn over (T47).
 */
export const ownMessage = ({ inbound: { place }, way }: Asked): MessageRef | undefined => {
  if (way.kind === 'dialog' || way.frame !== 'own' || way.message === undefined || !place.direct)
    return undefined
  const { team, conversation, thread } = place
  const ref = { platform: 'teams', team, conversation, message: way.message } as const
  return thread === undefined ? ref : { ...ref, thread }
}

/** Whether what was typed is sent again after this: the form it stands in stays. */
export const keepsForm = ({ kind }: Reply): boolean => kind === 'refuse' || kind === 'fault'
