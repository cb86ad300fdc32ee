import { type SlackCall, slackApi } from '../../adapters/slack/setup/api.ts'
import { neededScopes } from '../../adapters/slack/setup/scopes.ts'
import { moveRoom } from '../app/move-room.ts'
import type { Adapter } from '../chat/adapter.ts'
import { createTellAdministrators } from '../deliver/tell-administrators.ts'
import { no, type Result, yes } from '../domain/result.ts'
import type { Log } from '../process/log.ts'
import type { SlackConfig, SlackTransport } from '../settings/slack-config.ts'
import type { Sql } from '../store/sql.ts'
import type { Store } from '../store/store.ts'
import type { OrderItems } from '../work/order.ts'
import { askUntilKnown } from './ask-until-known.ts'
import type { ChatHealth } from './health.ts'
import { type SlackWorkspaces, saidNo, slackWorkspaces } from './slack-workspaces.ts'

/** Slack switched on: its adapter, what its workspaces are called, and how it is heard. */
export type Slack = {
  readonly adapter: Adapter
  readonly names: readonly string[]
  readonly heard: SlackTransport['kind']
  readonly health: () => ChatHealth
}

type Parts = {
  readonly sql: Sql
  readonly store: Store
  readonly log: Log
  readonly now: () => number
  /** The bot's, which exists only once it has its adapters. */
  readonly order: () => OrderItems
}

const refusedAppToken = (error: string | undefined): string =>
  `Slack does not accept SLACK_APP_TOKEN (${error}). Generate an "App-Level Token" with the scope connections:write, and switch on Socket Mode of your app.`

/** The token that opens sockets: a definite no is a reason not to start, a Slack that is away is none. */
const tryAppToken = async (
  { transport }: SlackConfig,
  { call, log }: { readonly call: SlackCall; readonly log: Log },
): Promise<readonly string[]> => {
  if (transport.kind !== 'socket') return []
  const said = await askUntilKnown(
    async () => {
      const { ok, error } = await call('apps.connections.open', transport.appToken)
      return ok ? { at: 'yes', value: undefined } : saidNo(error, refusedAppToken(error))
    },
    { name: 'Slack', log },
  )
  const now = said()
  return now.at === 'no' ? [now.why] : []
}

/** Tries both tokens; everything that is wrong, else the workspaces. */
const tryTokens = async (
  config: SlackConfig,
  parts: Parts,
): Promise<Result<SlackWorkspaces, readonly string[]>> => {
  // One attempt: a start does not wait as long as Slack may ask to.
  const call = slackApi(config.apiUrl, 1)
  const [workspaces, problems] = await Promise.all([
    slackWorkspaces(config.workspaces, { ...parts, call }),
    tryAppToken(config, { ...parts, call }),
  ])
  if (!workspaces.ok) return no([workspaces.no, ...problems])
  return problems.length > 0 ? no(problems) : workspaces
}

/**
 * Makes the Slack adapter ready, or says why it cannot be: both tokens are tried before anything else
 * starts, and go on being tried while Slack is away. Bolt is
 * loaded here and only here, so that a start without Slack does not wait for it.
 */
export const prepareSlack = async (
  config: SlackConfig,
  parts: Parts,
): Promise<Result<Slack, readonly string[]>> => {
  const { log, now, order, store } = parts
  const standing = await tryTokens(config, parts)
  if (!standing.ok) return standing
  const { createSlackAdapter } = await import('../../adapters/slack/index.ts')
  const { installations, names, said } = standing.value
  const { transport, apiUrl } = config
  const tellAdministrators = createTellAdministrators({ store, now })
  const adapter = createSlackAdapter({
    transport,
    installations,
    scopes: neededScopes,
    apiUrl,
    clock: now,
    onMoved: (moved) => moveRoom({ order: order(), store })({ platform: 'slack', ...moved }),
    onLost: async (lost) => {
      await tellAdministrators({ platform: 'slack', ...lost })
    },
    onWarn: log.warn,
    onFault: log.error,
  })
  const health = () => {
    const { at } = said()
    return at === 'no' ? 'refused' : at === 'away' ? 'away' : (adapter.health?.() ?? 'up')
  }
  return yes({ adapter, names, heard: transport.kind, health })
}
