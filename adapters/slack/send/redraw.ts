import type { Post, Posted } from '../../../src/chat/adapter.ts'
import type { MessageRef } from '../../../src/domain/ticket/event.ts'
import { render, type SlackMessage } from '../render.ts'
import type { Workspace } from '../wire/calls.ts'
import { halved } from './halved.ts'
import { isTooLarge } from './is-too-large.ts'
import { ownPosts, partsOf } from './look-up.ts'
import { notInstalled, outcomeOf } from './outcome.ts'
import type { Posting } from './posting.ts'
import { putPart } from './put-part.ts'
import { takeAway } from './take-away.ts'
import { written } from './written.ts'

/** The messages a card stands in: remembered, else looked up when it needs more than one. */
const standingParts = async (
  { remembered }: Posting,
  workspace: Workspace,
  { conversation, message, thread, team }: MessageRef,
  isLong: boolean,
): Promise<{ readonly key: string; readonly all: readonly string[] }> => {
  const known = remembered.continuation({ team, conversation, message })
  if (known !== undefined || !isLong) return { key: message, all: known ?? [message] }
  const where = { channel: conversation, since: message, ...(thread === undefined ? {} : { thread }) }
  const found = await ownPosts(workspace, where, () => false)
  const key = found.find(({ ts }) => ts === message)?.key
  const all = key === undefined ? [message] : partsOf(found, key).map(({ ts }) => ts)
  return { key: key ?? message, all }
}

/** Draws each part in its message, the additional ones in new messages, and takes away those no longer needed. */
const drawParts = async (
  posting: Posting,
  workspace: Workspace,
  ref: MessageRef,
  drawn: readonly SlackMessage[],
  { language }: Pick<Post, 'language'>,
): Promise<void> => {
  const { client } = workspace
  const { conversation: channel, thread } = ref
  const { key, all } = await standingParts(posting, workspace, ref, drawn.length > 1)
  const now: string[] = []
  for (const [part, piece] of drawn.entries()) {
    const ts = all[part]
    if (ts !== undefined) {
      const { unfurl_links, unfurl_media, ...content } = written(piece)
      // Without blocks Slack would keep the old ones.
      await client.chat.update({ channel, ts, ...content, blocks: piece.blocks })
      now.push(ts)
      continue
    }
    const posted = await putPart(posting, workspace, { channel, thread }, piece, {
      key,
      part,
      parts: drawn.length,
    })
    if (posted === undefined) await takeAway(posting, workspace, { key, language })
    else now.push(posted)
  }
  for (const ts of all.slice(drawn.length)) await client.chat.delete({ channel, ts })
  if (now.length > 1 || all.length > 1) posting.remembered.continued(ref, now)
}

/** Draws a card that stands anew, in the messages it stands in. */
export const createRedraw =
  (posting: Posting) =>
  async (message: MessageRef, post: Post): Promise<Posted> => {
    const { calls, notices, wayTo } = posting
    try {
      const workspace = await calls.in(message.team)
      if (workspace === undefined) return notInstalled(message.team)
      const drawn = render(post.card, { language: post.language, way: await wayTo(message, post) })
      try {
        await drawParts(posting, workspace, message, drawn, post)
      } catch (error) {
        if (!isTooLarge(error)) throw error
        posting.onFault('Slack finds a card too large; it goes in pieces', { key: post.key, error })
        await drawParts(posting, workspace, message, drawn.flatMap(halved), post)
      }
      return { outcome: 'sent', message }
    } catch (error) {
      return outcomeOf(error, message, notices, 'chat.update')
    }
  }
