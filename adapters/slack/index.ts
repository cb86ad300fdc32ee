import type { Adapter } from '../../src/chat/adapter.ts'
import { createInFlight } from '../shared/in-flight.ts'
import { createOutage } from '../shared/outage.ts'
import { createStand } from '../shared/stand.ts'
import { createAnswer } from './answer/answer.ts'
import { createOpenForm } from './answer/open-form.ts'
import { createPublishHome } from './answer/publish-home.ts'
import { createTell } from './answer/tell.ts'
import { createComplete } from './hear/complete.ts'
import { durableReceiver } from './hear/durable-receiver.ts'
import { createHearAct, createReadAct } from './hear/hear-act.ts'
import { createHearEvent } from './hear/hear-event.ts'
import { createHearForm } from './hear/hear-form.ts'
import { createIntake } from './hear/intake.ts'
import { createUsers } from './hear/users.ts'
import type { Lost, SlackParts } from './parts.ts'
import { createDirect, createDirects, createIsWith } from './send/direct.ts'
import { createFind } from './send/find.ts'
import { createNotices } from './send/notices.ts'
import { notInstalled, outcomeOf } from './send/outcome.ts'
import { createPost } from './send/posting.ts'
import { createRedraw } from './send/redraw.ts'
import { createRemembered } from './send/remembered.ts'
import { createWayTo } from './send/way-to.ts'
import { createWorkspaceOf } from './send/workspace-of.ts'
import { createApiFetch } from './wire/api-fetch.ts'
import { createBoltApp } from './wire/bolt-app.ts'
import { boltLogger } from './wire/bolt-logger.ts'
import { createCalls } from './wire/calls.ts'
import { checkTokens } from './wire/check-tokens.ts'
import { httpTransport } from './wire/http-transport.ts'
import { socketTransport } from './wire/socket-transport.ts'

/** Slack asks for about one message a second in a conversation, ms. */
const pace = 1_000
const minute = 60_000
/** What Slack allows in a workspace, a little below its tiers: what people ask for meanwhile goes beside it. */
const rates = {
  post: { most: 300, within: minute, atOnce: 60 },
  update: { most: 45, within: minute, atOnce: 10 },
  home: { most: 90, within: minute, atOnce: 20 },
} as const
/** How long what is in hand may take when the process ends, ms. */
const drainMs = 8_000

/**
 * Slack, over Socket Mode or signed HTTP, in one workspace or several: a thin translator. What arrives is kept before
 * Slack is told so, and what is sent is sent once; nothing of it lives in this process only.
 */
export const createSlackAdapter = (parts: SlackParts): Adapter => {
  const { transport: way, installations, clock, onWarn, onFault, apiUrl = 'https://slack.com/api/' } = parts
  const { scopes, onMoved = async () => {}, onLost = async () => {} } = parts
  const outage = createOutage('Slack', onWarn, clock)
  const api = { apiUrl, logger: boltLogger(onWarn, clock), apiFetch: createApiFetch(outage, clock) }
  const calls = createCalls(installations, api)
  const lost = async (where: Lost): Promise<void> => {
    await onLost(where).catch((error) => onFault('nobody could be told of a lost conversation', { error }))
  }
  const notices = createNotices(onWarn, (where) => void inFlight.track(lost(where)))
  const directs = createDirects()
  const inFlight = createInFlight()
  const posting = {
    ...{ calls, directs, notices, onFault },
    ...{ remembered: createRemembered(), wayTo: createWayTo(calls) },
  }
  const publishHome = createPublishHome(notices)
  const workspaceOf = createWorkspaceOf(calls, installations)
  const shared = { installations, scopes, api, outage, onWarn, onFault }
  const transport =
    way.kind === 'socket'
      ? socketTransport({ ...way, clock, ...shared })
      : httpTransport({ transport: way, clock, ...shared })

  let stopping = false
  const stop = async (): Promise<void> => {
    stopping = true
    const closing = way.kind === 'http' ? transport.close(drainMs) : undefined
    await inFlight.settled(drainMs)
    // A socket is what acknowledgements go through: it closes last.
    await (closing ?? transport.close(drainMs))
  }

  return {
    platform: 'slack',
    pace,
    rates,
    leads: true,
    start: async (receive) => {
      await checkTokens({ installations, calls, onWarn })
      const users = createUsers(calls, clock)
      const complete = createComplete(users, calls)
      const stand = createStand({ receive, inFlight, onFault })
      const tell = createTell({ directs, onFault })
      const answer = createAnswer({ tell, openForm: createOpenForm({ tell, onFault }) })
      const readAct = createReadAct({ calls, complete, clock, onWarn })
      const showing = { stand, complete, users, tell, answer, publishHome }
      const hearEvent = createHearEvent({ ...showing, installations, clock, onWarn, onMoved, onLost: lost })
      const app = await createBoltApp({
        receiver: durableReceiver(
          transport.receivers,
          { start: transport.open, stop },
          createIntake({ calls, hearEvent, inFlight, isStopping: () => stopping, onWarn }),
        ),
        calls,
        listeners: {
          act: createHearAct({ readAct, stand, answer }),
          form: createHearForm({ readAct, receive, tell, inFlight, onFault }),
        },
        api,
      })
      try {
        const opened: unknown = await app.start()
        return opened as Awaited<ReturnType<typeof transport.open>>
      } catch (error) {
        await transport.close(0)
        throw error
      }
    },
    stop,
    direct: createDirect({ directs, workspaceOf }),
    isWith: createIsWith({ directs, workspaceOf }),
    post: createPost(posting),
    update: createRedraw(posting),
    find: createFind(posting, clock),
    health: () => (outage.since() === undefined && transport.isOpen() ? 'up' : 'away'),
    home: async (account, drawn) => {
      const { team, user } = account
      try {
        const workspace = await workspaceOf(account)
        return workspace === undefined ? notInstalled(team) : await publishHome(workspace, user, drawn)
      } catch (error) {
        return outcomeOf(error, { team, conversation: user }, notices, 'views.publish')
      }
    },
  }
}
