import type { Fields } from '../../fake/fields.ts'
import type { Sockets } from '../deliver/create-sockets.ts'
import type { World } from '../world/create-world.ts'
import type { Call } from '../world/records.ts'
import { answerCall, knownMethod } from './answer-call.ts'
import { oauthAccess } from './oauth.ts'

type Answered = { readonly answer: Fields; readonly headers: Readonly<Record<string, string>> }

const failed = (error: string): Answered => ({ answer: { ok: false, error }, headers: {} })

const openConnection = (world: World, sockets: Sockets, token: string): Answered => {
  if (token === '') return failed('not_authed')
  if (token.startsWith('xoxb-')) return failed('not_allowed_token_type')
  if (token !== world.app.token) return failed('invalid_auth')
  return { answer: { ok: true, url: sockets.address() }, headers: {} }
}

/** Answers a call as Slack does, with the scopes of the token in the headers. */
export const answerApi = (world: World, sockets: Sockets, { method, token, args }: Call): Answered => {
  if (!knownMethod(method)) return failed('unknown_method')
  if (method === 'apps.connections.open') return openConnection(world, sockets, token)
  if (method === 'oauth.v2.access') return { answer: oauthAccess(world, args), headers: {} }
  if (method === 'auth.test' && token === world.app.token)
    return {
      answer: { ok: true, app_name: world.app.name, app_id: world.app.id },
      headers: { 'x-oauth-scopes': 'connections:write' },
    }
  const install = [...world.installs.values()].find((one) => one.token === token)
  const scopes: Record<string, string> =
    install === undefined ? {} : { 'x-oauth-scopes': install.scopes.join(',') }
  return { answer: answerCall(world, method, token, args), headers: scopes }
}
