import type { Fields } from '../../fake/fields.ts'
import { authMethods } from '../methods/auth-methods.ts'
import { chatMethods } from '../methods/chat-methods.ts'
import { conversationMethods } from '../methods/conversation-methods.ts'
import { historyMethods } from '../methods/history-methods.ts'
import type { Methods } from '../methods/method.ts'
import { otherMethods } from '../methods/other-methods.ts'
import { refusalIn, refuse } from '../methods/refuse.ts'
import { userMethods } from '../methods/user-methods.ts'
import { viewMethods } from '../methods/view-methods.ts'
import type { World } from '../world/create-world.ts'
import type { Install } from '../world/records.ts'

const methods: Methods = {
  ...authMethods,
  ...userMethods,
  ...conversationMethods,
  ...historyMethods,
  ...chatMethods,
  ...viewMethods,
  ...otherMethods,
}

/** Methods that are answered by the app's own token or by none. */
const elsewhere = new Set(['apps.connections.open', 'oauth.v2.access'])

/** Whether Slack has this method, as far as this one goes. */
export const knownMethod = (name: string): boolean => Object.hasOwn(methods, name) || elsewhere.has(name)

/** The installation a token is for; a token nobody has, or none at all, is refused. */
const authenticated = (world: World, token: string): Install => {
  if (token === '') return refuse('not_authed')
  const install = [...world.installs.values()].find((one) => one.token === token)
  if (install === undefined)
    return refuse(token.startsWith('xapp-') ? 'not_allowed_token_type' : 'invalid_auth')
  return install.lost === undefined ? install : refuse(install.lost)
}

/** Carries out a method with a bot's token. Whatever it refuses, it answers in Slack's form. */
export const answerCall = (world: World, method: string, token: string, args: Fields): Fields => {
  try {
    const install = authenticated(world, token)
    const run = methods[method] ?? refuse('unknown_method')
    return { ok: true, ...run({ world, args, install }) }
  } catch (thrown) {
    const refusal = refusalIn(thrown)
    if (refusal === undefined) throw thrown
    return refusal
  }
}
