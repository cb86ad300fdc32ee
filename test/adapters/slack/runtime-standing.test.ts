import { describe, expect, it } from 'vitest'
import { createOutage } from '../../../adapters/shared/outage.ts'
import { createApiFetch } from '../../../adapters/slack/wire/api-fetch.ts'
import { boltLogger } from '../../../adapters/slack/wire/bolt-logger.ts'
import { createCalls } from '../../../adapters/slack/wire/calls.ts'
import { installStore } from '../../../adapters/slack/wire/install-store.ts'
import {
  cardWith,
  installationIn,
  installationsOf,
  max,
  populate,
  room,
  stage,
  team,
} from './runtime-stage.ts'

const outage = createOutage('Slack', () => {}, Date.now)
const apiOf = (apiUrl: string) => ({
  apiUrl,
  logger: boltLogger(() => {}, Date.now),
  apiFetch: createApiFetch(outage, Date.now),
})

describe('where the bot is installed', () => {
  it('decides in which workspace it speaks to a person of another organisation', async () => {
    const slack = await populate()
    slack.addTeam({ id: 'T0OTHER', name: 'Other' })
    const installations = installationsOf(installationIn(slack, 'T0OTHER'), installationIn(slack, team))
    const made = await stage('http', { slack, installations })
    // Only the workspace that shares a channel with a person knows them.
    slack.fault('users.info', { do: 'error', error: 'user_not_found' }, { times: 1 })
    const place = await made.adapter.direct({ platform: 'slack', team: 'T0CLIENT', user: max })
    const conversation = slack.person(max).dm(team)
    expect(place).toEqual({ platform: 'slack', team, conversation, direct: true })
    await made.stop()
  })

  it('may be a whole organisation, whose every workspace it then speaks in', async () => {
    const slack = await populate()
    const whole = { ...installationIn(slack, team), team: 'E0GRID', enterprise: 'E0GRID' }
    const calls = createCalls(installationsOf(whole), apiOf(slack.apiUrl))
    expect((await calls.in('T0ANY'))?.installation.botToken).toBe(whole.botToken)
    expect(
      await createCalls(installationsOf(installationIn(slack, team)), apiOf(slack.apiUrl)).in('T0ANY'),
    ).toBe(undefined)
    await slack.stop()
  })

  it('is kept under the organisation when the whole of it installs the app', async () => {
    const installations = installationsOf()
    const store = installStore(installations, () => 7)
    const bot = { token: 'xoxb-1', id: 'B1', userId: 'U1', scopes: ['chat:write'] }
    const user = { id: 'U2', token: undefined, scopes: undefined }
    await store.storeInstallation({
      ...{ team: undefined, enterprise: { id: 'E0GRID' }, isEnterpriseInstall: true, bot, user },
    })
    await store.storeInstallation({ team: { id: 'T1' }, enterprise: undefined, bot, user })
    expect(await installations.all()).toMatchObject([
      { team: 'E0GRID', enterprise: 'E0GRID', botToken: 'xoxb-1', installedAt: 7 },
      { team: 'T1' },
    ])
  })
})

describe('one workspace of several whose token is no longer good', () => {
  it('is named in the log and stops nothing', async () => {
    const slack = await populate()
    slack.addTeam({ id: 'T0OTHER', name: 'Other' })
    const installations = installationsOf(installationIn(slack, 'T0OTHER'), installationIn(slack, team))
    await slack.revokeToken('T0OTHER')
    const made = await stage('http', { slack, installations })
    expect(made.warned.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/T0OTHER \(token_revoked\).*Install the app again/),
    )
    const place = { platform: 'slack', team, conversation: room, direct: false } as const
    const post = { key: 'k', card: cardWith('x', { flow: 'x' }), language: 'en', zone: 'UTC' } as const
    expect(await made.adapter.post(place, post)).toMatchObject({ outcome: 'sent' })
    await made.stop()
  })
})

describe('what the libraries say', () => {
  it('reaches the log without tokens, and only when it is a warning', () => {
    const lines: string[] = []
    const said = boltLogger((message) => void lines.push(message), Date.now)
    said.warn('calling with', { token: 'xoxb-12-34-secret' }, new Error('xapp-1-A-2-secret failed'))
    said.info('nothing')
    said.debug('nothing')
    expect(lines).toEqual(['Slack library: calling with {"token":"xoxb-***"} xapp-*** failed'])
  })
})
