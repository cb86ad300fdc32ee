import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTeamsStage, type TeamsStage } from './teams-stage.ts'
import { adaptive, button, input, opener, sender, withCard, words } from './tiny-bot.ts'

let stage: TeamsStage

beforeAll(async () => {
  stage = await startTeamsStage({ rules: { rates: false } })
})
afterAll(() => stage.stop())
beforeEach(() => {
  stage.teams.world.problems.length = 0
})

const inWindow = (card: unknown, title = 'Details') => ({
  task: {
    type: 'continue',
    value: {
      title,
      height: 'medium',
      width: 'medium',
      card: { contentType: 'application/vnd.microsoft.card.adaptive', content: card },
    },
  },
})
const form = adaptive(
  [input('what', 'What?', { isRequired: true, errorMessage: 'Say what' })],
  [sender('Send')],
)

describe('a window in the fake Teams', () => {
  it('opens from a button, is filled in, drawn anew, and closes', async () => {
    const { teams, bot, room } = stage
    const drawn = withCard([words('Ticket 2')], [opener('Open'), button('Take it')])
    const opens = { conversation: room, id: String((await bot.post(room, drawn)).body.id) }
    const li = teams.person('li')
    await expect(li.openWindow(opens, 'Take it')).rejects.toThrow(/opens no window/)
    bot.answers(() => inWindow(form))
    expect(await li.openWindow(opens, 'Open')).not.toHaveProperty('trouble')
    expect(bot.heard.at(-1)).toMatchObject({
      name: 'task/fetch',
      replyToId: opens.id,
      conversation: { id: `${room};messageid=${opens.id}` },
      value: { data: { accord: { press: { flow: 'tiny' } } } },
    })
    expect(li.dialog()).toMatchObject({ title: 'Details', of: 'task' })
    expect(teams.person('chen').dialog()).toBeUndefined()
    expect(await li.submitDialog()).toEqual({ refused: { what: 'Say what' } })
    bot.answers(() => inWindow(form, 'Again'))
    await li.submitDialog({ what: 'it' })
    expect(li.dialog()).toMatchObject({ title: 'Again' })
    bot.answers(() => undefined)
    expect(await li.submitDialog({ what: 'VPN' })).not.toHaveProperty('trouble')
    expect(li.dialog()).toBeUndefined()
    const sent = bot.heard.at(-1)
    expect(sent).toMatchObject({
      name: 'task/submit',
      conversation: { id: room },
      value: { data: { what: 'VPN', accord: { form: { flow: 'tiny' } } } },
    })
    // Teams does not say again where the window was opened.
    expect(sent).not.toHaveProperty('replyToId')
    expect(teams.problems()).toEqual([])
  })

  it('opens from a message, which it carries', async () => {
    const { teams, bot, chat } = stage
    const said = await teams.person('chen').say(chat, 'it <breaks>', { mentions: ['li'] })
    const li = teams.person('li')
    bot.answers(() => inWindow(form))
    await li.reportThis(said)
    expect(li.dialog()).toMatchObject({ of: 'message_action' })
    bot.answers(() => ({ task: { type: 'message', value: 'Thanks' } }))
    await li.submitDialog({ what: 'VPN' })
    expect(li.dialog()).toBeUndefined()
    expect(li.toasts().at(-1)).toBe('Thanks')
    const [fetched, submitted] = bot.heard.slice(-2)
    const payload = {
      id: said.id,
      body: { contentType: 'html', content: '<p><at id="0">Li Na</at>&nbsp;it &lt;breaks&gt;</p>' },
      mentions: [{ id: 0, mentionText: 'Li Na', mentioned: { user: { id: teams.person('li').aad } } }],
      from: { user: { id: teams.person('chen').aad, displayName: 'Chen Yu' } },
    }
    expect(fetched).toMatchObject({
      name: 'composeExtension/fetchTask',
      conversation: { id: chat },
      value: { commandId: 'report', commandContext: 'message', messagePayload: payload },
    })
    expect(submitted).toMatchObject({
      name: 'composeExtension/submitAction',
      value: { commandId: 'report', messagePayload: payload, data: { what: 'VPN' } },
    })
    expect(teams.problems()).toEqual([])
  })

  it.each([
    ['nothing', undefined],
    ['a card that is no window', inWindow({ type: 'Chart' })],
    ['a window without a title', inWindow(form, '')],
    ['a button windows do not carry out', inWindow(adaptive([words('x')], [button('Send')]))],
    ['a window of another kind', { task: { type: 'continue', value: { title: 'x', url: 'https://x.y' } } }],
  ])('does not open on %s', async (_, answer) => {
    const { teams, bot, room } = stage
    const said = await teams.person('chen').say(room, 'hm')
    bot.answers(() => answer)
    expect(await teams.person('gus').reportThis(said)).toHaveProperty('trouble')
    expect(teams.person('gus').dialog()).toBeUndefined()
    expect(teams.problems()).toHaveLength(1)
  })
})
