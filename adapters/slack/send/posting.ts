import type { Post, Posted, WriteLog } from '../../../src/chat/adapter.ts'
import type { Place } from '../../../src/chat/inbound.ts'
import type { Language } from '../../../src/domain/people/sides.ts'
import { texts } from '../../../src/text/texts.ts'
import { noted } from '../render/words.ts'
import type { SlackMessage } from '../render.ts'
import { render } from '../render.ts'
import type { Calls, Workspace } from '../wire/calls.ts'
import type { Directs } from './direct.ts'
import { halved } from './halved.ts'
import { isTooLarge } from './is-too-large.ts'
import type { Notices } from './notices.ts'
import { notInstalled, outcomeOf } from './outcome.ts'
import { putPart, type To } from './put-part.ts'
import type { Remembered } from './remembered.ts'
import { takeAway, threadGone } from './take-away.ts'
import type { WayTo } from './way-to.ts'

/** Marks a message that may stand already, where Slack does not let us look (T06). */
const withDoubt = (drawn: readonly SlackMessage[], language: Language): readonly SlackMessage[] =>
  drawn.map(({ text, blocks }, part) => ({
    text,
    blocks: part === 0 ? [...blocks, ...noted(texts(language).replies.maybeTwice('Slack'))] : blocks,
  }))

/** What posting, drawing anew and looking up share. */
export type Posting = {
  readonly calls: Calls
  readonly directs: Directs
  readonly notices: Notices
  readonly remembered: Remembered
  readonly wayTo: WayTo
  readonly onFault: WriteLog
}

/**
 * Posts what is missing of a post, part by part, one attempt each; throws at the first part that fails. A part that Slack
 * finds too large goes in pieces. Returns the ids of all parts.
 */
const postParts = async (posting: Posting, at: Workspace, to: To, post: Post): Promise<readonly string[]> => {
  const { remembered, wayTo, onFault } = posting
  const standing = remembered.parts(post.key)
  const drawn = render(post.card, { language: post.language, way: await wayTo(to, post) })
  const pieces = [...(remembered.isDoubtful(post.key) ? withDoubt(drawn, post.language) : drawn)]
  for (let part = 0; part < pieces.length; part += 1) {
    const piece = pieces[part]
    if (piece === undefined || standing.has(part)) continue
    try {
      const ts = await putPart(posting, at, to, piece, { key: post.key, part, parts: pieces.length })
      if (ts === undefined) break
      standing.set(part, ts)
    } catch (error) {
      if (!isTooLarge(error) || piece.blocks.length === 0) throw error
      onFault('Slack finds a message too large; it goes in pieces', { key: post.key, error })
      pieces.splice(part, 1, ...halved(piece))
      part -= 1
    }
  }
  return [...standing].sort(([one], [other]) => one - other).map(([, ts]) => ts)
}

/** Posts a card once. What was begun and could not be ended is ended by the next attempt, not begun again. */
export const createPost =
  (posting: Posting) =>
  async (place: Place, post: Post): Promise<Posted> => {
    const { calls, directs, notices, remembered } = posting
    const { team, conversation, thread } = place
    try {
      const workspace = await calls.in(team)
      if (workspace === undefined) return notInstalled(team)
      const channel = await directs(workspace, conversation)
      const [first, ...rest] = await postParts(
        posting,
        workspace,
        { channel, thread, aloud: post.aloud },
        post,
      )
      if (remembered.isGone({ team: workspace.installation.team, channel, thread })) {
        await takeAway(posting, workspace, post)
        return threadGone
      }
      if (first === undefined) return { outcome: 'unknown', why: 'Slack gave the message no id' }
      remembered.settled(post.key)
      notices.works(team, conversation)
      const message = { platform: 'slack' as const, team, conversation: channel, message: first }
      if (rest.length > 0) remembered.continued(message, [first, ...rest])
      return { outcome: 'sent', message: { ...message, ...(thread === undefined ? {} : { thread }) } }
    } catch (error) {
      return outcomeOf(error, place, notices, 'chat.postMessage')
    }
  }
