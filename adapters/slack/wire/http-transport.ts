import type { WriteLog } from '../../../src/chat/adapter.ts'
import type { Installations } from '../../../src/chat/installations.ts'
import { httpListener } from '../../shared/http-listener.ts'
import type { SlackTransport } from '../parts.ts'
import type { Api } from './api-options.ts'
import { httpGate } from './http-gate.ts'
import { httpReceiver, installPaths } from './http-receiver.ts'
import type { Transport } from './transport.ts'

/** Slack over signed requests to one address of ours, behind a proxy that has the certificate. */
export const httpTransport = ({
  transport: { signingSecrets, host, port, install },
  clock,
  onWarn,
  onFault,
  ...parts
}: {
  readonly transport: Extract<SlackTransport, { kind: 'http' }>
  readonly installations: Installations
  readonly scopes: readonly string[]
  readonly api: Api
  readonly clock: () => number
  readonly onWarn: WriteLog
  readonly onFault: WriteLog
}): Transport => {
  if (signingSecrets.length === 0 || signingSecrets.some((secret) => secret === ''))
    throw new Error(
      'SLACK_SIGNING_SECRET is empty. Copy the "Signing Secret" of your app from Basic Information.',
    )
  const made = signingSecrets.map((signingSecret) => ({
    secret: signingSecret,
    receiver: httpReceiver({ ...parts, signingSecret, install, clock, onFault }),
  }))
  const gate = httpGate({
    receivers: made.map(({ secret, receiver }) => ({ secret, pass: receiver.requestListener })),
    clock,
    installPaths: install === undefined ? [] : installPaths,
    onWarn,
    onFault,
  })
  const server = httpListener(host, port, gate)
  return {
    receivers: made.map(({ receiver }) => receiver),
    isOpen: () => true,
    open: async () => ({ address: await server.open() }),
    close: server.close,
  }
}
