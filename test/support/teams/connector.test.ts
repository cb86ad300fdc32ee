import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { away, home, startTeamsStage, type TeamsStage } from './teams-stage.ts'
import { adaptive, withCard, words } from './tiny-bot.ts'

let stage: TeamsStage

beforeAll(async () => {
  stage = await startTeamsStage({ rules: { rates: false } })
})
afterAll(() => stage.stop())

const adaptiveCard = 'application/vnd.microsoft.card.adaptive'

/** The problems that came since. */
const problemsOf = async (act: () => Promise<unknown>): Promise<readonly string[]> => {
  const before = stage.teams.problems().length
  await act()
  return stage.teams.problems().slice(before)
}

describe('the connector', () => {
  it('takes nothing without a token of the bot', async () => {
    const { bot, chat } = stage
    const path = `v3/conversations/${chat}/activities`
    const theirs = stage.teams.identity.token({ serviceUrl: stage.teams.serviceUrl() })
    const problems = await problemsOf(async () => {
      for (const authorization of ['', 'Bearer x.y.z', theirs])
        expect(await bot.call('POST', path, { type: 'message', text: 'x' }, authorization)).toMatchObject({
          status: 401,
        })
    })
    expect(problems).toHaveLength(3)
    expect(stage.teams.messages(chat)).toEqual([])
  })

  it('starts a thread where a channel is named alone, and answers in it where it is named too', async () => {
    const { bot, teams, room } = stage
    const { status, body } = await bot.post(room, { text: 'root' })
    expect(status).toBe(201)
    const root = String(body.id)
    expect(root).toMatch(/^\d{13}$/)
    await bot.post(`${room};messageid=${root}`, { text: 'by thread' })
    await bot.call('POST', `v3/conversations/${encodeURIComponent(room)}/activities/${root}`, {
      type: 'message',
      text: 'by reply',
    })
    expect(teams.thread(room, root).map(({ text, thread }) => [text, thread])).toEqual([
      ['root', undefined],
      ['by thread', root],
      ['by reply', root],
    ])
    expect(await bot.post(`${room};messageid=1`, { text: 'nowhere' })).toMatchObject({
      status: 404,
      body: { error: { code: 'ConversationNotFound' } },
    })
    const reply = teams.thread(room, root)[1]?.id
    expect(await bot.post(`${room};messageid=${reply}`, { text: 'nowhere' })).toMatchObject({ status: 404 })
    expect(await bot.post(`${stage.chat};messageid=${root}`, { text: 'nowhere' })).toMatchObject({
      status: 404,
    })
  })

  it('creates the one personal conversation of somebody, and threads of channels', async () => {
    const { bot, teams, room } = stage
    const create = (body: unknown) => bot.call('POST', 'v3/conversations', body)
    const li = teams.person('li')
    for (const id of [li.user, li.aad])
      expect(await create({ members: [{ id }], tenantId: home })).toMatchObject({
        status: 201,
        body: { id: teams.personal('li') },
      })
    expect(teams.personal('li')).toMatch(/^a:1\w{40,}$/)
    expect(await create({ members: [{ id: li.user }], tenantId: away })).toMatchObject({ status: 404 })
    expect(await create({ members: [{ id: teams.person('chen').user }], tenantId: home })).toMatchObject({
      status: 403,
      body: { error: { code: 'ForbiddenOperationException' } },
    })
    const made = await create({
      isGroup: true,
      channelData: { channel: { id: room } },
      activity: { type: 'message', text: 'A new thread' },
    })
    expect(made.body.id).toBe(`${room};messageid=${made.body.activityId}`)
    expect(teams.message(room, String(made.body.activityId))?.text).toBe('A new thread')
    expect(await problemsOf(() => create({ members: [{ id: li.user }] }))).toHaveLength(1)
  })

  it('replaces and deletes messages of the bot, and keeps what they were', async () => {
    const { bot, teams, chat } = stage
    const { body } = await bot.post(chat, withCard([words('one')]))
    const id = String(body.id)
    expect(await bot.update(chat, id, { text: 'two' })).toMatchObject({ status: 200, body: { id } })
    expect(teams.message(chat, id)).toMatchObject({ text: 'two', history: [{ summary: 'A card' }] })
    expect(teams.message(chat, id)).not.toHaveProperty('card')
    expect((await bot.call('DELETE', `v3/conversations/${chat}/activities/${id}`)).status).toBe(200)
    expect(teams.messages(chat)).toEqual([])
    expect(teams.everything(chat)).toMatchObject([{ deleted: true }])
    expect(await bot.update(chat, id, { text: 'three' })).toMatchObject({ status: 404 })
    const said = await teams.person('li').say(chat, 'mine')
    expect(await bot.update(chat, said.id, { text: 'yours' })).toMatchObject({ status: 403 })
    expect(teams.message(chat, said.id)?.text).toBe('mine')
  })

  it('lets the bot write only where it was brought in', async () => {
    const { bot, teams } = stage
    const empty = teams.addChat({ tenant: home, members: ['li'], installed: false })
    expect(await bot.post(empty.id, { text: 'hello' })).toMatchObject({
      status: 403,
      body: { error: { code: 'BotNotInConversationRoster' } },
    })
    expect(await bot.post('19:none@thread.v2', { text: 'hello' })).toMatchObject({
      status: 404,
      body: { error: { code: 'ConversationNotFound' } },
    })
    teams.vanish(empty.id)
    expect((await bot.post(empty.id, { text: 'hello' })).status).toBe(404)
  })

  it('tells who is there, and of the team', async () => {
    const { bot, teams, room, shared } = stage
    const there = await bot.call('GET', `v3/conversations/${shared}/pagedmembers?pageSize=1`)
    expect(there.body).toMatchObject({ members: [{ name: 'Li Na', tenantId: home }], continuationToken: '1' })
    const rest = await bot.call(
      'GET',
      `v3/conversations/${shared}/pagedmembers?pageSize=1&continuationToken=1`,
    )
    expect(rest.body).toEqual({ members: [expect.objectContaining({ name: 'Emma', tenantId: away })] })
    const { aad, user } = teams.person('gus')
    expect((await bot.call('GET', `v3/conversations/${room}/members/${aad}`)).body).toMatchObject({
      id: user,
      userRole: 'guest',
    })
    expect((await bot.call('GET', `v3/conversations/${room}/members/29:none`)).status).toBe(404)
    expect((await bot.call('GET', `v3/teams/${room}`)).body).toMatchObject({
      name: 'Helpdesk',
      memberCount: 3,
    })
  })

  it('refuses what is malformed, and calls it a problem', async () => {
    const { bot, chat } = stage
    const refused: readonly (readonly [object, number])[] = [
      [{ text: '' }, 400],
      [{ type: 'shout', text: 'x' }, 400],
      [{ text: 'x', textFormat: 'html' }, 400],
      [{ text: 'x', attachments: [{ contentType: 'text/x-secret' }] }, 400],
      [{ text: '界'.repeat(51_300) }, 413],
    ]
    const problems = await problemsOf(async () => {
      for (const [activity, status] of refused)
        expect((await bot.post(chat, { ...activity })).status).toBe(status)
    })
    expect(problems).toHaveLength(refused.length)
    expect(await problemsOf(() => bot.call('GET', 'v3/nothing'))).toHaveLength(1)
    // 100 KB as UTF-16: half as many characters.
    expect((await bot.post(chat, { text: 'x'.repeat(51_000) })).status).toBe(201)
  })

  it('takes what no client can draw, and calls it a problem', async () => {
    const { bot, chat, teams } = stage
    const text = (said: string) => [words(said)]
    const { user, name } = teams.person('li')
    const mention = { type: 'mention', text: '<at>Li</at>', mentioned: { id: user, name } }
    const emma = { ...mention, mentioned: { id: teams.person('emma').user, name: 'Emma' } }
    const bad: readonly (readonly [object, RegExp])[] = [
      [{ ...withCard(text('x')), summary: '' }, /summary/],
      [withCard([{ type: 'Spreadsheet' }]), /Spreadsheet/],
      [withCard([{ type: 'Input.Text' }]), /label/],
      [{ text: 'Hello', entities: [mention] }, /not in the text/],
      [{ text: 'Hello <at>Li</at>' }, /literally/],
      [withCard(text('Hello *Li*')), /Markdown/],
      [{ text: 'Hello <at>Li</at>', entities: [emma] }, /not in the conversation/],
    ]
    for (const [activity, said] of bad) {
      const problems = await problemsOf(async () =>
        expect((await bot.post(chat, { ...activity })).status).toBe(201),
      )
      expect(problems.join('\n')).toMatch(said)
    }
    const { aad } = teams.person('li')
    const card = adaptive(text('Hello <at>Li</at>'))
    const entities = [{ ...mention, mentioned: { id: aad, name } }]
    const content = { ...card, msteams: { entities } }
    const inCard = { summary: 'x', attachments: [{ contentType: adaptiveCard, content }] }
    const good = [inCard, { text: 'Hello <at>Li</at>', entities: [mention] }, withCard(text('Hello'))]
    for (const activity of good) expect(await problemsOf(() => bot.post(chat, activity))).toEqual([])
  })
})
