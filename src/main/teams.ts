import { cloudOf, trySignIn } from '../../adapters/teams/setup/api.ts'
import { isDefinite, signInRefusal } from '../../adapters/teams/setup/refusal.ts'
import type { Adapter } from '../chat/adapter.ts'
import { createCardAt } from '../deliver/card-at.ts'
import { createTellAdministrators } from '../deliver/tell-administrators.ts'
import { no, type Result, yes } from '../domain/result.ts'
import type { Log } from '../process/log.ts'
import type { TeamsApp, TeamsConfig } from '../settings/teams-config.ts'
import { createPosts } from '../store/posts.ts'
import { createReferences } from '../store/references.ts'
import type { Sql } from '../store/sql.ts'
import type { Store } from '../store/store.ts'
import type { KindsOfWork } from '../work/kind.ts'
import { askUntilKnown, type Said } from './ask-until-known.ts'
import type { ChatHealth } from './health.ts'

/** Teams switched on: its adapter, and whether people prove who they are. */
export type Teams = {
  readonly adapter: Adapter
  readonly signedIn: boolean
  readonly health: () => ChatHealth
}

type Parts = {
  readonly sql: Sql
  readonly store: Store
  readonly kinds: KindsOfWork
  readonly log: Log
  readonly now: () => number
  readonly dice: () => number
}

/** Tries to sign in. What is no word of the sign-in service about the app is no reason not to start. */
const signIn = async (app: TeamsApp | undefined, config: TeamsConfig): Promise<Said<undefined>> => {
  if (app === undefined) return { at: 'yes', value: undefined }
  const { refused } = await trySignIn(app, cloudOf(config))
  if (refused === undefined) return { at: 'yes', value: undefined }
  const { says, todo } = signInRefusal(refused, app)
  return { at: isDefinite(refused) ? 'no' : 'away', why: `${says} ${todo}` }
}

const notInstalled =
  'Teams is switched on, but its library is not installed. Run "npm ci" without --omit=peer, or take TEAMS_APP_ID away.'

/** The adapter with its library; nothing where the library was left out of the installation. */
const loaded = async () => {
  try {
    return (await import('../../adapters/teams/index.ts')).createTeamsAdapter
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') return undefined
    throw error
  }
}

/**
 * Makes the Teams adapter ready, or says why it cannot be: the app's id and secret are tried before anything else starts,
 * and go on being tried while Microsoft is away.
 * The SDK is loaded here and only here, so that a start without Teams neither waits nor has room for it.
 */
export const prepareTeams = async (
  config: TeamsConfig,
  { sql, store, kinds, log, now, dice }: Parts,
): Promise<Result<Teams, readonly string[]>> => {
  const { app, host, port, serviceHosts } = config
  const createTeamsAdapter = await loaded()
  if (createTeamsAdapter === undefined) return no([notInstalled])
  const said = await askUntilKnown(() => signIn(app, config), { name: 'Microsoft', log })
  const first = said()
  if (first.at === 'no') return no([first.why])
  if (app === undefined)
    log.warn('Teams runs without sign-in: whoever reaches its port may be anyone. For development alone.')
  else if (app.tenant === undefined)
    log.warn('Teams: TEAMS_TENANT_ID is not set, so every tenant that installs the app is heard.')
  const tellAdministrators = createTellAdministrators({ store, now })
  const adapter = createTeamsAdapter({
    app,
    ...(config.cloud && { cloud: config.cloud }),
    ...{ host, port, serviceHosts },
    references: createReferences(sql, store.onCommit),
    posts: createPosts(sql),
    cardAt: createCardAt({ store, kinds, now }),
    clock: now,
    dice,
    onWarn: log.warn,
    onFault: log.error,
    onUnreachable: async (lost) => {
      await tellAdministrators({ platform: 'teams', ...lost })
    },
  })
  const health = () => {
    const { at } = said()
    return at === 'no' ? 'refused' : at === 'away' ? 'away' : (adapter.health?.() ?? 'up')
  }
  return yes({ adapter, signedIn: app !== undefined, health })
}
