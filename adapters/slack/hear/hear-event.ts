import type { WriteLog } from '../../../src/chat/adapter.ts'
import type { Asking, Inbound } from '../../../src/chat/inbound.ts'
import type { Installations } from '../../../src/chat/installations.ts'
import { ownPage } from '../../../src/chat/own-page.ts'
import { texts } from '../../../src/text/texts.ts'
import { wordsCard } from '../../shared/card-words.ts'
import type { Stand } from '../../shared/stand.ts'
import type { Answer } from '../answer/answer.ts'
import { type Asked, frameLanguage } from '../answer/asked.ts'
import { homeCardOf, type PublishHome } from '../answer/publish-home.ts'
import type { Tell } from '../answer/tell.ts'
import type { Heard, HeardBy, Reaction } from '../inbound/heard.ts'
import { adopted } from '../inbound/reaction.ts'
import { heard } from '../inbound.ts'
import type { SlackParts } from '../parts.ts'
import type { Workspace } from '../wire/calls.ts'
import type { Complete } from './complete.ts'
import { reactedTo } from './reacted.ts'
import type { Users } from './users.ts'

/** What hearing needs. */
export type Hearing = {
  readonly stand: Stand
  readonly complete: Complete
  readonly users: Users
  readonly tell: Tell
  readonly answer: Answer
  readonly publishHome: PublishHome
  readonly installations: Pick<Installations, 'remove'>
  readonly clock: () => number
  readonly onWarn: WriteLog
  readonly onMoved: NonNullable<SlackParts['onMoved']>
  readonly onLost: NonNullable<SlackParts['onLost']>
}

/** Who the bot is where something came from. */
export const heardBy = ({ installation }: Workspace, now: number): HeardBy => ({
  botUser: installation.botUser,
  botId: installation.botId,
  now,
})

/** An act without a button or view behind it: its answer stands beside the message or in private. */
const noWay = { ephemeral: false } as const

const isAsking = (inbound: Inbound): inbound is Asking => 'acknowledged' in inbound

/** Slack sends an event again three times; after that it is lost. */
const lastRetry = 3

/**
 * Takes an event in: resolves when Slack may be told that it arrived, because what it means is durable or done. Rejects
 * when it must come again.
 */
export const createHearEvent = (hearing: Hearing) => {
  const { stand, complete, users, tell, answer, publishHome, installations, clock, onWarn, onMoved, onLost } =
    hearing

  const said = async (found: Extract<Heard, { kind: 'inbound' }>, workspace: Workspace): Promise<void> => {
    const inbound = await complete(found.inbound, found.assumed, found.files)
    return isAsking(inbound)
      ? stand(inbound, (reply) => answer({ inbound, way: noWay, workspace }, reply))
      : stand(inbound)
  }

  const reacted = async (found: Reaction, workspace: Workspace, isLastTime: boolean): Promise<void> => {
    const looked = await reactedTo(workspace, found, isLastTime)
    if (looked !== 'unreadable') {
      const adoption = adopted(found, looked.message, heardBy(workspace, clock()))
      return adoption.kind === 'inbound' ? said(adoption, workspace) : undefined
    }
    const { key, who, place, at, message } = found
    const inbound = { kind: 'adopt', key, who, place, at, message, author: who, text: '' } as const
    const locale = await users.locale(place.team, who.user)
    const asked: Asked = {
      inbound: { ...inbound, ...(locale === undefined ? {} : { locale }) },
      way: noWay,
      workspace,
    }
    await tell(asked, wordsCard(texts(frameLanguage(asked)).slackReplies.unreadable, 'warning'))
  }

  const opened = async (found: Extract<Heard, { kind: 'home' }>, workspace: Workspace): Promise<void> => {
    const { key, who, place, assumed } = found
    const press: Asking = {
      ...{ key, who, place, at: clock() },
      kind: 'press',
      press: ownPage,
    }
    const inbound = await complete(press, assumed)
    await stand(inbound, async (reply) => {
      const card = homeCardOf(reply)
      const language = reply.language ?? frameLanguage({ inbound })
      const zone = reply.zone ?? inbound.locale?.zone ?? 'UTC'
      if (card !== undefined) await publishHome(workspace, who.user, { card, language, zone })
    })
  }

  return async (body: unknown, workspace: Workspace, retry = 0): Promise<void> => {
    const found = heard(body, heardBy(workspace, clock()))
    switch (found.kind) {
      case 'inbound':
        return said(found, workspace)
      case 'reaction':
        return reacted(found, workspace, retry >= lastRetry)
      case 'home':
        return opened(found, workspace)
      case 'joined':
        return onWarn('the bot was brought into a channel of Slack; /accord link there says whose it is', {
          ...found.place,
        })
      case 'left':
        return onLost({
          team: found.team,
          conversation: found.conversation,
          why: 'Slack: removed from the channel',
        })
      case 'moved':
        return onMoved({ team: found.team, from: found.from, to: found.to })
      case 'removed':
        onWarn('the app was uninstalled from a workspace, or its token revoked; nothing more is sent there', {
          team: found.team,
        })
        return installations.remove(workspace.installation.team)
      case 'user_changed':
        return users.forget(found.account.user)
      case 'rate_limited':
        return onWarn(
          'Slack holds events of this workspace back: more than 30,000 within an hour. What was said meanwhile may be missing from tickets.',
          { team: found.team },
        )
      case 'ignored':
        if (found.why.startsWith('a malformed'))
          onWarn('an event of Slack was not understood', { why: found.why })
        return
    }
  }
}

/** What takes events in. */
export type HearEvent = ReturnType<typeof createHearEvent>
