import type { IncomingMessage, ServerResponse } from 'node:http'
import type { World } from '../world/create-world.ts'

/** Gives a file's bytes to who brings a token with files:read; anybody else is sent to sign in, as Slack does. */
export const serveFile = (
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): void => {
  const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? ''
  const id = /^\/files-pri\/[^/]*?-(F[A-Z0-9]+)\//.exec(url.pathname)?.[1] ?? ''
  const file = world.files.get(id)
  world.calls.push({ method: 'file', token: bearer, args: { file: id, path: url.pathname }, at: world.now() })
  const install = [...world.installs.values()].find(
    ({ token, lost }) => token === bearer && lost === undefined,
  )
  if (install === undefined || !install.scopes.includes('files:read')) {
    response.writeHead(302, { location: `${world.base}/sign-in` }).end()
  } else if (file === undefined) response.writeHead(404).end()
  else if (file.redirect !== undefined) response.writeHead(302, { location: file.redirect }).end()
  else response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(file.bytes)
  world.signal.changed()
}
