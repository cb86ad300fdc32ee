import type { ServerResponse } from 'node:http'
import { type Fields, textOf } from '../../fake/fields.ts'
import type { Sockets } from '../deliver/create-sockets.ts'
import type { World } from '../world/create-world.ts'
import type { Call } from '../world/records.ts'
import { answerApi } from './answer-api.ts'
import type { Fault } from './faults.ts'
import { createPace } from './pace.ts'

/** Answers calls: honestly, or with the fault that was asked for. */
export const createServe = (world: World, sockets: Sockets) => {
  const pace = createPace(world)
  const owed = new Set<NodeJS.Timeout>()

  const reply = (
    response: ServerResponse,
    call: Call,
    status: number,
    answer: Fields,
    headers = {},
  ): void => {
    call.answer = answer
    call.status = status
    if (!response.destroyed) {
      response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
      response.end(JSON.stringify(answer))
    }
    world.signal.changed()
  }

  const limited = (response: ServerResponse, call: Call, seconds: number): void =>
    reply(response, call, 429, { ok: false, error: 'ratelimited' }, { 'retry-after': String(seconds) })

  /** Answers, or does whatever the fault says instead. */
  const answer = (response: ServerResponse, call: Call, fault: Fault | undefined): void => {
    const honest = (): void => {
      const wait = pace(call.method, call.team ?? '', textOf(call.args.channel))
      const honestly = wait > 0 ? undefined : answerApi(world, sockets, call)
      if (honestly === undefined) limited(response, call, wait)
      else reply(response, call, 200, honestly.answer, honestly.headers)
    }
    const broken = (status: number, body = 'Slack is having trouble'): void => {
      call.status = status
      response.writeHead(status, { 'content-type': 'text/html' }).end(body)
    }
    switch (fault?.do) {
      case undefined:
        honest()
        break
      case 'status':
        broken(fault.status, fault.body)
        break
      case 'error':
        reply(response, call, 200, { ok: false, error: fault.error, ...fault.more })
        break
      case 'limit':
        limited(response, call, fault.retryAfter)
        break
      case 'hang':
        break
      case 'cut':
        response.destroy()
        break
      case 'slow': {
        const timer = setTimeout(() => {
          owed.delete(timer)
          honest()
        }, fault.ms)
        owed.add(timer)
        break
      }
      case 'accept': {
        call.answer = answerApi(world, sockets, call).answer
        if (fault.and === 'cut') response.destroy()
        else if (fault.and !== 'hang') broken(fault.and)
        break
      }
    }
    world.signal.changed()
  }

  return {
    answer,
    /** Forgets the answers that are still owed. */
    stop: (): void => {
      for (const timer of owed) clearTimeout(timer)
    },
  }
}
