import { describe, expect, it } from 'vitest'
import type { Card } from '../../../src/chat/card.ts'
import { texts } from '../../../src/text/texts.ts'
import { answered } from './send-port.ts'
import { anna, channel, channelId, longCard, postOf, shortCard, tenant, withSendStage } from './send-stage.ts'

const stage = withSendStage()
const standing = () => stage().teams.standing
const words = () => JSON.stringify(standing())
const lost = { kind: 'unknown', why: 'no answer' } as const
const emptied = texts('en').teams.emptied

/** A card that stands in the channel. */
const posted = async (shown?: Card) => {
  const sent = await stage().post(channel, postOf('k1', shown))
  if (sent.outcome !== 'sent') throw new Error(sent.outcome)
  stage().passes(60_000)
  return sent.message
}

describe('drawing anew on Teams', () => {
  it('changes the card in its message, for everybody', async () => {
    const message = await posted()
    const update = await stage().update(message, postOf('HX-1.2', shortCard('resolve')))
    expect(update).toEqual({ outcome: 'sent', message })
    expect(standing()).toHaveLength(1)
    expect(words()).toContain('"resolve"')
    expect(words()).not.toContain('"claim"')
  })

  it('follows a card that grows over several messages and shrinks again, whichever process draws it', async () => {
    const message = await posted()
    expect(await stage().update(message, postOf('HX-1.2', longCard(45)))).toEqual({
      outcome: 'sent',
      message,
    })
    const grown = standing().length
    expect(grown).toBeGreaterThan(2)
    for (const one of standing().slice(1))
      expect(one.conversation).toBe(`${channelId};messageid=${message.message}`)
    stage().passes(60_000)
    const other = stage().other()
    expect(await other.update(message, postOf('HX-1.3', longCard(44)))).toEqual({ outcome: 'sent', message })
    expect(standing()).toHaveLength(grown)
    expect(words()).not.toContain('begin 44 ')
    stage().passes(60_000)
    expect(await other.update(message, postOf('HX-1.4'))).toEqual({ outcome: 'sent', message })
    expect(words()).not.toContain('begin ')
    expect(words().split(emptied).length - 1).toBeGreaterThanOrEqual(grown - 1)
    stage().passes(60_000)
    const calls = stage().teams.calls.length
    await stage().update(message, postOf('HX-1.5'))
    expect(stage().teams.calls, 'what is emptied is done with').toHaveLength(calls + 1)
  })

  it('finds the further messages of a card that another process posted', async () => {
    const message = await posted(longCard(45))
    const before = standing().length
    expect(
      await stage()
        .other()
        .update(message, postOf('HX-1.2', longCard(45))),
    ).toMatchObject({
      outcome: 'sent',
    })
    expect(standing()).toHaveLength(before)
    expect(standing().map(({ updates }) => updates)).toEqual(standing().map(() => 1))
  })

  it('draws every message of a whole card, also one that somebody else drew over', async () => {
    const message = await posted(longCard(45))
    const [, second] = standing()
    const seen = second?.activity
    const drawn = { summary: 'over', card: stage().teams.cardOf(standing()[0] ?? never()) }
    await stage().redrawCard({ ...message, message: second?.id ?? '' }, drawn)
    expect(second?.activity).not.toEqual(seen)
    stage().passes(60_000)
    await stage().update(message, postOf('HX-1.2', longCard(45)))
    expect(second?.activity).toEqual(seen)
  })

  it('goes on where it was cut short, and ends with the newest drawing', async () => {
    const message = await posted(longCard(45))
    let updates = 0
    stage().teams.fails(answered(429), { times: 1, when: () => ++updates === 3 })
    expect(await stage().update(message, postOf('HX-1.2', longCard(46)))).toMatchObject({ outcome: 'wait' })
    stage().passes(60_000)
    expect(
      await stage()
        .other()
        .update(message, postOf('HX-1.3', longCard(46))),
    ).toMatchObject({
      outcome: 'sent',
    })
    expect(words().split('begin 30 ')).toHaveLength(2)
    expect(standing()[0]?.updates, 'what was drawn so is left alone').toBe(1)
  })

  it('T06 says of a lost answer that it is not known; once more does no harm, and nothing is sent', async () => {
    const message = await posted()
    stage().teams.fails(lost, { times: 1, taken: true })
    expect(await stage().update(message, postOf('HX-1.2', shortCard('resolve')))).toMatchObject({
      outcome: 'unknown',
    })
    expect(await stage().update(message, postOf('HX-1.2', shortCard('resolve')))).toMatchObject({
      outcome: 'sent',
    })
    expect(standing()).toHaveLength(1)
    expect(stage().teams.of('send')).toHaveLength(1)
  })

  it('T06 marks a further message that may stand already when the card grew', async () => {
    const message = await posted()
    stage().teams.fails(lost, { times: 1, taken: true, when: ({ do: what }) => what === 'send' })
    expect(await stage().update(message, postOf('HX-1.2', longCard(20)))).toMatchObject({
      outcome: 'unknown',
    })
    stage().passes(60_000)
    expect(await stage().update(message, postOf('HX-1.3', longCard(20)))).toMatchObject({ outcome: 'sent' })
    expect(words().split('it may stand here twice')).toHaveLength(2)
  })

  it('has nothing left to do when the message is gone, and buries no conversation for it', async () => {
    const message = await posted()
    standing().length = 0
    expect(await stage().update(message, postOf('HX-1.2'))).toMatchObject({ outcome: 'unreachable' })
    expect([stage().warned, stage().unreachable]).toEqual([[], []])
    expect(await stage().post(channel, postOf('k2'))).toMatchObject({ outcome: 'sent' })
  })

  it('T19 buries the conversation when the bot was taken out of it', async () => {
    const message = await posted()
    stage().teams.fails(answered(403, 'BotNotInConversationRoster'))
    for (let n = 0; n < 3; n += 1)
      expect(await stage().update(message, postOf('HX-1.2'))).toMatchObject({ outcome: 'unreachable' })
    expect(stage().teams.of('update')).toHaveLength(1)
    expect(stage().unreachable).toHaveLength(1)
  })

  it.each(['ForbiddenOperationException', 'NotEnoughPermissions'])(
    'does not take a refusal of one message (%s) for one of the conversation',
    async (code) => {
      const message = await posted()
      stage().teams.fails(answered(403, code), { times: 1 })
      expect(await stage().update(message, postOf('HX-1.2'))).toMatchObject({ outcome: 'unreachable' })
      expect(stage().unreachable).toEqual([])
      expect(await stage().update(message, postOf('HX-1.2'))).toMatchObject({ outcome: 'sent' })
    },
  )

  it('counts with what is sent: the rate of Teams is one for both', async () => {
    const message = await posted()
    for (let n = 0; n < 7; n += 1) await stage().update(message, postOf(`HX-1.${n}`))
    expect(await stage().update(message, postOf('HX-1.8'))).toMatchObject({ outcome: 'wait' })
    expect(await stage().post(channel, postOf('k2'))).toMatchObject({ outcome: 'wait' })
    expect(stage().teams.calls).toHaveLength(8)
  })
})

describe('a message that answers somebody', () => {
  it('is posted where it is told, opens their conversation if need be, and says whether it stands', async () => {
    await posted()
    const card = stage().teams.cardOf(standing()[0] ?? never())
    const message = { summary: 'an answer', card }
    const privately = { platform: 'teams', team: tenant, conversation: anna, direct: true } as const
    expect(await stage().postCard(privately, message)).toBe(false)
    expect(stage().unreachable).toMatchObject([{ conversation: anna }])
    expect(await stage().postCard({ ...channel, thread: '77' }, message)).toBe(true)
    expect(standing().at(-1)).toMatchObject({ conversation: `${channelId};messageid=77` })
    const ref = {
      platform: 'teams',
      team: tenant,
      conversation: channelId,
      message: standing()[0]?.id ?? '',
    } as const
    expect(await stage().redrawCard(ref, message)).toBe(true)
    expect(standing()[0]?.activity).toMatchObject({ summary: 'an answer' })
    stage().teams.fails(lost, { times: 1 })
    expect(await stage().postCard(channel, message)).toBe(false)
    stage().away(true)
    expect(await stage().postCard(channel, message)).toBe(false)
    expect(stage().faults).toHaveLength(1)
  })
})

const never = (): never => {
  throw new Error('nothing stands')
}
