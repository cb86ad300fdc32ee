import { slackApi } from '../../adapters/slack/setup/api.ts'
import { neededScopes } from '../../adapters/slack/setup/scopes.ts'
import { moveRoom } from '../app/move-room.ts'
import type { Adapter } from '../chat/adapter.ts'
import { no, type Result, yes } from '../domain/result.ts'
import type { Log } from '../process/log.ts'
import type { SlackConfig, SlackTransport } from '../settings/slack-config.ts'
import type { Sql } from '../store/sql.ts'
import type { Store } from '../store/store.ts'
import type { OrderItems } from '../work/order.ts'
import { type SlackWorkspaces, slackWorkspaces } from './slack-workspaces.ts'

/** Slack switched on: its adapter, what its workspaces are called, and how it is heard. */
export type Slack = {
  readonly adapter: Adapter
  readonly names: readonly string[]
  readonly heard: SlackTransport['kind']
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

/** Tries both tokens; everything that is wrong, else the workspaces. */
const tryTokens = async (
  { transport, workspaces, apiUrl }: SlackConfig,
  parts: Parts,
): Promise<Result<SlackWorkspaces, readonly string[]>> => {
  const call = slackApi(apiUrl)
  try {
    const standing = await slackWorkspaces(workspaces, { ...parts, call })
    const opened =
      transport.kind === 'socket' ? await call('apps.connections.open', transport.appToken) : undefined
    const problems = opened === undefined || opened.ok ? [] : [refusedAppToken(opened.error)]
    if (!standing.ok) return no([standing.no, ...problems])
    return problems.length > 0 ? no(problems) : standing
  } catch (error) {
    return no([error instanceof Error ? error.message : String(error)])
  }
}

/**
 * Makes the Slack adapter ready, or says why it cannot be: both tokens are tried before anything else starts. Bolt is
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
  const { installations, names } = standing.value
  const { transport, apiUrl } = config
  const adapter = createSlackAdapter({
    transport,
    installations,
    scopes: neededScopes,
    apiUrl,
    clock: now,
    onMoved: (moved) => moveRoom({ order: order(), store })({ platform: 'slack', ...moved }),
    onWarn: log.warn,
    onFault: log.error,
  })
  return yes({ adapter, names, heard: transport.kind })
}
