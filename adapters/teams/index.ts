import type { Adapter } from '../../src/chat/adapter.ts'
import { createAwaitReply } from '../shared/await-reply.ts'
import { createInFlight } from '../shared/in-flight.ts'
import { createStand } from '../shared/stand.ts'
import { createApart } from './answer/apart.ts'
import { createCardBeneath } from './answer/card-beneath.ts'
import { createDialogAnswer } from './answer/dialog-answer.ts'
import { createExecuteAnswer } from './answer/execute-answer.ts'
import { createSubmitAnswer } from './answer/submit-answer.ts'
import { createHearAct } from './hear/hear-act.ts'
import { createHearActivity } from './hear/hear-activity.ts'
import { createMembers } from './hear/members.ts'
import type { TeamsParts } from './parts.ts'
import { hasThreads } from './send/address.ts'
import { createBudget } from './send/budget.ts'
import { createDirect } from './send/direct.ts'
import { createFind } from './send/find.ts'
import { createPostCard, createRedrawCard } from './send/message-alone.ts'
import { createNotices } from './send/notices.ts'
import { createPost } from './send/posting.ts'
import { createUpdate } from './send/redraw.ts'
import { createTeamsHttp } from './wire/http.ts'
import type { Answered, Incoming } from './wire/port.ts'
import { createTeamsSdk } from './wire/sdk.ts'

/** Posts and drawings in one conversation are kept this far apart, ms: together within what Teams allows for half a minute. */
const pace = 1_000
/** How long what is in hand may take when the process ends, ms. */
const drainMs = 8_000

/**
 * Microsoft Teams: a thin translator. What arrives is kept before its request is answered, and what is sent is sent once;
 * nothing of it lives in this process only. The SDK stands behind `wire/port.ts`, so that its successor can take its place.
 */
export const createTeamsAdapter = (parts: TeamsParts): Adapter => {
  const { app, cloud, host, port, serviceHosts, references, posts, clock, dice } = parts
  const { cardAt, onWarn, onFault, onUnreachable } = parts
  const sdk = createTeamsSdk({ app, cloud, serviceHosts, onWarn, clock })
  const inFlight = createInFlight()
  const sending = {
    ...{ port: sdk, references, posts, budget: createBudget(clock), notices: createNotices(onWarn) },
    ...{ clock, dice, onFault },
    ...(onUnreachable === undefined ? {} : { onUnreachable }),
  }
  const post = createPost(sending)
  const direct = createDirect(sending)
  let hear: (activity: Incoming) => Promise<Answered> = async () => ({ status: 503 })
  const http = createTeamsHttp({
    ...{ host, port, onWarn, onFault, clock },
    signedIn: app !== undefined,
    hear: (authorization, activity) => sdk.receive(authorization, activity, (proven) => hear(proven)),
  })

  return {
    platform: 'teams',
    pace,
    mentions: true,
    leads: true,
    start: async (receive) => {
      const stand = createStand({ receive, inFlight, onFault })
      const apart = createApart({ direct, post: createPostCard(sending), onFault })
      const redraw = createRedrawCard(sending)
      const cardBeneath = createCardBeneath(cardAt)
      const hearAct = createHearAct({
        ...{ stand, inFlight, onFault },
        awaitReply: createAwaitReply({ receive, inFlight }),
        execute: createExecuteAnswer({ cardBeneath, apart, redraw, inFlight }),
        dialog: createDialogAnswer({ apart }),
        submitted: createSubmitAnswer({ apart, redraw }),
      })
      hear = createHearActivity({
        ...{ references, stand, inFlight, hearAct, cardBeneath, post, posts, clock, onWarn, onFault },
        ...(onUnreachable === undefined ? {} : { onUnreachable }),
        withMembers: createMembers(sdk, clock),
        appId: app?.appId ?? '',
      })
      return { address: await http.open() }
    },
    stop: async () => {
      const closing = http.close(drainMs)
      await inFlight.settled(drainMs)
      await closing
    },
    direct,
    isFlat: async (place) => !(await hasThreads(sending, place)),
    post,
    update: createUpdate(sending),
    find: createFind(sending),
    health: () => (sending.notices.isReached() ? 'up' : 'away'),
  }
}
