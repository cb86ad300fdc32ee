import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fieldsOf } from '../fake/fields.ts'
import { startTeamsStage, type TeamsStage } from './teams-stage.ts'
import { adaptive, button, input, withCard, words } from './tiny-bot.ts'
import type { Message } from './world/records.ts'

let stage: TeamsStage
let message: Message

beforeAll(async () => {
  stage = await startTeamsStage({ rules: { rates: false } })
})
afterAll(() => stage.stop())

const drawn = (card: unknown) => ({
  statusCode: 200,
  type: 'application/vnd.microsoft.card.adaptive',
  value: card,
})

const post = async (...of: Parameters<typeof withCard>): Promise<Message> => {
  const { body } = await stage.bot.post(stage.room, withCard(...of))
  return stage.teams.message(stage.room, String(body.id)) as Message
}

beforeEach(async () => {
  stage.teams.world.problems.length = 0
  message = await post([words('Ticket 1')], [button('Take it', 'take'), button('Details')])
})

describe('a card in the fake Teams', () => {
  it('tells the bot which button was pressed, on which message, by whom', async () => {
    const { teams, bot, room } = stage
    bot.answers(() => ({
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: 'Done',
    }))
    const li = teams.person('li')
    expect(await li.press(message, 'Take it')).toMatchObject({ delivery: { status: 200 } })
    expect(li.toasts().at(-1)).toBe('Done')
    expect(bot.heard.at(-1)).toMatchObject({
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: message.id,
      from: { aadObjectId: li.aad },
      conversation: { id: `${room};messageid=${message.id}` },
      value: {
        action: {
          type: 'Action.Execute',
          verb: 'accord',
          data: { accord: { press: { flow: 'tiny', choice: 'take' } } },
        },
        trigger: 'manual',
      },
    })
    await expect(li.press(message, 'Close')).rejects.toThrow('there are: Take it, Details')
    await expect(teams.person('emma').press(message, 'Take it')).rejects.toThrow(/not in/)
    expect(teams.problems()).toEqual([])
  })

  it('is another one for whom the answer draws it, until it is drawn anew for all', async () => {
    const { teams, bot, room } = stage
    const [li, chen] = [teams.person('li'), teams.person('chen')]
    bot.answers(() => drawn(adaptive([input('why', 'Why?')], [button('Send'), button('Back')])))
    await li.press(message, 'Details')
    expect(li.view(message)).toMatchObject({ own: true, buttons: ['Send', 'Back'], fields: { why: '' } })
    expect(chen.view(message)).toMatchObject({ own: false, buttons: ['Take it', 'Details'] })
    await expect(li.press(message, 'Take it')).rejects.toThrow('there are: Send, Back')
    await bot.update(room, message.id, withCard([words('Ticket 1 is taken')]))
    expect(li.view(message)).toMatchObject({ own: false, words: 'Ticket 1 is taken', buttons: [] })
    await expect(chen.press(message, 'Take it')).rejects.toThrow(/No button/)
    expect(teams.problems()).toEqual([])
  })

  it('is filled in, and refused by the client before the bot hears of it', async () => {
    const { teams, bot } = stage
    const choices = ['Low', 'High'].map((title) => ({ title, value: title.toLowerCase() }))
    const required = { isRequired: true, errorMessage: 'Say what' }
    const form = await post(
      [
        input('what', 'What?', { ...required, maxLength: 5 }),
        { ...input('how', 'How bad?'), type: 'Input.ChoiceSet', style: 'compact', choices, value: 'low' },
        { ...input('at.date', 'Day'), type: 'Input.Date' },
        input('more', 'More'),
      ],
      [button('Send'), { ...button('Cancel'), associatedInputs: 'none' }],
    )
    const li = teams.person('li')
    bot.answers(() => drawn(adaptive([words('Thanks')])))
    const before = bot.heard.length
    expect(await li.fill(form, {}, 'Send')).toEqual({ refused: { what: 'Say what' } })
    expect(await li.fill(form, { 'What?': 'longer' }, 'Send')).toMatchObject({
      refused: { what: 'Say what' },
    })
    expect(await li.fill(form, { what: 'VPN', 'at.date': '5 May' }, 'Send')).toHaveProperty('refused')
    await expect(li.fill(form, { what: 'VPN', how: 'Worst' }, 'Send')).rejects.toThrow('there are: Low, High')
    await expect(li.fill(form, { where: 'x' }, 'Send')).rejects.toThrow(/No field where/)
    expect(bot.heard).toHaveLength(before)
    expect(await li.fill(form, { what: 'VPN', 'How bad?': 'High' }, 'Send')).toHaveProperty('delivery')
    expect(fieldsOf(fieldsOf(bot.heard.at(-1)?.value).action).data).toEqual({
      accord: { press: { flow: 'tiny', choice: 'one' } },
      what: 'VPN',
      how: 'high',
      'at.date': '',
      more: '',
    })
    teams.rules.emptyInputs = 'absent'
    await teams.person('chen').fill(form, { what: 'VPN' }, 'Send')
    expect(fieldsOf(fieldsOf(bot.heard.at(-1)?.value).action).data).not.toHaveProperty('more')
    teams.rules.emptyInputs = 'empty'
    // What needs no inputs can be pressed whatever stands in them.
    expect(await teams.person('gus').press(form, 'Cancel')).not.toHaveProperty('refused')
    expect(teams.problems()).toEqual([])
  })

  it('is a message without words from an old client', async () => {
    const { teams, bot, room } = stage
    await teams.person('li').submitOld(message, 'Take it')
    expect(bot.heard.at(-1)).toMatchObject({
      type: 'message',
      replyToId: message.id,
      conversation: { id: `${room};messageid=${message.id}` },
      value: { accord: { press: { choice: 'take' } } },
    })
    expect(bot.heard.at(-1)).not.toHaveProperty('text')
    expect(teams.thread(room, message.id)).toHaveLength(1)
  })

  it.each([
    ['nothing', undefined, /cannot read/],
    ['another thing', { statusCode: 200, type: 'text', value: 'x' }, /cannot read/],
    ['a card nobody can draw', drawn(adaptive([{ type: 'Chart' }])), /Chart/],
  ])('tells the person that something went wrong when the answer is %s', async (_, answer, said) => {
    const { teams, bot } = stage
    bot.answers(() => answer)
    const li = teams.person('li')
    expect(await li.press(message, 'Take it')).toMatchObject({ trouble: expect.stringMatching(said) })
    expect(li.toasts().at(-1)).toBe('Something went wrong. Please try again.')
    expect(teams.problems()).toEqual([expect.stringMatching(said)])
    expect(li.view(message)).toMatchObject({ own: false })
  })

  it('shows what the bot says went wrong', async () => {
    const { teams, bot } = stage
    const error = { code: 'BadRequest', message: 'Not now' }
    bot.answers(() => ({ statusCode: 400, type: 'application/vnd.microsoft.error', value: error }))
    await teams.person('li').press(message, 'Take it')
    expect(teams.person('li').toasts().at(-1)).toBe('Not now')
    expect(teams.problems()).toEqual([])
  })

  it('is gone for everybody when it is deleted', async () => {
    const { teams, bot, room } = stage
    await bot.call('DELETE', `v3/conversations/${encodeURIComponent(room)}/activities/${message.id}`)
    expect(teams.person('li').view(message)).toMatchObject({ deleted: true, words: '', buttons: [] })
    await expect(teams.person('li').press(message, 'Take it')).rejects.toThrow(/No card/)
  })
})
