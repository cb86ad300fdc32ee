import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fieldsOf, listOf } from '../fake/fields.ts'
import { createIdentity, type Identity } from './identity/create-identity.ts'
import { away, home, startTeamsStage, type TeamsStage } from './teams-stage.ts'

let identity: Identity
let stage: TeamsStage

beforeAll(async () => {
  identity = await createIdentity()
})
afterAll(() => identity.stop())
beforeEach(async () => {
  stage = await startTeamsStage({ identity, rules: { rates: false } })
})
afterEach(async () => {
  expect(stage.teams.problems()).toEqual([])
  await stage.stop()
})

describe('people of the fake Teams', () => {
  it('are heard where they mention the bot, and in their own chat with it always', async () => {
    const { teams, bot, room, chat } = stage
    const li = teams.person('li')
    expect((await li.say(chat, 'just us')).deliveries).toEqual([])
    const said = await li.say(room, 'VPN down', { mention: true })
    await li.say(room, 'still', { thread: said.id, mention: true })
    await li.say(teams.personal('li'), 'hello')
    const [first, second, third] = bot.heard
    expect(first).toMatchObject({
      type: 'message',
      id: said.id,
      text: '<at>Accord</at> VPN down',
      channelId: 'msteams',
      serviceUrl: teams.serviceUrl(),
      from: { id: expect.stringMatching(/^29:1/), name: 'Li Na', aadObjectId: li.aad },
      conversation: {
        id: `${room};messageid=${said.id}`,
        conversationType: 'channel',
        isGroup: true,
        tenantId: home,
      },
      recipient: { id: teams.world.bot.user },
      channelData: { tenant: { id: home }, channel: { id: room }, team: { id: room } },
      locale: 'zh-CN',
      localTimezone: 'Asia/Shanghai',
      localTimestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+08:00$/),
    })
    expect(listOf(first?.entities)[0]).toEqual({
      type: 'mention',
      mentioned: { id: teams.world.bot.user, name: 'Accord' },
      text: '<at>Accord</at>',
    })
    expect(second).toMatchObject({ replyToId: said.id, conversation: { id: `${room};messageid=${said.id}` } })
    expect(third).toMatchObject({
      text: 'hello',
      conversation: { conversationType: 'personal', id: teams.personal('li') },
    })
    expect(fieldsOf(third?.conversation)).not.toHaveProperty('isGroup')
    expect(bot.heard).toHaveLength(3)
  })

  it('have an own tenant where it is not that of the conversation', async () => {
    const { teams, bot, shared, room } = stage
    await teams.person('emma').say(shared, 'hello', { mention: true })
    await teams.person('gus').say(room, 'hello', { mention: true })
    expect(bot.heard[0]).toMatchObject({ from: { tenantId: away }, conversation: { tenantId: home } })
    expect(fieldsOf(bot.heard[1]?.from)).not.toHaveProperty('tenantId')
    teams.addPerson({ id: 'sky', tenant: away, aad: null })
    await teams.person('sky').say(teams.personal('sky'), 'hello')
    expect(fieldsOf(bot.heard[2]?.from)).not.toHaveProperty('aadObjectId')
  })

  it('quote, share files, and write HTML', async () => {
    const { teams, bot, chat } = stage
    const li = teams.person('li')
    const before = await teams.person('chen').say(chat, 'it <breaks>')
    await li.say(chat, 'this', { quote: before.id, mention: true, files: [{ name: 'log.txt' }] })
    const html = listOf(bot.heard[0]?.attachments).map(fieldsOf)
    expect(html).toHaveLength(1)
    expect(html[0]?.content).toMatch(
      new RegExp(`^<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="${before.id}">`),
    )
    expect(html[0]?.content).toContain('it &lt;breaks&gt;')
    expect(html[0]?.content).toContain('<attachment id="')
    await li.say(teams.personal('li'), 'see', { files: [{ name: 'log.txt' }], html: '<b>see</b>' })
    expect(bot.heard[1]?.attachments).toMatchObject([
      { contentType: 'application/vnd.microsoft.teams.file.download.info', name: 'log.txt' },
      { contentType: 'text/html', content: '<b>see</b>' },
    ])
  })

  it('change, delete and bring back what they said', async () => {
    const { teams, bot, chat } = stage
    const li = teams.person('li')
    const said = await li.say(chat, 'one', { mention: true })
    await li.edit(said, 'two')
    await li.erase(said)
    expect(li.reads(chat)).toEqual([])
    await li.restore(said)
    expect(teams.messages(chat)).toMatchObject([{ text: 'two', history: [{ text: '<at>Accord</at> one' }] }])
    expect(
      bot.heard.slice(1).map(({ type, id, text, channelData }) => [type, id, text, channelData]),
    ).toEqual([
      [
        'messageUpdate',
        said.id,
        '<at>Accord</at> two',
        expect.objectContaining({ eventType: 'editMessage' }),
      ],
      ['messageDelete', said.id, undefined, expect.objectContaining({ eventType: 'softDeleteMessage' })],
      [
        'messageUpdate',
        said.id,
        '<at>Accord</at> two',
        expect.objectContaining({ eventType: 'undeleteMessage' }),
      ],
    ])
    const alone = await li.say(chat, 'to chen')
    expect(await li.edit(alone, 'to chen!')).toEqual([])
    await expect(teams.person('chen').edit(said, 'x')).rejects.toThrow(/not chen/)
  })

  it('cannot do what Teams does not let them do', async () => {
    const { teams, shared } = stage
    await expect(teams.person('chen').say(shared, 'x')).rejects.toThrow(/not in/)
    await expect(teams.person('chen').say(teams.personal('chen'), 'x')).rejects.toThrow(/not installed/)
    expect(() => teams.person('nobody')).toThrow(/no person/)
  })
})

describe('the app in the fake Teams', () => {
  it('is told when it is installed and removed, and then cannot write', async () => {
    const { teams, bot, room, chat } = stage
    const { body } = await bot.call('POST', 'v3/conversations', {
      members: [{ id: teams.person('chen').user }],
      tenantId: home,
    })
    expect(body).toMatchObject({ error: { code: 'ForbiddenOperationException' } })
    await teams.install({ person: 'chen' })
    expect(bot.heard).toMatchObject([
      { type: 'conversationUpdate', membersAdded: [{ id: teams.world.bot.user }], from: { name: 'Chen Yu' } },
      { type: 'installationUpdate', action: 'add', conversation: { id: teams.personal('chen') } },
    ])
    await teams.uninstall({ team: room, by: 'chen' })
    expect(bot.heard.slice(2)).toMatchObject([
      { type: 'conversationUpdate', membersRemoved: [{}], channelData: { eventType: 'teamMemberRemoved' } },
      { type: 'installationUpdate', action: 'remove', channelData: { team: { id: room } } },
    ])
    expect((await bot.post(room, { text: 'x' })).status).toBe(403)
    await teams.install({ conversation: chat })
    expect(bot.heard.at(-1)).toMatchObject({ conversation: { conversationType: 'groupChat', id: chat } })
  })

  it('is told who comes and goes', async () => {
    const { teams, bot, chat } = stage
    await teams.join(chat, 'gus')
    await teams.leave(chat, 'gus')
    const { user } = teams.person('gus')
    expect(bot.heard).toMatchObject([{ membersAdded: [{ id: user }] }, { membersRemoved: [{ id: user }] }])
    expect(() => teams.person('gus').reads(chat)).toThrow(/not in/)
  })

  it('is told of another address of the service by what comes next', async () => {
    const { teams, bot, chat } = stage
    const old = new URL(`v3/conversations/${chat}/members`, teams.serviceUrl())
    teams.moveService('amer')
    await teams.person('li').say(chat, 'x', { mention: true })
    expect(bot.heard[0]?.serviceUrl).toMatch(/\/amer\/$/)
    expect((await bot.post(chat, { text: 'x' })).status).toBe(201)
    expect((await bot.call('GET', old.href)).status).toBe(404)
    teams.world.problems.length = 0
  })
})
