import { createTeamsHttp } from '../../../adapters/teams/wire/http.ts'
import type { Answered, Incoming } from '../../../adapters/teams/wire/port.ts'
import { createTeamsSdk } from '../../../adapters/teams/wire/sdk.ts'
import { createIdentity } from '../../support/teams/identity/create-identity.ts'
import { createConnector } from './sdk-connector.ts'

export const tenant = 'aaaaaaaa-0000-4000-8000-000000000001'

/** The bot's door on loopback, with Microsoft behind it: what came through, what was called, what was said. */
export const createDoor = async ({
  signedIn = true,
  onlyTenant,
  timeoutMs = 10_000,
  turn = async () => ({ status: 200 }),
}: {
  readonly signedIn?: boolean
  readonly onlyTenant?: string
  readonly timeoutMs?: number
  readonly turn?: (activity: Incoming) => Promise<Answered>
} = {}) => {
  const identity = await createIdentity(onlyTenant === undefined ? {} : { tenant: onlyTenant })
  const connector = await createConnector()
  const elsewhere = await createConnector('127.0.0.2')
  const warned: { message: string; fields: unknown }[] = []
  const faults: { message: string; fields: unknown }[] = []
  const turns: Incoming[] = []
  const createSdk = () =>
    createTeamsSdk({
      app: signedIn ? identity.app : undefined,
      cloud: identity.cloud,
      serviceHosts: ['127.0.0.1'],
      onWarn: (message, fields) => warned.push({ message, fields }),
      timeoutMs,
    })
  let sdk = createSdk()
  const server = createTeamsHttp({
    host: '127.0.0.1',
    port: 0,
    signedIn,
    hear: (authorization, activity) =>
      sdk.receive(authorization, activity, (heard) => {
        turns.push(heard)
        return turn(heard)
      }),
    onWarn: (message, fields) => warned.push({ message, fields }),
    onFault: (message, fields) => faults.push({ message, fields }),
  })
  const address = await server.open()

  const activity = (more: { readonly [name: string]: unknown } = {}): Incoming => ({
    type: 'message',
    id: '1700000000001',
    channelId: 'msteams',
    serviceUrl: connector.url,
    conversation: { id: 'a:1', tenantId: tenant },
    channelData: { tenant: { id: tenant } },
    from: { id: '29:one', aadObjectId: 'bbbbbbbb-0000-4000-8000-000000000001' },
    recipient: { id: `28:${identity.app.appId}` },
    text: 'hello',
    ...more,
  })
  const token = (said: Partial<Parameters<typeof identity.token>[0]> = {}): string =>
    identity.token({ serviceUrl: connector.url, ...said })
  /** Posts what Microsoft would, and gives the whole answer. */
  const post = async (
    authorization: string | undefined,
    body: unknown = activity(),
    headers: { readonly [name: string]: string } = {},
  ) => {
    const response = await fetch(`${address}/api/messages`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        ...(authorization === undefined ? {} : { authorization }),
        ...headers,
      },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
    return { status: response.status, body: await response.text(), headers: response.headers }
  }

  return {
    address,
    identity,
    connector,
    elsewhere,
    server,
    /** Forgets what was told already. */
    afresh: (): void => {
      sdk = createSdk()
      warned.length = 0
      turns.length = 0
    },
    warned,
    faults,
    turns,
    activity,
    token,
    post,
    stop: async (): Promise<void> => {
      await server.close(0)
      await Promise.all([identity.stop(), connector.stop(), elsewhere.stop()])
    },
  }
}

export type Door = Awaited<ReturnType<typeof createDoor>>
