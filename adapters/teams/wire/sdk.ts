import { TeamsAdapter } from '@microsoft/teams-ai/lib/TeamsAdapter.js'
import type { Activity, BotFrameworkAdapter, ConversationParameters, ConversationReference } from 'botbuilder'
import type { WriteLog } from '../../../src/chat/adapter.ts'
import { notSent } from '../../shared/not-sent.ts'
import type { TeamsApp, TeamsCloud } from '../parts.ts'
import { failureOf } from './failure.ts'
import { hushed } from './hushed.ts'
import { oneAttempt } from './one-attempt.ts'
import type { Called, TeamsPort } from './port.ts'
import { createProof } from './proof.ts'
import { createRefusals } from './refusals.ts'
import { createMayCall, isLoopbackUrl } from './service-hosts.ts'
import { createSignIn } from './sign-in.ts'

type ConnectorClient = ReturnType<BotFrameworkAdapter['createConnectorClient']>
type CredentialsFactory = NonNullable<ConstructorParameters<typeof TeamsAdapter>[1]>
type Credentials = Awaited<ReturnType<CredentialsFactory['createCredentials']>>

/** No call may hang for longer, ms. */
const patienceMs = 10_000
/** Clients that are kept, one for each address Microsoft names: a few for each tenant. */
const mostClients = 200

/** Microsoft's public cloud. */
const usual = {
  issuer: 'https://api.botframework.com',
  oauthScope: 'https://api.botframework.com',
  login: 'https://login.microsoftonline.com/',
  /** The tenant that a bot of every tenant signs in at. */
  tenant: 'botframework.com',
}

/** Where the SDK looks for keys and what it expects in tokens. */
const optionsOf = (cloud: TeamsCloud | undefined) =>
  cloud === undefined
    ? {}
    : {
        ToBotFromChannelOpenIdMetadataUrl: cloud.openIdUrl,
        ToBotFromChannelTokenIssuer: cloud.issuer,
        ToBotFromEmulatorOpenIdMetadataUrl: cloud.openIdUrl,
        ToChannelFromBotLoginUrl: cloud.loginUrl,
        ToChannelFromBotOAuthScope: cloud.oauthScope,
        OAuthUrl: cloud.oauthScope,
      }

/** The id that an answer names. What the connector took but did not name may stand all the same. */
const idOf = ({ id }: { readonly id?: unknown }): string => {
  if (typeof id === 'string' && id !== '') return id
  throw new Error('the connector named no id')
}

/**
 * Microsoft Teams through its SDK, of which only the authentication and the connector's client are used. `serviceHosts` are
 * the only hosts that are ever called or heard from. Without an app nobody is authenticated, and only this machine is called.
 */
export const createTeamsSdk = ({
  app,
  cloud,
  serviceHosts,
  onWarn,
  clock = Date.now,
  timeoutMs = patienceMs,
}: {
  readonly app: TeamsApp | undefined
  readonly cloud?: TeamsCloud | undefined
  readonly serviceHosts: readonly string[]
  readonly onWarn: WriteLog
  readonly clock?: () => number
  readonly timeoutMs?: number
}): TeamsPort => {
  const listed = createMayCall(serviceHosts)
  const mayCall = (url: string): boolean => listed(url) && (app !== undefined || isLoopbackUrl(url))
  const refused = createRefusals(onWarn, clock)
  const token =
    app &&
    createSignIn(
      {
        loginUrl: cloud?.loginUrl ?? `${usual.login}${app.tenant ?? usual.tenant}`,
        scope: cloud?.oauthScope ?? usual.oauthScope,
        appId: app.appId,
        password: app.password,
      },
      { clock, timeoutMs },
    )

  const credentials: Credentials = {
    signRequest: async (request) => {
      // The last look at where the token goes, after all that the SDK makes of an address.
      if (!mayCall(new URL(request.url).origin)) throw notSent('not a host that the bot may call')
      if (token !== undefined) request.headers.set('authorization', `Bearer ${await token()}`)
      return request
    },
  }
  const adapter = new TeamsAdapter(optionsOf(cloud), {
    isValidAppId: async (appId) => appId === app?.appId,
    isAuthenticationDisabled: async () => app === undefined,
    createCredentials: async () => credentials,
  })

  const problemOf = createProof({
    app,
    issuer: cloud?.issuer ?? usual.issuer,
    mayCall,
    // The SDK's turn does nothing: ours begins when it is over, so that nothing of it can come late.
    authenticate: (authorization, activity) =>
      hushed(() =>
        adapter.processActivityDirect(authorization, { ...activity } as unknown as Activity, async () => {}),
      ),
    timeoutMs,
  })

  const clients = new Map<string, ConnectorClient>()
  const clientFor = async (serviceUrl: string): Promise<ConnectorClient> => {
    const kept = clients.get(serviceUrl)
    if (kept !== undefined) return kept
    let made: ConnectorClient | undefined
    const reference = { serviceUrl, channelId: 'msteams', conversation: { id: '' } }
    await adapter.continueConversationAsync(
      app?.appId ?? '',
      reference as ConversationReference,
      async ({ turnState }) => {
        made = turnState.get<ConnectorClient>(adapter.ConnectorClientKey)
      },
    )
    if (made === undefined) throw notSent('the SDK made no client')
    const [oldest] = clients.size >= mostClients ? clients.keys() : []
    if (oldest !== undefined) clients.delete(oldest)
    clients.set(serviceUrl, oneAttempt(made))
    return made
  }

  const call = async <Value>(
    serviceUrl: string,
    work: (conversations: ConnectorClient['conversations']) => Promise<Value>,
  ): Promise<Called<Value>> => {
    try {
      if (!mayCall(serviceUrl)) throw notSent('not a host that the bot may call')
      const { conversations } = await clientFor(serviceUrl)
      return { ok: true, value: await work(conversations) }
    } catch (error) {
      return { ok: false, failure: failureOf(error, clock()) }
    }
  }
  const options = { timeout: timeoutMs }

  return {
    receive: async (authorization, activity, turn) => {
      const problem = await problemOf(authorization, activity)
      if (problem === undefined) return turn(activity)
      refused(problem)
      return { status: 401 }
    },
    send: ({ serviceUrl, conversation }, activity) =>
      call(serviceUrl, async (conversations) =>
        idOf(await conversations.sendToConversation(conversation, activity as Partial<Activity>, options)),
      ),
    update: ({ serviceUrl, conversation }, id, activity) =>
      call(serviceUrl, async (conversations) => {
        await conversations.updateActivity(conversation, id, activity as Partial<Activity>, options)
        return undefined
      }),
    member: ({ serviceUrl, conversation }, user) =>
      call(serviceUrl, async (conversations) => {
        const found = await conversations.getConversationMember(conversation, user, options)
        return found.aadObjectId || undefined
      }),
    openDirect: ({ serviceUrl, tenant, user }) =>
      call(serviceUrl, async (conversations) => {
        const asked: Partial<ConversationParameters> = {
          isGroup: false,
          ...(app === undefined ? {} : { bot: { id: `28:${app.appId}`, name: '' } }),
          members: [{ id: user, name: '' }],
          tenantId: tenant,
          channelData: { tenant: { id: tenant } },
        }
        return idOf(await conversations.createConversation(asked as ConversationParameters, options))
      }),
  }
}
