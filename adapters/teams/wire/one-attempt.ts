import { Agent } from 'node:http'
import { Agent as SecureAgent } from 'node:https'

/** What stands between a client of the SDK and the network; its type does not show it. */
type Piped = {
  readonly client: {
    readonly pipeline: {
      readonly removePolicy: (which: { readonly name: string }) => unknown
      readonly addPolicy: (policy: {
        readonly name: string
        readonly sendRequest: <Response>(
          request: { readonly url: string; agent?: Agent },
          next: (request: unknown) => Promise<Response>,
        ) => Promise<Response>
      }) => void
    }
  }
}

/**
 * Makes each call of a client one attempt, to the address it names and no other: repeating is the sender's, who knows what
 * a repetition would do. Each gets a connection of its own, because a kept one may be gone, and then nobody knows what arrived.
 */
export const oneAttempt = <Client extends object>(client: Client): Client => {
  const agents = { plain: new Agent({ keepAlive: false }), secure: new SecureAgent({ keepAlive: false }) }
  const { pipeline } = (client as unknown as Piped).client
  pipeline.removePolicy({ name: 'defaultRetryPolicy' })
  pipeline.removePolicy({ name: 'redirectPolicy' })
  pipeline.addPolicy({
    name: 'ownConnection',
    sendRequest: (request, next) => {
      // A proxy of the environment has one already.
      request.agent ??= request.url.startsWith('https:') ? agents.secure : agents.plain
      return next(request)
    },
  })
  return client
}
