import { HTTPReceiver, type HTTPReceiverOptions } from '@slack/bolt'
import type { WriteLog } from '../../../src/chat/adapter.ts'
import type { Installations } from '../../../src/chat/installations.ts'
import type { SlackInstall } from '../parts.ts'
import { type Api, apiOptions } from './api-options.ts'
import { eventsPath } from './http-gate.ts'
import { installStore } from './install-store.ts'
import { ending } from './transport.ts'

/** Where a workspace's administrator begins to install the app, and where Slack sends them back. */
export const installPaths = ['/slack/install', '/slack/oauth_redirect'] as const

const installOptions = (
  { clientId, clientSecret, stateSecret }: SlackInstall,
  scopes: readonly string[],
  api: Api,
  store: NonNullable<HTTPReceiverOptions['installationStore']>,
): Partial<HTTPReceiverOptions> => ({
  clientId,
  clientSecret,
  stateSecret,
  scopes: [...scopes],
  installationStore: store,
  installerOptions: {
    installPath: installPaths[0],
    redirectUriPath: installPaths[1],
    directInstall: true,
    stateVerification: true,
    clientOptions: apiOptions(api),
    authorizationUrl: new URL('../oauth/v2/authorize', api.apiUrl).href,
  },
})

/** Bolt's receiver of signed requests. What could not be kept is answered 500, so that Slack sends it again. */
export const httpReceiver = ({
  signingSecret,
  install,
  scopes,
  api,
  installations,
  clock,
  onFault,
}: {
  readonly signingSecret: string
  readonly install?: SlackInstall | undefined
  readonly scopes: readonly string[]
  readonly api: Api
  readonly installations: Installations
  readonly clock: () => number
  readonly onFault: WriteLog
}): HTTPReceiver =>
  new HTTPReceiver({
    signingSecret,
    endpoints: eventsPath,
    logger: api.logger,
    processEventErrorHandler: async ({ error, response }) => {
      if (error !== ending) onFault('what Slack sent could not be taken in; Slack sends it again', { error })
      if (!response.headersSent) response.writeHead(500).end()
      return true
    },
    unhandledRequestHandler: ({ response }) => {
      onFault('Slack was not told within three seconds that something arrived; it sends it again')
      if (!response.headersSent) response.writeHead(503).end()
    },
    ...(install === undefined
      ? {}
      : installOptions(install, scopes, api, installStore(installations, clock))),
  })
