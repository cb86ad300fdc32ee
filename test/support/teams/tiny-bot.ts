import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { carry } from '../../../adapters/teams/form/carried.ts'
import { type Fields, fieldsOf, textOf } from '../fake/fields.ts'
import type { FakeTeams } from './start-fake-teams.ts'

/** What the bot answers an activity with; a status alone for most. */
type Answers = (activity: Fields) => unknown

/** A bot of fetch and node:http that keeps what it hears and answers as told: the smallest there can be. */
export const startTinyBot = async (teams: FakeTeams, answers: Answers = () => undefined) => {
  const heard: Fields[] = []
  let answer = answers
  const server = createServer(async (request, response) => {
    const activity = fieldsOf(JSON.parse(await text(request)))
    heard.push(activity)
    const said = await answer(activity)
    const body = said === undefined ? undefined : JSON.stringify(said)
    if (!response.destroyed) response.writeHead(200, { 'content-type': 'application/json' }).end(body)
    teams.world.signal.changed()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  teams.useBot(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)

  const { appId, password } = teams.app
  const given = await fetch(`${teams.cloud.loginUrl}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: appId,
      client_secret: password,
      scope: `${teams.cloud.oauthScope}/.default`,
    }),
  })
  const token = textOf(fieldsOf(await given.json()).access_token)

  const call = async (method: string, path: string, body?: unknown, authorization = `Bearer ${token}`) => {
    const response = await fetch(new URL(path, teams.serviceUrl()), {
      method,
      headers: { 'content-type': 'application/json', authorization },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const said = await response.text()
    return {
      status: response.status,
      body: fieldsOf(said === '' ? undefined : JSON.parse(said)),
      retryAfter: response.headers.get('retry-after'),
    }
  }

  return {
    heard,
    /** From now on it answers so. */
    answers: (next: Answers): void => {
      answer = next
    },
    call,
    /** Posts into a conversation, which may name a thread. */
    post: (conversation: string, activity: Fields) =>
      call('POST', `v3/conversations/${encodeURIComponent(conversation)}/activities`, {
        type: 'message',
        ...activity,
      }),
    update: (conversation: string, id: string, activity: Fields) =>
      call('PUT', `v3/conversations/${encodeURIComponent(conversation)}/activities/${id}`, {
        type: 'message',
        ...activity,
      }),
    stop: async (): Promise<void> => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Words of a card. */
export const words = (text: string): Fields => ({ type: 'TextBlock', text, wrap: true })

/** A message of one card. */
export const withCard = (
  body: readonly Fields[],
  actions: readonly Fields[] = [],
  summary = 'A card',
): Fields => ({
  summary,
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: adaptive(body, actions) }],
})

/** A card. */
export const adaptive = (body: readonly Fields[], actions: readonly Fields[] = []): Fields => ({
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
  lang: 'en',
  speak: 'A card',
  fallbackText: 'A card',
  body,
  ...(actions.length === 0 ? {} : { actions }),
})

/** A button as the product's cards have them. */
export const button = (title: string, choice = 'one'): Fields => {
  const data = carry({ press: { flow: 'tiny', choice } })
  return {
    type: 'Action.Execute',
    title,
    verb: 'accord',
    data,
    fallback: { type: 'Action.Submit', title, data },
  }
}

/** A button that opens a window, and one that sends it. */
export const opener = (title: string): Fields => ({
  type: 'Action.Submit',
  title,
  data: { msteams: { type: 'task/fetch' }, ...carry({ press: { flow: 'tiny' } }) },
  associatedInputs: 'none',
})
export const sender = (title: string): Fields => ({
  type: 'Action.Submit',
  title,
  data: carry({ form: { flow: 'tiny' } }),
})

/** A field. */
export const input = (id: string, label: string, more: Fields = {}): Fields => ({
  type: 'Input.Text',
  id,
  label,
  ...more,
})
