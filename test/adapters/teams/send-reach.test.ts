import { describe, expect, it } from 'vitest'
import { failureOf } from '../../../adapters/teams/send/failure.ts'
import { answered } from './send-port.ts'
import { account, anna, channel, channelId, postOf, service, tenant, withSendStage } from './send-stage.ts'

const stage = withSendStage()
const opened = () => stage().teams.of('open')
const chatOfAnna = {
  team: tenant,
  conversation: 'a:1anna-aad',
  kind: 'personal',
  user: anna,
  serviceUrl: service,
} as const

describe('somebody’s own conversation with the bot', () => {
  it('is opened once, when something is first posted there', async () => {
    stage().teams.install(anna)
    const place = await stage().direct(account(anna))
    expect(place).toEqual({ platform: 'teams', team: tenant, conversation: anna, direct: true, flat: true })
    const posted = await stage().post(place, postOf('k1'))
    expect(posted).toMatchObject({ outcome: 'sent', message: { conversation: chatOfAnna.conversation } })
    expect(posted).not.toHaveProperty('message.thread')
    expect(opened()).toMatchObject([{ conversation: anna, serviceUrl: service }])
    expect(await stage().post(place, postOf('k2'))).toMatchObject({ outcome: 'sent' })
    const other = stage().other()
    const known = await other.direct(account(anna))
    expect(known.conversation).toBe(chatOfAnna.conversation)
    expect(await other.post(known, postOf('k3'))).toMatchObject({ outcome: 'sent' })
    expect(opened()).toHaveLength(1)
    expect(await other.find(place, 'k1'), 'by the person as by the conversation').toMatchObject({
      conversation: chatOfAnna.conversation,
    })
  })

  it('is the one they spoke in, and needs no opening', async () => {
    await stage().references.seen({ ...chatOfAnna, seenAt: stage().now() })
    const place = await stage().direct(account(anna))
    expect(place.conversation).toBe(chatOfAnna.conversation)
    for (const one of [place, { ...place, conversation: anna }])
      expect(await stage().post(one, postOf(`to ${one.conversation}`))).toMatchObject({ outcome: 'sent' })
    expect(opened()).toEqual([])
  })

  it('T19 of somebody who never installed the app is asked for once, told once, and never again until they speak', async () => {
    const place = await stage().direct(account(anna))
    for (const key of ['k1', 'k2', 'k3'])
      expect(await stage().post(place, postOf(key))).toEqual({
        outcome: 'unreachable',
        why: 'Teams: ForbiddenOperationException',
      })
    const other = stage().other()
    expect(await other.post(await other.direct(account(anna)), postOf('k4'))).toMatchObject({
      outcome: 'unreachable',
    })
    expect(opened()).toHaveLength(1)
    expect(stage().unreachable).toEqual([
      { team: tenant, conversation: anna, user: anna, why: 'Teams: ForbiddenOperationException' },
    ])
    expect(stage().warned).toHaveLength(1)
    expect(stage().warned[0]).toContain('Install it for them')
    await stage().references.seen({ ...chatOfAnna, seenAt: stage().now() })
    expect(await stage().post(place, postOf('k5'))).toMatchObject({ outcome: 'sent' })
    expect(opened()).toHaveLength(1)
  })

  it('T19 of somebody who blocked the bot is dead, told once, and revived by a word of theirs', async () => {
    await stage().references.seen({ ...chatOfAnna, seenAt: stage().now() })
    const place = await stage().direct(account(anna))
    stage().teams.fails(answered(403, 'ConversationBlockedByUser'))
    for (const key of ['k1', 'k2'])
      expect(await stage().post(await stage().direct(account(anna)), postOf(key))).toMatchObject({
        outcome: 'unreachable',
      })
    expect(stage().teams.calls).toHaveLength(1)
    expect(stage().unreachable).toHaveLength(1)
    stage().teams.works()
    expect(await stage().post({ ...place, conversation: anna }, postOf('k3'))).toMatchObject({
      outcome: 'unreachable',
    })
    expect(stage().teams.calls, 'and no second conversation is opened beside it').toHaveLength(1)
    await stage().references.seen({ ...chatOfAnna, seenAt: stage().now() + 1 })
    expect(await stage().post(place, postOf('k4'))).toMatchObject({ outcome: 'sent' })
    stage().teams.fails(answered(403, 'ConversationBlockedByUser'))
    await stage().post(place, postOf('k5'))
    expect(stage().unreachable).toHaveLength(2)
    expect(stage().warned).toHaveLength(2)
  })

  it('is waited for while Teams cannot open it, without a mark on what was never sent', async () => {
    stage().teams.install(anna)
    const place = await stage().direct(account(anna))
    for (const [failure, outcome] of [
      [answered(429, 'Throttled', 2_000), 'wait'],
      [{ kind: 'not_sent', why: 'ECONNREFUSED' } as const, 'wait'],
      [answered(502), 'unknown'],
    ] as const) {
      stage().teams.fails(failure, { times: 1 })
      expect(await stage().post(place, postOf('k1'))).toMatchObject({ outcome })
      expect(await stage().find(place, 'k1')).toBeUndefined()
      stage().passes(60_000)
    }
    expect(await stage().post(place, postOf('k1'))).toMatchObject({ outcome: 'sent' })
    expect(JSON.stringify(stage().teams.standing)).not.toContain('twice')
    expect(stage().unreachable).toEqual([])
  })
})

describe('a channel the bot is not let in to', () => {
  it.each([
    [403, 'BotNotInConversationRoster', /Add it there again/],
    [404, 'ConversationNotFound', /link another channel/],
  ])(
    'T19 is dead after %d %s, told once with what to do, and not called again',
    async (status, code, advice) => {
      stage().teams.fails(answered(status, code))
      for (const key of ['k1', 'k2'])
        expect(await stage().post(channel, postOf(key))).toEqual({
          outcome: 'unreachable',
          why: `Teams: ${code}`,
        })
      expect(await stage().other().post(channel, postOf('k3'))).toMatchObject({ outcome: 'unreachable' })
      expect(stage().teams.calls).toHaveLength(1)
      expect(stage().unreachable).toEqual([{ team: tenant, conversation: channelId, why: `Teams: ${code}` }])
      expect(stage().warned).toHaveLength(1)
      expect(stage().warned[0]).toMatch(advice)
    },
  )

  it('is dead also where nothing was ever heard from', async () => {
    stage().teams.fails(answered(404, 'ConversationNotFound'))
    const other = { ...channel, conversation: '19:other@thread.tacv2' }
    for (const key of ['k1', 'k2']) await stage().post(other, postOf(key))
    expect(stage().teams.calls).toHaveLength(1)
    expect(stage().unreachable).toMatchObject([{ conversation: '19:other@thread.tacv2' }])
  })

  it('is no dead channel because one of its threads is gone', async () => {
    stage().teams.fails(answered(404, 'ConversationNotFound'), { times: 1 })
    expect(await stage().post({ ...channel, thread: '77' }, postOf('k1'))).toMatchObject({
      outcome: 'unreachable',
    })
    expect([stage().unreachable, stage().warned]).toEqual([[], []])
    expect(await stage().post(channel, postOf('k2'))).toMatchObject({ outcome: 'sent' })
  })

  it.each(['NotEnoughPermissions', 'BotDisabledByAdmin', 'InvalidBotApiHost'])(
    'is told of and tried again next time when it may pass (%s)',
    async (code) => {
      stage().teams.fails(answered(403, code), { times: 2 })
      for (const key of ['k1', 'k2'])
        expect(await stage().post(channel, postOf(key))).toMatchObject({ outcome: 'unreachable' })
      expect(stage().warned).toHaveLength(1)
      expect(stage().warned[0]).not.toContain('Look the code up')
      expect(stage().unreachable).toEqual([])
      expect(await stage().post(channel, postOf('k3'))).toMatchObject({ outcome: 'sent' })
    },
  )
})

describe('a bare status, as a proxy in between gives it', () => {
  it.each([400, 403, 404, 405, 407, 451, 502])('%s says nothing about whom it was meant for', (status) => {
    for (const act of ['send', 'update', 'open'] as const)
      expect(failureOf({ kind: 'answered', status }, act, false)).toMatchObject({ kind: 'unknown' })
    expect(failureOf({ kind: 'answered', status: 403, code: 'Forbidden' }, 'send', false)).toMatchObject({
      kind: 'refused',
    })
  })
})
