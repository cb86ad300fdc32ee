import type { Fields } from '../../fake/fields.ts'
import type { World } from '../world/create-world.ts'
import type { Attempt } from './delivery.ts'

const parsed = (text: string): unknown => {
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** Posts an activity to the bot once, with this authorization. A late answer is a problem. */
export const postActivity = async (
  world: World,
  url: string,
  activity: unknown,
  authorization: string | undefined,
): Promise<Attempt> => {
  const begun = performance.now()
  const afterMs = (): number => Math.round(performance.now() - begun)
  const late = (): void => {
    if (afterMs() <= world.rules.answerWithin) return
    const { type, name, id } = (activity ?? {}) as Fields
    world.problems.push(`${[type, name, id].filter(Boolean).join(' ')} was answered after ${afterMs()} ms`)
  }
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        // A bot that starts anew at the same address is not met on a connection of the one before.
        connection: 'close',
        ...(authorization === undefined ? {} : { authorization }),
      },
      body: typeof activity === 'string' ? activity : JSON.stringify(activity),
      signal: AbortSignal.timeout(world.rules.giveUpAfter),
    })
    const body = parsed(await response.text())
    late()
    return { status: response.status, afterMs: afterMs(), ...(body === undefined ? {} : { body }) }
  } catch (error) {
    late()
    return { afterMs: afterMs(), failed: String(error instanceof Error ? (error.cause ?? error) : error) }
  }
}
