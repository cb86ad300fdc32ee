import type { ServerResponse } from 'node:http'
import type { Fields } from '../../fake/fields.ts'
import type { World } from '../world/create-world.ts'
import type { Call } from '../world/records.ts'
import { answerCall } from './answer-call.ts'
import type { Fault } from './faults.ts'
import { createPace } from './pace.ts'
import { type Answer, refusal } from './refuse.ts'
import type { Route } from './route.ts'

/** Answers calls: honestly, or with the fault that was asked for. */
export const createServe = (world: World) => {
  const pace = createPace(world)
  const owed = new Set<NodeJS.Timeout>()

  const reply = (response: ServerResponse, call: Call, { status, body, headers = {} }: Answer): void => {
    call.status = status
    call.answer = body
    if (!response.destroyed) {
      response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
      response.end(body === undefined ? undefined : JSON.stringify(body))
    }
    world.signal.changed()
  }

  const broken = (fault: Extract<Fault, { do: 'status' }>): Answer => ({
    ...(fault.code === ''
      ? { status: fault.status }
      : refusal(fault.status, fault.code ?? 'ServiceError', 'Teams is having trouble')),
    ...(fault.retryAfter === undefined ? {} : { headers: { 'retry-after': String(fault.retryAfter) } }),
  })

  /** Answers, or does whatever the fault says instead. */
  const answer = (
    response: ServerResponse,
    call: Call,
    ask: { readonly route: Route; readonly body: Fields; readonly url: URL },
    fault: Fault | undefined,
  ): void => {
    const honestly = (): Answer => {
      const came = answerCall(world, ask.route, ask.body, ask.url)
      // What is malformed is a mistake of the bot; that somebody cannot be reached is not.
      if ([400, 405, 413].includes(came.status) || ask.route.name === 'unknown')
        world.problems.push(`${call.name} ${call.path}: ${came.status} ${JSON.stringify(came.body)}`)
      return came
    }
    const honest = (): void => {
      const wait = pace(call)
      const limited = refusal(429, 'Throttled', 'API calls quota exceeded')
      reply(response, call, wait > 0 ? { ...limited, headers: { 'retry-after': String(wait) } } : honestly())
    }
    switch (fault?.do) {
      case undefined:
        honest()
        break
      case 'status':
        reply(response, call, broken(fault))
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
        const { status, body } = honestly()
        if (typeof fault.and === 'number') reply(response, call, broken({ do: 'status', status: fault.and }))
        else if (fault.and === 'cut') response.destroy()
        call.status = status
        call.answer = body
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
