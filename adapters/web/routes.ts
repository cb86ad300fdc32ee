import type { IncomingMessage, ServerResponse } from 'node:http'
import { browserLanguage } from './browser-language.ts'
import type { createChanges } from './changes.ts'
import type { createChat } from './chat.ts'
import type { createFiles } from './files.ts'
import { type Answer, no, readJson, send } from './http.ts'
import { limits } from './limits.ts'
import type { createLive } from './live.ts'
import { isForThisMachine, isFromOwnPage } from './loopback.ts'
import type { createReading } from './reading.ts'
import { requests } from './request.ts'
import type { WebDirectory } from './who.ts'

type Parts = {
  readonly chat: ReturnType<typeof createChat>
  readonly reading: ReturnType<typeof createReading>
  readonly changes: ReturnType<typeof createChanges>
  readonly files: ReturnType<typeof createFiles>
  readonly live: ReturnType<typeof createLive>
  readonly directory: WebDirectory
  readonly asset: (path: string, request: IncomingMessage, response: ServerResponse) => boolean
  readonly health: () => Promise<WebHealth>
  readonly onFault: (fault: unknown) => void
}

/** How the bot behind the page is; `down` is answered as 503. */
export type WebHealth = { readonly status: 'up' | 'degraded' | 'down' } & { readonly [part: string]: string }

type Shape<Value> = {
  readonly safeParse: (input: unknown) =>
    | { readonly success: true; readonly data: Value }
    | {
        readonly success: false
        readonly error: { readonly issues: readonly { readonly message: string }[] }
      }
}

/** The web chat's addresses. Everything under `/api/` names who acts; a person who is not on the list gets 404. */
export const createRoutes = ({
  chat,
  reading,
  changes,
  files,
  live,
  directory,
  asset,
  health,
  onFault,
}: Parts) => {
  const isKnown = async (people: readonly string[]) => {
    const known = await Promise.all(people.map(directory.knows))
    return known.every((knows) => knows)
  }

  const route =
    <Value extends { readonly as: string | readonly string[] }>(
      shape: Shape<Value>,
      act: (value: Value) => Promise<Answer>,
    ) =>
    async (input: unknown): Promise<Answer> => {
      const parsed = shape.safeParse(input)
      if (!parsed.success) return misread(parsed.error.issues.map(({ message }) => message))
      return (await isKnown([parsed.data.as].flat())) ? act(parsed.data) : unknownPerson
    }

  /** Whoever is looked at for the first time is spoken to as the browser reads. */
  const meet = async (query: Query, { headers }: IncomingMessage): Promise<void> => {
    const language = browserLanguage(headers['accept-language'])
    const people = (query.as ?? '').split(',').filter((person) => person !== '')
    if (language === undefined || people.length === 0 || people.length > limits.people) return
    if (await isKnown(people)) await directory.met?.(people, language)
  }

  const reads: { readonly [path: string]: (query: unknown) => Promise<Answer> } = {
    '/api/people': reading.people,
    '/api/inbox': route(requests.inbox, reading.inbox),
    '/api/messages': route(requests.messages, reading.messages),
    '/api/changes': route(requests.changes, changes),
  }
  const acts: { readonly [path: string]: (body: unknown) => Promise<Answer> } = {
    '/api/say': route(requests.say, chat.say),
    '/api/edit': route(requests.edit, chat.edit),
    '/api/erase': route(requests.erase, chat.erase),
    '/api/press': route(requests.press, chat.press),
    '/api/submit': route(requests.submit, chat.submit),
    '/api/read': route(requests.read, reading.read),
  }

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
    const isPage = !pathname.startsWith('/api/')
    if (!isForThisMachine(request.headers) || !(isPage || isFromOwnPage(request.headers)))
      return send(response, no(403, 'foreign', 'The web chat answers its own page on this machine only.'))
    const query: Query = Object.fromEntries(searchParams)
    if (request.method === 'POST' && pathname === '/api/upload') {
      const kept = await files.upload(query, request)
      if ('no' in kept) response.setHeader('connection', 'close')
      return send(response, kept)
    }
    if (request.method === 'POST') {
      const act = Object.hasOwn(acts, pathname) ? acts[pathname] : undefined
      if (!act) return send(response, unknownAddress)
      const body = await readJson(request)
      if ('no' in body) response.setHeader('connection', 'close')
      send(response, 'no' in body ? body : await act(body.json))
      return live.refresh()
    }
    if (request.method === 'GET' && (await files.download(pathname, query.as, response))) return
    if (request.method === 'GET' && pathname === '/health') {
      const now = await health()
      return send(response, { body: now, status: now.status === 'down' ? 503 : 200 })
    }
    if (isPage && asset(pathname, request, response)) return
    if (request.method !== 'GET') return send(response, unknownAddress)
    if (meets.includes(pathname)) await meet(query, request)
    if (pathname === '/api/live') return live.open(response)
    const read = Object.hasOwn(reads, pathname) ? reads[pathname] : undefined
    send(response, read ? await read(query) : unknownAddress)
  }

  return (request: IncomingMessage, response: ServerResponse): void => {
    answer(request, response).catch((fault: unknown) => {
      onFault(fault)
      if (response.headersSent) response.destroy()
      else send(response, no(500, 'fault', 'Something failed here. The same request may be sent again.'))
    })
  }
}

type Query = { readonly [name: string]: string }

/** Where a page begins to show somebody. */
const meets: readonly string[] = ['/api/people', '/api/inbox']

const unknownPerson = no(404, 'unknown_person', 'There is no such person.')
const unknownAddress = no(404, 'unknown_address', 'There is nothing at this address.')

const misread = (messages: readonly string[]): Answer => {
  if (messages.includes('too_long')) return no(422, 'too_long', 'A message has at most 8,000 characters.')
  if (messages.includes('empty')) return no(422, 'empty', 'There are no words in this message.')
  return no(400, 'misread', 'The request does not say what it should.')
}
