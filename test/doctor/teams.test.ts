import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { createTeamsHttp } from '../../adapters/teams/wire/http.ts'
import type { Reference } from '../../src/chat/references.ts'
import type { Finding } from '../../src/cli/doctor/finding.ts'
import { findingLines } from '../../src/cli/doctor/finding.ts'
import { checkTeams } from '../../src/cli/doctor/teams.ts'
import { checkTeamsHosts } from '../../src/cli/doctor/teams-hosts.ts'
import type { Directory } from '../../src/domain/people/directory.ts'
import type { TeamsConfig } from '../../src/settings/teams-config.ts'
import { directoryOf, minimal, organisation } from '../organisation/support.ts'
import { type Answer, refusal, teamsDouble } from './teams-double.ts'

const id = (last: string) => `00000000-0000-4000-8000-${last.padStart(12, '0')}`
const [tenant, elsewhere, ann, zoe] = [id('7e'), id('8e'), id('a'), id('b')]
const app = { appId: id('a1'), password: 'hunter2~hunter2', tenant }

const directoryWith = (annsUser = ann, zoesTeam = tenant): Directory =>
  directoryOf(
    organisation(
      minimal()
        .replace('platform: web, user: ann', `platform: teams, team: "${tenant}", user: "${annsUser}"`)
        .replace('platform: web, user: zoe', `platform: teams, team: "${zoesTeam}", user: "${zoe}"`)
        .replace(
          'duty:',
          `channels:
  shop: { name: Shop, organisation: shop, platform: teams, team: "${tenant}", conversation: "19:shop@thread.tacv2" }
duty:`,
        ),
    ),
  )

const personal = (user: string, dead?: string): Omit<Reference, 'serviceUrl'> => ({
  ...{ team: tenant, conversation: `a:${user}`, kind: 'personal', user, seenAt: 1 },
  ...(dead === undefined ? {} : { dead }),
})
const channel = (conversation: string, dead?: string): Omit<Reference, 'serviceUrl'> => ({
  ...{ team: tenant, conversation, kind: 'channel', seenAt: 1 },
  ...(dead === undefined ? {} : { dead }),
})
const well = [personal(ann), personal(zoe), channel('19:shop@thread.tacv2')]

describe('the doctor, of Teams,', () => {
  const open: (() => Promise<unknown>)[] = []
  afterEach(() => Promise.all(open.splice(0).map((close) => close())))

  const look = async (
    answers: { readonly [what: string]: Answer } = {},
    {
      settings = {},
      references = well,
      known = directoryWith(),
      now = Date.now,
    }: {
      readonly settings?: Partial<TeamsConfig>
      readonly references?: readonly Omit<Reference, 'serviceUrl'>[] | undefined
      readonly known?: Directory | undefined
      readonly now?: () => number
    } = {},
  ) => {
    const double = await teamsDouble(answers)
    open.push(double.close)
    const teams: TeamsConfig = {
      ...{ app, cloud: double.cloud, host: '127.0.0.1', port: 0, serviceHosts: ['127.0.0.1'] },
      ...settings,
    }
    const findings = await checkTeams(teams, {
      now,
      directory: known,
      references: references.map((one) => ({ serviceUrl: `${double.origin}/amer/`, ...one })),
    })
    expect(findings.flatMap(findingLines).join('\n')).not.toContain('hunter2')
    return { findings, asked: double.asked, origin: double.origin }
  }
  const toFix = (findings: readonly Finding[]) =>
    findings.filter(({ state }) => state === 'fix').map(({ says, todo }) => `${says} ${todo}`)
  const lines = (findings: readonly Finding[]) =>
    findings.map(({ state, about, says }) => `${state} ${about}: ${says}`)

  it('finds nothing to fix where all is well', async () => {
    const { findings, asked, origin } = await look()
    expect(toFix(findings)).toEqual([])
    expect(lines(findings)).toEqual([
      'ok Teams: the bot signs in with TEAMS_APP_ID',
      'ok clock: agrees with Microsoft',
      'ok Teams: the keys of what Microsoft signs are found',
      'note Teams: TEAMS_PORT=0 takes another port at each start.',
      `ok Teams: ${origin} can be reached`,
      'ok channel: Shop: the bot is in it',
      'ok people: 2 accounts on Teams, 2 of them met',
      'note people: Without a Teams account: Joe.',
    ])
    expect(Object.fromEntries(asked[0]?.form ?? [])).toEqual({
      grant_type: 'client_credentials',
      client_id: app.appId,
      client_secret: app.password,
      scope: 'https://api.botframework.com/.default',
    })
  })

  it('says that it is off, and what is not looked at without a database', async () => {
    const nothing = { now: Date.now, references: undefined, directory: undefined }
    expect(await checkTeams(undefined, nothing)).toMatchObject([{ state: 'off', about: 'Teams' }])
    const away = { app: undefined, host: '127.0.0.1', port: 0, serviceHosts: ['127.0.0.1'] }
    expect((await checkTeams(away, nothing)).at(-1)).toMatchObject({ state: 'off', about: 'channel' })
  })

  it.each([
    ['AADSTS7000215', /^Microsoft does not accept TEAMS_APP_PASSWORD \(AADSTS7000215\)\. Copy the "Value"/],
    ['AADSTS7000222', /^The client secret in TEAMS_APP_PASSWORD has expired \(AADSTS7000222\)\. Make a new/],
    ['AADSTS700016', /^There is no app TEAMS_APP_ID in the tenant TEAMS_TENANT_ID \(AADSTS700016\)\. Copy/],
    ['AADSTS90002', /^There is no tenant TEAMS_TENANT_ID \(AADSTS90002\)\. Copy the "Directory/],
    ['AADSTS7000112', /^The app TEAMS_APP_ID is disabled/],
    ['AADSTS53003', /\(AADSTS53003\)\. Read what it means at https:.*code=53003$/],
  ])('says in words what %s means', async (code, expected) => {
    expect(toFix((await look({ token: refusal(code) })).findings)).toEqual([expect.stringMatching(expected)])
  })

  it('asks for the tenant where a single-tenant app has none, and warns of hearing every tenant', async () => {
    const { tenant: _, ...everyone } = app
    const { findings } = await look({ token: refusal('AADSTS700016') }, { settings: { app: everyone } })
    expect(toFix(findings)).toEqual([
      expect.stringMatching(/several tenants \(AADSTS700016\)\. Set TEAMS_TEN/),
    ])
    expect(lines(findings)).toContain(
      'note Teams: TEAMS_TENANT_ID is not set: every tenant that installs the app is heard.',
    )
  })

  it('says that Microsoft cannot be reached, or is not well', async () => {
    const gone = await teamsDouble()
    await gone.close()
    const away = await look({}, { settings: { cloud: gone.cloud } })
    expect(toFix(away.findings)).toEqual([
      expect.stringMatching(/^Microsoft cannot be reached at http:\S+ \(ECONNREFUSED\)\. Let this machine/),
      expect.stringMatching(/\(ECONNREFUSED\)\. Without its keys nothing can be heard\. Let this machine/),
    ])
    const ill = await look({ token: { http: 503 }, keys: { http: 404 } })
    expect(toFix(ill.findings)).toEqual([
      expect.stringContaining('(HTTP 503)'),
      expect.stringMatching(
        /^The keys of what Microsoft signs are not at .* \(HTTP 404\): nothing can be heard/,
      ),
    ])
  })

  it('T76 says how far the clock is from Microsoft’s', async () => {
    const { findings } = await look({}, { now: () => Date.now() - 360_000 })
    expect(toFix(findings)).toEqual([expect.stringMatching(/s behind Microsoft\. Let both machines keep/)])
  })

  it('T39 says that nobody signs in while it is developed', async () => {
    const { findings, asked } = await look({}, { settings: { app: undefined } })
    expect(findings[0]).toMatchObject({ state: 'note', says: expect.stringMatching(/may be anyone/) })
    expect(asked.map(({ what }) => what)).toEqual(['connector'])
  })

  describe('where it listens', () => {
    const free = async () => {
      const server = createServer()
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      const { port } = server.address() as AddressInfo
      await new Promise((resolve) => server.close(resolve))
      return port
    }
    const endpoint = (findings: readonly Finding[]) =>
      findings.find(({ says }) => /listen|Another program|TEAMS_HOST/.test(says))

    it('finds the port free while no bot runs, and leaves it so', async () => {
      const settings = { port: await free() }
      for (const _ of [1, 2])
        expect(endpoint((await look({}, { settings })).findings)).toMatchObject({
          state: 'note',
          says: `Nothing listens at http://127.0.0.1:${settings.port}/api/messages now; the bot can, once it is started.`,
          todo: expect.stringContaining('Messaging endpoint'),
        })
    })

    it.each([
      ['with sign-in', app],
      ['without', undefined],
    ])('knows the bot that runs there, %s, without a word to it', async (_, who) => {
      const port = await free()
      const heard: unknown[] = []
      const note = (...all: unknown[]) => void heard.push(all)
      const hear = async (...all: unknown[]) => {
        heard.push(all)
        return { status: 200 }
      }
      const bot = createTeamsHttp({
        ...{ host: '127.0.0.1', port, signedIn: who !== undefined, hear, onWarn: note, onFault: note },
      })
      await bot.open()
      open.push(() => bot.close(0))
      expect(endpoint((await look({}, { settings: { port, app: who } })).findings)).toMatchObject({
        state: 'ok',
        says: `the bot listens at http://127.0.0.1:${port}/api/messages`,
      })
      expect(heard).toEqual([])
    })

    it('says that another program has the port', async () => {
      const other = createServer((_, response) => response.end('hello'))
      await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
      open.push(() => new Promise((resolve) => other.close(resolve)))
      const { port } = other.address() as AddressInfo
      expect(toFix((await look({}, { settings: { port } })).findings)).toEqual([
        `Another program has 127.0.0.1:${port}. End it, or choose another TEAMS_PORT.`,
      ])
    })

    it('says that the host is not this machine’s', async () => {
      const { findings } = await look({}, { settings: { host: '192.0.2.1', port: 3979 } })
      expect(toFix(findings)).toEqual([
        expect.stringMatching(/^The bot cannot listen on 192\.0\.2\.1 \(EADDRNOTAVAIL\)\. Set TEAMS_HOST/),
      ])
    })
  })

  it('names a host that conversations are reached through and that may not be called', async () => {
    const { findings } = await look({}, { settings: { serviceHosts: ['localhost'] } })
    expect(toFix(findings)).toEqual([
      expect.stringMatching(
        /^Conversations are reached through 127\.0\.0\.1, which TEAMS_SERVICE_HOSTS does not/,
      ),
    ])
  })

  it('looks at the address that conversations are reached through, and says when it cannot be', async () => {
    const gone = await teamsDouble()
    await gone.close()
    const reference = { ...personal(ann), serviceUrl: `${gone.origin}/amer/` }
    expect(toFix(await checkTeamsHosts(['127.0.0.1'], [reference]))).toEqual([
      expect.stringMatching(/cannot be reached \(ECONNREFUSED\): nothing can be sent\./),
    ])
    expect(await checkTeamsHosts(['127.0.0.1'], [{ ...reference, dead: 'removed' }])).toEqual([])
    expect(await checkTeamsHosts(['*.example.com'], undefined)).toEqual([])
  })

  it('names who was not met yet, and who cannot be written to', async () => {
    const { findings } = await look(
      {},
      { references: [personal(ann, 'HTTP 403'), channel('19:shop@thread.tacv2')] },
    )
    expect(toFix(findings)).toEqual([
      'Ann cannot be written to on Teams: HTTP 403. Ask them to add the app again and to write to it once, or let somebody else have their roles.',
    ])
    expect(lines(findings)).toContain('note people: Not met on Teams yet: Zoe.')
  })

  it('takes a person for met who came back after they could not be written to', async () => {
    const back = { ...personal(ann), conversation: 'a:new' }
    const { findings } = await look({}, { references: [personal(ann, 'HTTP 403'), back, ...well.slice(1)] })
    expect(toFix(findings)).toEqual([])
  })

  it.each([
    [
      'a name for an id',
      'ann@ops.example',
      /^Ann: `user: ann@ops\.example` is not the id of a person\. Copy/,
    ],
    ['capital letters', id('A').toUpperCase(), /^Ann's ids have capital letters, as Teams never writes them/],
  ])('says that an account is written with %s', async (_, user, expected) => {
    const { findings } = await look({}, { known: directoryWith(user) })
    expect(toFix(findings)).toEqual([expect.stringMatching(expected)])
  })

  it('says that a tenant is none, and only notes a person of another one', async () => {
    const wrong = await look({}, { known: directoryWith(ann, 'contoso.com') })
    expect(toFix(wrong.findings)).toEqual([expect.stringMatching(/^Zoe: `team: contoso\.com` is not the id/)])
    const other = await look({}, { known: directoryWith(ann, elsewhere) })
    expect(toFix(other.findings)).toEqual([])
    expect(lines(other.findings)).toContainEqual(
      expect.stringMatching(/^note people: Zoe is of another tenant/),
    )
  })

  it('names a channel that was not heard from yet, that is gone, or that is in another tenant', async () => {
    const silent = await look({}, { references: well.slice(0, 2) })
    expect(toFix(silent.findings)).toEqual([])
    expect(lines(silent.findings)).toContain(
      'note channel: Nothing was heard from Shop (19:shop@thread.tacv2) yet.',
    )
    const gone = channel('19:shop@thread.tacv2', 'BotNotInConversationRoster')
    const dead = await look({}, { references: [...well.slice(0, 2), gone] })
    expect(toFix(dead.findings)).toEqual([
      expect.stringMatching(
        /^Shop \(19:\S+\) cannot be written to: BotNotInConversationRoster\. Add the app/,
      ),
    ])
    const other = await look({}, { settings: { app: { ...app, tenant: elsewhere } } })
    expect(toFix(other.findings)).toContainEqual(
      expect.stringMatching(/^Shop \(19:\S+\) is in tenant \S+, and only that of TEAMS_TENANT_ID is heard/),
    )
  })

  it('counts the channels and chats that are nobody’s', async () => {
    const { findings } = await look({}, { references: [...well, channel('19:lunch@thread.tacv2')] })
    expect(toFix(findings)).toEqual([])
    expect(lines(findings)).toContainEqual(
      expect.stringMatching(/^note channel: The bot is in 1 channels and/),
    )
  })
})
