import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, 'payloads')

/** Every recorded kind of payload, by name. */
export const payloadNames: readonly string[] = readdirSync(folder).map((name) => name.replace('.json', ''))

/** A recorded payload, fresh each time, as the wire gives it. */
export const payloadNamed = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'))

/** The bot in the recorded workspace. */
export const recordedContext = {
  botUser: 'U0ACCORD1',
  botId: 'B0ACCORD1',
  now: Date.UTC(2025, 10, 25, 9, 30),
}
