import type { IncomingMessage, ServerResponse } from 'node:http'
import { answerTo } from '../world/answer-to.ts'
import type { World } from '../world/create-world.ts'
import { readBody } from './read-body.ts'

/** Serves a response_url: five answers within half an hour, then 404. */
export const respondTo = async (
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> => {
  const id = url.pathname.slice('/response/'.length)
  const target = world.responses.get(id)
  const said = await readBody(request, url)
  world.calls.push({
    method: 'response_url',
    token: '',
    args: { ...said, response_url: id },
    at: world.now(),
  })
  const gone =
    target === undefined || world.now() > target.until
      ? 'expired_url'
      : target.left < 1
        ? 'used_url'
        : undefined
  const error = gone ?? (target === undefined ? undefined : answerTo(world, target, said))
  if (target !== undefined) world.responses.set(id, { ...target, left: target.left - 1 })
  response.writeHead(error === undefined ? 200 : 404, { 'content-type': 'application/json' })
  response.end(JSON.stringify(error === undefined ? { ok: true } : { ok: false, error }))
  world.signal.changed()
}
