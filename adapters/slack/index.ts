import type { Adapter } from '../../src/chat/adapter.ts'
import { createAnswer } from './answer.ts'
import { createBoltApp } from './bolt-app.ts'
import { boltLogger } from './bolt-logger.ts'
import { createCalls } from './calls.ts'
import { checkTokens } from './check-tokens.ts'
import { createComplete } from './complete.ts'
import { createDirects } from './direct.ts'
import { durableReceiver } from './durable-receiver.ts'
import { createFind } from './find.ts'
import { createHearAct, createReadAct } from './hear-act.ts'
import { createHearEvent } from './hear-event.ts'
import { createHearForm } from './hear-form.ts'
import { httpTransport } from './http-transport.ts'
import { createInFlight } from './in-flight.ts'
import { directWith } from './inbound/place.ts'
import { createIntake } from './intake.ts'
import { createNotices } from './notices.ts'
import { createOpenForm } from './open-form.ts'
import { notInstalled } from './outcome.ts'
import type { SlackParts } from './parts.ts'
import { createPost } from './posting.ts'
import { createPublishHome } from './publish-home.ts'
import { createRedraw } from './redraw.ts'
import { createRemembered } from './remembered.ts'
import { socketTransport } from './socket-transport.ts'
import { createStand } from './stand.ts'
import { createStandingOfPerson } from './standing-of-person.ts'
import { createTell } from './tell.ts'
import { createUsers } from './users.ts'

/** Slack asks for about one message a second in a conversation, ms. */
const pace = 1_000
/** How long what is in hand may take when the process ends, ms. */
const drainMs = 8_000

/**
 * Slack, over Socket Mode or signed HTTP, in one workspace or several: a thin translator. What arrives is kept before
 * Slack is told so, and what is sent is sent once; nothing of it lives in this process only.
 */
export const createSlackAdapter = (parts: SlackParts): Adapter => {
  const { transport: way, installations, clock, onWarn, onFault, apiUrl = 'https://slack.com/api/' } = parts
  const { scopes, onMoved = async () => {} } = parts
  const logger = boltLogger(onWarn)
  const calls = createCalls(installations, apiUrl, logger)
  const notices = createNotices(onWarn)
  const directs = createDirects()
  const inFlight = createInFlight()
  const posting = { calls, directs, notices, remembered: createRemembered(), onFault }
  const publishHome = createPublishHome(notices)
  const standingOf = createStandingOfPerson(calls, installations)
  const shared = { installations, scopes, apiUrl, logger, onWarn, onFault }
  const transport =
    way.kind === 'socket'
      ? socketTransport({ ...way, ...shared })
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
    start: async (receive) => {
      await checkTokens({ installations, calls, onWarn })
      const users = createUsers(calls, clock)
      const complete = createComplete(users, calls)
      const stand = createStand({ receive, inFlight, onFault })
      const tell = createTell({ directs, onFault })
      const answer = createAnswer({ tell, openForm: createOpenForm({ tell, onFault }) })
      const readAct = createReadAct({ calls, complete, clock, onWarn })
      const showing = { stand, complete, users, tell, answer, publishHome }
      const hearEvent = createHearEvent({ ...showing, installations, clock, onWarn, onMoved })
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
        apiUrl,
        logger,
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
    direct: async (account) => {
      const standing = await standingOf(account)
      return directWith(standing?.installation.team ?? account.team, account.user)
    },
    post: createPost(posting),
    update: createRedraw(posting),
    find: createFind(posting, clock),
    home: async (account, drawn) => {
      const standing = await standingOf(account)
      return standing === undefined ? notInstalled(account.team) : publishHome(standing, account.user, drawn)
    },
  }
}
