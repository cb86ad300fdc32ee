import { webApi } from '@slack/bolt'
import { WebSocket } from 'undici'
import { type Fields, fieldsOf } from '../fake/fields.ts'
import type { FakeSlack } from './start-fake-slack.ts'

/** An envelope as it came, parsed. */
export type Envelope = Fields & { readonly envelope_id: string; readonly payload: Fields }

/** A bare Socket Mode connection that keeps what it gets and answers as told: the smallest app there can be. */
export const connectRecordingApp = async (
  slack: FakeSlack,
  answer: (envelope: Envelope) => unknown = () => ({}),
) => {
  const opener = new webApi.WebClient(slack.app.token, { slackApiUrl: slack.apiUrl })
  const { url } = await opener.apps.connections.open()
  const socket = new WebSocket(String(url))
  const said: Fields[] = []
  let closed: number | undefined
  socket.addEventListener('message', ({ data }) => {
    const message = fieldsOf(JSON.parse(String(data)))
    said.push(message)
    slack.world.signal.changed()
    if (message.envelope_id === undefined) return
    const payload = answer(message as Envelope)
    if (payload !== undefined) socket.send(JSON.stringify({ envelope_id: message.envelope_id, payload }))
  })
  socket.addEventListener('close', ({ code }) => {
    closed = code
    slack.world.signal.changed()
  })
  await slack.until(() => slack.sockets.count() > 0 && said.length > 0, 'hello')
  return {
    socket,
    said,
    envelopes: (): readonly Envelope[] =>
      said.filter((message): message is Envelope => message.envelope_id !== undefined),
    events: (): readonly Fields[] =>
      said
        .filter(({ type }) => type === 'events_api')
        .map(({ payload }) => fieldsOf(fieldsOf(payload).event)),
    closed: () => closed,
    close: () => socket.close(),
  }
}
