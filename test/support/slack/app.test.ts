import { webApi } from '@slack/bolt'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Fields, textOf } from '../fake/fields.ts'
import { connectRecordingApp } from './recording-app.ts'
import type { FakeSlack } from './start-fake-slack.ts'
import { startTwoWorkspaces } from './two-workspaces.ts'

let slack: FakeSlack
let app: Awaited<ReturnType<typeof connectRecordingApp>>
const client = () => new webApi.WebClient(slack.token('T0SUPPLY'), { slackApiUrl: slack.apiUrl })
const heard = (): Fields => app.envelopes().at(-1)?.payload ?? {}
const types = () =>
  app.events().map(({ type, subtype }) => (subtype === undefined ? type : `${type}/${subtype}`))

beforeEach(async () => {
  slack = await startTwoWorkspaces()
  app = await connectRecordingApp(slack)
})
afterEach(() => slack.stop())

describe('the app', () => {
  it('is taken away with both events and a dead token', async () => {
    await slack.uninstall('T0SUPPLY')
    expect(types().toSorted()).toEqual(['app_uninstalled', 'tokens_revoked'])
    await expect(client().auth.test()).rejects.toMatchObject({ data: { error: 'account_inactive' } })
  })

  it('is installed in another workspace by a code that is good once', async () => {
    slack.addTeam({ id: 'T0THIRD', name: 'Third', installed: false })
    const redirect = 'http://127.0.0.1:1/slack/oauth_redirect'
    const page = new URL(`${slack.base}/oauth/v2/authorize`)
    page.search = new URLSearchParams({
      client_id: slack.app.clientId,
      state: 's1',
      redirect_uri: redirect,
      team: 'T0THIRD',
    }).toString()
    const back = new URL((await fetch(page, { redirect: 'manual' })).headers.get('location') ?? '')
    expect(back.searchParams.get('state')).toBe('s1')
    const code = back.searchParams.get('code') ?? ''
    const exchange = (secret: string) =>
      new webApi.WebClient(undefined, { slackApiUrl: slack.apiUrl }).oauth.v2.access({
        client_id: slack.app.clientId,
        client_secret: secret,
        code,
        redirect_uri: redirect,
      })
    await expect(exchange('wrong')).rejects.toMatchObject({ data: { error: 'bad_client_secret' } })
    expect(await exchange(slack.app.clientSecret)).toMatchObject({
      team: { id: 'T0THIRD' },
      access_token: slack.token('T0THIRD'),
    })
    await expect(exchange(slack.app.clientSecret)).rejects.toMatchObject({ data: { error: 'invalid_code' } })
  })

  it('follows a channel whose id changes, and loses one whose share ends', async () => {
    await slack.changeChannelId('C0OPS', 'C0NEW')
    expect(heard()).toMatchObject({
      event: { type: 'channel_id_changed', old_channel_id: 'C0OPS', new_channel_id: 'C0NEW' },
    })
    await expect(client().chat.postMessage({ channel: 'C0OPS', text: 'x' })).rejects.toMatchObject({
      data: { error: 'channel_not_found' },
    })
    await slack.unshareChannel('C0ROOM', 'T0CLIENT')
    expect(heard()).toMatchObject({ event: { type: 'channel_unshared' } })
    await expect(slack.person('U0MAX').say('C0ROOM', 'x')).rejects.toThrow('not in C0ROOM')
  })
})

describe('a response_url', () => {
  it('is good five times', async () => {
    await slack.person('U0ZHANG').command('C0OPS', '/incident')
    const url = textOf(heard().response_url)
    const answer = (body: Fields) =>
      fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    expect((await answer({ text: 'for you' })).status).toBe(200)
    expect((await answer({ text: 'for all', response_type: 'in_channel' })).status).toBe(200)
    expect(slack.ephemerals('U0ZHANG')).toMatchObject([{ text: 'for you' }])
    expect(slack.messages('C0OPS')).toMatchObject([{ text: 'for all' }])
    for (let time = 0; time < 3; time++) await answer({ text: 'x' })
    expect(await (await answer({ text: 'x' })).json()).toEqual({ ok: false, error: 'used_url' })
  })

  it('expires after half an hour', async () => {
    await slack.person('U0ZHANG').command('C0OPS', '/incident')
    slack.advance(31 * 60_000)
    const gone = await fetch(textOf(heard().response_url), { method: 'POST', body: '{}' })
    expect([gone.status, await gone.json()]).toEqual([404, { ok: false, error: 'expired_url' }])
  })
})
