import type { Adapter, WriteLog } from '../../../src/chat/adapter.ts'
import type { Card } from '../../../src/chat/card.ts'
import type { Asking, Inbound } from '../../../src/chat/inbound.ts'
import type { Posts } from '../../../src/chat/posts.ts'
import type { References } from '../../../src/chat/references.ts'
import type { Reply } from '../../../src/chat/reply.ts'
import { texts } from '../../../src/text/texts.ts'
import { wordsCard } from '../../shared/card-words.ts'
import type { InFlight } from '../../shared/in-flight.ts'
import type { Stand } from '../../shared/stand.ts'
import type { FindCardBeneath } from '../answer/card-beneath.ts'
import { arrived, executedCard, executedWords } from '../answer/invoke-body.ts'
import { leftCard } from '../answer/left-card.ts'
import type { Heard } from '../inbound/heard.ts'
import { heard } from '../inbound.ts'
import type { TeamsParts } from '../parts.ts'
import { bury } from '../send/bury.ts'
import type { Answered, Incoming } from '../wire/port.ts'
import { createRefusals } from '../wire/refusals.ts'
import type { HearAct } from './hear-act.ts'
import type { createMembers } from './members.ts'

/** What hearing needs. */
export type Hearing = {
  readonly appId: string
  readonly references: Pick<References, 'seen' | 'at' | 'died'>
  readonly stand: Stand
  readonly inFlight: InFlight
  readonly hearAct: HearAct
  readonly withMembers: ReturnType<typeof createMembers>
  readonly cardBeneath: FindCardBeneath
  readonly post: Adapter['post']
  readonly posts: Pick<Posts, 'claim'>
  readonly clock: () => number
  readonly onWarn: WriteLog
  readonly onFault: WriteLog
  readonly onUnreachable?: TeamsParts['onUnreachable']
}

const isAsking = (inbound: Inbound): inbound is Asking =>
  ['press', 'submit', 'command', 'adopt'].includes(inbound.kind)

/** What a welcome shows of a reply; nothing where the same installation was welcomed before. */
const welcomeOf = (reply: Reply): Card | undefined => {
  if (reply.kind === 'show') return reply.card
  return 'saying' in reply && reply.saying !== undefined ? wordsCard(reply.saying) : undefined
}

/**
 * Takes an activity in. What it means is durable when the request is answered, so that Teams may forget it (architecture
 * decision 4); it rejects when it could not be kept.
 */
export const createHearActivity = (hearing: Hearing) => {
  const { appId, references, stand, inFlight, hearAct, withMembers, cardBeneath, post, posts, clock } =
    hearing
  const { onWarn, onFault } = hearing

  // Anybody of any tenant that has the app can send such.
  const meaningless = createRefusals(onWarn, clock, 'an act on Teams means nothing here')
  const malformed = createRefusals(onWarn, clock, 'an activity of Teams was not understood')

  /** The way back to a conversation: a convenience for what is sent later, never a reason not to hear. */
  const remember = async ({ from }: Heard): Promise<void> => {
    if (from === undefined) return
    await references
      .seen(from)
      .catch((error) => onFault('a conversation of Teams could not be remembered', { error }))
  }

  const installed = async (found: Extract<Heard, { kind: 'installed' }>): Promise<void> => {
    const { key, who, place, locale } = found
    const act: Asking = {
      ...{ key, who, place, at: clock() },
      ...(locale === undefined ? {} : { locale }),
      kind: 'press',
      press: { flow: 'welcome' },
      acknowledged: true,
    }
    await stand(act, async (reply) => {
      const language = reply.language ?? locale?.language ?? 'en'
      const zone = reply.zone ?? locale?.zone ?? 'UTC'
      const card = welcomeOf(reply)
      const welcome = `${key}/welcome`
      // Teams tells of an installation twice at once, perhaps to two processes.
      if (card === undefined || !(await posts.claim(welcome, place, clock()))) return
      const posted = await post(place, { key: welcome, card, language, zone })
      // Whoever writes to the bot is told the same: a welcome is not sent again.
      if (posted.outcome !== 'sent')
        onWarn('a welcome on Teams did not arrive', { place, outcome: posted.outcome })
    })
  }

  const back = async (found: Extract<Heard, { kind: 'back' }>): Promise<Answered> => {
    const { place, way, press, locale } = found
    // Only what was drawn over a card for one person has a way back; everywhere else there is nothing to take away.
    if (way.kind !== 'execute') return arrived
    const below = await cardBeneath(place, way.message)
    if (below !== undefined) return executedCard(below.with())
    const language = locale?.language ?? 'en'
    return press === undefined
      ? executedWords(texts(language).teams.gone)
      : executedCard(leftCard(press, language))
  }

  const hear = async (found: Heard): Promise<Answered> => {
    switch (found.kind) {
      case 'inbound': {
        const { way } = found
        const inbound = await withMembers(found.inbound, found.from?.serviceUrl)
        if (isAsking(inbound)) return way === undefined ? arrived : hearAct({ inbound, way })
        await stand(inbound)
        return arrived
      }
      case 'back':
        return back(found)
      case 'installed':
        await installed(found)
        return arrived
      case 'removed':
        await bury(hearing, found, 'the app was removed there')
        onWarn('the app was removed from a conversation of Teams; nothing more is sent there', {
          team: found.team,
          conversation: found.conversation,
        })
        return arrived
      case 'unknown_invoke':
        meaningless(found.why)
        return { status: 501 }
      case 'ignored':
        if (found.why.startsWith('a malformed')) malformed(found.why)
        return arrived
    }
  }

  return async (activity: Incoming): Promise<Answered> => {
    const found = heard(activity, { appId, now: clock() })
    // The bot may answer at once, so where to is known before.
    await remember(found)
    return inFlight.track(hear(found))
  }
}
