import { randomUUID } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { type Fields, textOf } from '../../fake/fields.ts'
import type { World } from '../world/create-world.ts'
import { installApp } from '../world/install-app.ts'

/** A code for a workspace whose administrator approved the app, good once. */
export const approve = (world: World, team: string, user: string, redirect = ''): string => {
  const code = randomUUID()
  world.codes.set(code, { team, redirect, user })
  return code
}

/** The page on which an administrator approves: sends them straight back with a code. `team` says of which workspace. */
export const authorizePage = (world: World, response: ServerResponse, url: URL): void => {
  const redirect = url.searchParams.get('redirect_uri') ?? ''
  const team = url.searchParams.get('team') ?? [...world.teams.keys()][0] ?? ''
  if (url.searchParams.get('client_id') !== world.app.clientId || !URL.canParse(redirect)) {
    response.writeHead(400).end('invalid_client_id')
    return
  }
  const user = [...world.users.values()].find((one) => one.team === team && !one.bot)?.id ?? world.id('U')
  const back = new URL(redirect)
  back.searchParams.set('code', approve(world, team, user, redirect))
  back.searchParams.set('state', url.searchParams.get('state') ?? '')
  response.writeHead(302, { location: back.href }).end()
}

/** Exchanges a code for the bot's token of that workspace. */
export const oauthAccess = (world: World, args: Fields): Fields => {
  const failed = (error: string): Fields => ({ ok: false, error })
  if (args.client_id !== world.app.clientId) return failed('invalid_client_id')
  if (args.client_secret !== world.app.clientSecret) return failed('bad_client_secret')
  const code = world.codes.get(textOf(args.code))
  if (code === undefined) return failed('invalid_code')
  if (code.redirect !== '' && textOf(args.redirect_uri) !== code.redirect) return failed('bad_redirect_uri')
  world.codes.delete(textOf(args.code))
  const install = installApp(world, code.team)
  return {
    ok: true,
    access_token: install.token,
    token_type: 'bot',
    scope: install.scopes.join(','),
    bot_user_id: install.botUser,
    app_id: world.app.id,
    team: { id: code.team, name: world.teams.get(code.team)?.name },
    enterprise: null,
    is_enterprise_install: false,
    authed_user: { id: code.user },
  }
}
