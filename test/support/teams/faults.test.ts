import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createIdentity, type Identity } from './identity/create-identity.ts'
import { home, startTeamsStage, type TeamsStage } from './teams-stage.ts'

let identity: Identity
let stage: TeamsStage
let clock = 0

beforeAll(async () => {
  identity = await createIdentity()
})
afterAll(() => identity.stop())
beforeEach(async () => {
  clock = 1_000_000
  stage = await startTeamsStage({ identity, rules: { paceNow: () => clock } })
})
afterEach(() => stage.stop())

const post = (text = 'x') => stage.bot.post(stage.chat, { text })

describe('the rates of Teams', () => {
  it('hold messages and updates of a conversation together', async () => {
    const { body } = await post()
    for (let count = 0; count < 3; count++) await post()
    for (let count = 0; count < 3; count++) await stage.bot.update(stage.chat, String(body.id), { text: 'y' })
    expect(await post()).toMatchObject({ status: 429, retryAfter: '1' })
    expect((await stage.bot.post(stage.room, { text: 'elsewhere' })).status).toBe(201)
    clock += 1000
    expect((await post()).status).toBe(201)
    expect(await post()).toMatchObject({ status: 429 })
    expect(stage.teams.messages(stage.chat)).toHaveLength(5)
    expect(stage.teams.problems()).toEqual([])
  })

  it('count a conversation that is opened by whom it is with', async () => {
    const open = (id: string) =>
      stage.bot.call('POST', 'v3/conversations', {
        members: [{ id: stage.teams.person(id).user }],
        tenantId: home,
      })
    for (let count = 0; count < 7; count++) expect((await open('li')).status).toBe(201)
    expect((await open('gus')).status).toBe(201)
    expect((await open('li')).status).toBe(429)
  })

  it('hold thirty seconds too, and can be switched off', async () => {
    for (let count = 0; count < 60; count++) {
      clock += 300
      expect((await post()).status).toBe(201)
    }
    expect(await post()).toMatchObject({ status: 429, retryAfter: '13' })
    stage.teams.rules.rates = false
    expect((await post()).status).toBe(201)
  })
})

describe('a fault', () => {
  it('answers with any status instead, so often', async () => {
    const { teams } = stage
    teams.fault('send', { do: 'status', status: 429, retryAfter: 7 }, { times: 1 })
    expect(await post()).toMatchObject({ status: 429, retryAfter: '7' })
    teams.fault('*', { do: 'status', status: 412, code: 'PreconditionFailed' }, { times: 1 })
    expect(await post()).toMatchObject({ status: 412, body: { error: { code: 'PreconditionFailed' } } })
    expect((await post('good')).status).toBe(201)
    expect(teams.messages(stage.chat).map(({ text }) => text)).toEqual(['good'])
    expect(teams.calls('send').map(({ status }) => status)).toEqual([429, 412, 201])
  })

  it('breaks before or after the message was taken', async () => {
    const { teams } = stage
    teams.fault('send', { do: 'cut' }, { times: 1 })
    await expect(post('lost')).rejects.toThrow()
    teams.fault('send', { do: 'accept', and: 'cut' }, { times: 1 })
    await expect(post('taken')).rejects.toThrow()
    teams.fault('send', { do: 'accept', and: 502 }, { times: 1 })
    expect(await post('taken too')).toMatchObject({ status: 502 })
    expect(teams.messages(stage.chat).map(({ text }) => text)).toEqual(['taken', 'taken too'])
  })

  it('never answers, or late', async () => {
    const { teams } = stage
    const over = teams.fault('send', { do: 'hang' })
    const hangs = fetch(new URL(`v3/conversations/${stage.chat}/activities`, teams.serviceUrl()), {
      method: 'POST',
      signal: AbortSignal.timeout(50),
      headers: { authorization: await bearer() },
      body: JSON.stringify({ type: 'message', text: 'x' }),
    })
    await expect(hangs).rejects.toThrow(/timeout|abort/i)
    over()
    teams.fault('send', { do: 'slow', ms: 20 }, { times: 1 })
    expect((await post('late')).status).toBe(201)
    expect(teams.messages(stage.chat).map(({ text }) => text)).toEqual(['late'])
  })

  it('is all of it at once: nobody is there', async () => {
    await stage.teams.down()
    await expect(post()).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } })
    await stage.teams.up()
    expect((await post()).status).toBe(201)
  })
})

const bearer = async (): Promise<string> => {
  const { cloud, app } = stage.teams
  const form = {
    grant_type: 'client_credentials',
    client_id: app.appId,
    client_secret: app.password,
    scope: `${cloud.oauthScope}/.default`,
  }
  const given = await fetch(`${cloud.loginUrl}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams(form),
  })
  return `Bearer ${(await given.json()).access_token}`
}

describe('deliveries', () => {
  it('come again: later, twice at once, or all of them', async () => {
    const { teams, bot, chat } = stage
    const li = teams.person('li')
    const said = await li.say(chat, 'one', { mention: true })
    const [delivery] = said.deliveries
    if (delivery === undefined) throw new Error('The bot heard nothing')
    await teams.redeliver(delivery)
    await teams.redeliver(delivery, { times: 2, parallel: true })
    expect(bot.heard.map(({ id }) => id)).toEqual(Array.from({ length: 4 }, () => said.id))
    expect(teams.deliveries()[0]?.attempts).toHaveLength(4)
    teams.deliverEach({ times: 2 })
    await li.say(chat, 'two', { mention: true })
    expect(bot.heard).toHaveLength(6)
  })

  it('are kept back and let go in another order', async () => {
    const { teams, bot, chat } = stage
    const li = teams.person('li')
    teams.hold()
    for (const word of ['one', 'two']) await li.say(chat, word, { mention: true })
    expect(bot.heard).toEqual([])
    await teams.release((them) => them.toReversed())
    expect(bot.heard.map(({ text }) => text)).toEqual(['<at>Accord</at> two', '<at>Accord</at> one'])
  })

  it('say how they were answered, and that an answer came too late', async () => {
    const { teams, bot, chat } = stage
    bot.answers(() => new Promise((resolve) => setTimeout(resolve, 30)))
    const li = teams.person('li')
    expect((await li.say(chat, 'a', { mention: true })).deliveries).toMatchObject([{ status: 200 }])
    expect(teams.problems()).toEqual([])
    teams.rules.answerWithin = 10
    await li.say(chat, 'b', { mention: true })
    expect(teams.problems()).toEqual([expect.stringMatching(/answered after \d+ ms/)])
    await bot.stop()
    const [lost] = (await li.say(chat, 'c', { mention: true })).deliveries
    expect(lost?.attempts).toMatchObject([{ failed: expect.any(String) }])
    expect(lost).not.toHaveProperty('status')
  })
})
