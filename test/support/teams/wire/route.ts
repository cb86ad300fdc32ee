import { apart } from '../world/find.ts'
import type { CallName } from '../world/records.ts'

/** What a request asks for. */
export type Route = {
  readonly name: CallName
  readonly conversation?: string
  readonly thread?: string
  readonly activity?: string
  readonly member?: string
}

const names: readonly (readonly [RegExp, CallName])[] = [
  [/^POST \/v3\/conversations$/, 'create'],
  [/^POST \/v3\/conversations\/(?<conversation>[^/]+)\/activities$/, 'send'],
  [/^POST \/v3\/conversations\/(?<conversation>[^/]+)\/activities\/(?<activity>[^/]+)$/, 'reply'],
  [/^PUT \/v3\/conversations\/(?<conversation>[^/]+)\/activities\/(?<activity>[^/]+)$/, 'update'],
  [/^DELETE \/v3\/conversations\/(?<conversation>[^/]+)\/activities\/(?<activity>[^/]+)$/, 'delete'],
  [/^GET \/v3\/conversations\/(?<conversation>[^/]+)\/(?:paged)?members$/, 'members'],
  [/^GET \/v3\/conversations\/(?<conversation>[^/]+)\/members\/(?<member>[^/]+)$/, 'member'],
  [/^GET \/v3\/teams\/(?<conversation>[^/]+)$/, 'team'],
]

/** Reads a request; `unknown` where the connector has nothing at that address. */
export const routeOf = (method: string, path: string): Route => {
  for (const [pattern, name] of names) {
    const found = pattern.exec(`${method} ${path}`)
    if (found === null) continue
    const { conversation, ...rest } = Object.fromEntries(
      Object.entries(found.groups ?? {}).flatMap(([key, value]) =>
        value === undefined ? [] : [[key, decodeURIComponent(value)]],
      ),
    )
    if (conversation === undefined) return { name }
    const { base, thread } = apart(conversation)
    return { name, ...rest, conversation: base, ...(thread === undefined ? {} : { thread }) }
  }
  return { name: 'unknown' }
}
