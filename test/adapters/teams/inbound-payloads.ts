import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, 'payloads')

/** Every recorded kind of activity, by name. */
export const payloadNames: readonly string[] = readdirSync(folder).map((name) => name.replace('.json', ''))

/** A recorded activity, fresh each time, as the wire gives it. */
export const payloadNamed = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'))

/** The bot in the recorded tenant. */
export const recordedContext = {
  appId: '5f3a1c9e-7b24-4d86-9a10-c2e8f4b7d611',
  now: Date.UTC(2026, 10, 25, 9, 30, 2),
}
