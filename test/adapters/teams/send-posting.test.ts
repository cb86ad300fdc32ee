import { describe, expect, it } from 'vitest'
import { answered } from './send-port.ts'
import {
  account,
  anna,
  channel,
  channelId,
  groupId,
  longCard,
  postOf,
  service,
  shortCard,
  tenant,
  withSendStage,
} from './send-stage.ts'

const stage = withSendStage()

const standing = () => stage().teams.standing
const words = () => JSON.stringify(standing())
const count = (text: string) => words().split(text).length - 1
const twice = 'it may stand here twice'
const lost = { kind: 'unknown', why: 'no answer' } as const

describe('posting to Teams', () => {
  it('sends a card once, with the sentence of its notification and nothing else', async () => {
    const posted = await stage().post(channel, postOf('k1'))
    expect(posted).toEqual({
      outcome: 'sent',
      message: { platform: 'teams', team: tenant, conversation: channelId, message: standing()[0]?.id },
    })
    expect(Object.keys(standing()[0]?.activity ?? {}).toSorted()).toEqual(['attachments', 'summary', 'type'])
    expect(standing()[0]?.activity).toMatchObject({
      type: 'message',
      summary: 'HX-1',
      attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive' }],
    })
    expect(stage().teams.calls).toMatchObject([{ do: 'send', serviceUrl: service, conversation: channelId }])
  })

  it('sends into the thread of a channel, and says so', async () => {
    const posted = await stage().post({ ...channel, thread: '77' }, postOf('k1'))
    expect(posted).toMatchObject({ message: { conversation: channelId, thread: '77' } })
    expect(standing()[0]?.conversation).toBe(`${channelId};messageid=77`)
    const update = await stage().update(
      {
        platform: 'teams',
        team: tenant,
        conversation: channelId,
        message: standing()[0]?.id ?? '',
        thread: '77',
      },
      postOf('HX-1.2'),
    )
    expect(update).toMatchObject({ outcome: 'sent' })
    expect(stage().teams.of('update')[0]?.conversation).toBe(`${channelId};messageid=77`)
  })

  it('knows no thread in chats, whatever it is told', async () => {
    const group = { ...channel, conversation: groupId, thread: '77' }
    const posted = await stage().post(group, postOf('k1'))
    expect(posted).toEqual({
      outcome: 'sent',
      message: { platform: 'teams', team: tenant, conversation: groupId, message: standing()[0]?.id },
    })
    expect(standing()[0]?.conversation).toBe(groupId)
  })

  it('tells a channel by what it heard there, where its id does not', async () => {
    const odd = { ...channel, conversation: 'general-id', thread: '77' }
    await stage().references.seen({
      ...{
        team: tenant,
        conversation: 'general-id',
        kind: 'channel',
        serviceUrl: service,
        seenAt: stage().now(),
      },
    })
    await stage().post(odd, postOf('k1'))
    expect(standing()[0]?.conversation).toBe('general-id;messageid=77')
  })

  it('goes through the address a conversation spoke from last, else the newest of its tenant', async () => {
    await stage().post({ ...channel, conversation: '19:new@thread.tacv2' }, postOf('k1'))
    await stage().references.seen({
      ...{ team: tenant, conversation: '19:new@thread.tacv2', kind: 'channel' },
      serviceUrl: 'https://smba.example/amer/',
      seenAt: stage().now() + 1,
    })
    await stage().post({ ...channel, conversation: '19:new@thread.tacv2' }, postOf('k2'))
    await stage().post(channel, postOf('k3'))
    expect(stage().teams.calls.map(({ serviceUrl }) => serviceUrl)).toEqual([
      service,
      'https://smba.example/amer/',
      service,
    ])
  })

  it('calls nobody of a tenant it never heard of', async () => {
    const posted = await stage().post({ ...channel, team: 'stranger' }, postOf('k1'))
    expect(posted).toMatchObject({ outcome: 'unreachable', why: expect.stringContaining('stranger') })
    expect(stage().teams.calls).toEqual([])
  })

  it('T07 does not call when the rate of Teams is spent, nor while Teams asks to wait, and only there', async () => {
    for (let n = 0; n < 7; n += 1) await stage().post(channel, postOf(`k${n}`))
    expect(await stage().post(channel, postOf('k7'))).toMatchObject({ outcome: 'wait' })
    expect(stage().teams.calls).toHaveLength(7)
    stage().passes(10_000)
    stage().teams.fails(answered(429, 'Throttled', 30_000), { times: 1 })
    expect(await stage().post(channel, postOf('k7'))).toEqual({ outcome: 'wait', retryAfter: 30_000 })
    stage().passes(29_000)
    expect(await stage().post(channel, postOf('k7'))).toEqual({ outcome: 'wait', retryAfter: 1_000 })
    expect(stage().teams.calls).toHaveLength(8)
    expect(await stage().post({ ...channel, conversation: groupId }, postOf('k8'))).toMatchObject({
      outcome: 'sent',
    })
    stage().passes(1_000)
    expect(await stage().post(channel, postOf('k7'))).toMatchObject({ outcome: 'sent' })
    expect(words()).not.toContain(twice)
  })

  it.each([
    ['412', answered(412, 'PreconditionFailed')],
    ['429', answered(429)],
    ['no connection', { kind: 'not_sent', why: 'ECONNREFUSED' } as const],
    ['401', answered(401)],
  ])('asks the sender to wait after %s, which surely had no effect', async (_, failure) => {
    stage().teams.fails(failure, { times: 1 })
    const posted = await stage().post(channel, postOf('k1'))
    expect(posted).toMatchObject({ outcome: 'wait' })
    expect(posted.outcome === 'wait' && posted.retryAfter).toBeGreaterThan(0)
    expect(await stage().find(channel, 'k1')).toBeUndefined()
    stage().passes(60_000)
    expect(await stage().post(channel, postOf('k1'))).toMatchObject({ outcome: 'sent' })
    expect(words()).not.toContain(twice)
  })

  it('tells an administrator once that Teams is not reached, and once that it does not accept the bot', async () => {
    for (const failure of [{ kind: 'not_sent', why: 'ENOTFOUND' } as const, answered(401)])
      for (const key of ['k1', 'k2']) {
        stage().teams.fails(failure, { times: 1 })
        await stage().post(channel, postOf(key))
      }
    expect(stage().warned).toHaveLength(2)
    expect(stage().warned[1]).toContain('TEAMS_APP_PASSWORD')
  })

  it.each([500, 502, 503, 504, 408])('T06 says of %d that it may stand there', async (status) => {
    stage().teams.fails(answered(status, 'ServiceError'), { times: 1 })
    expect(await stage().post(channel, postOf('k1'))).toMatchObject({ outcome: 'unknown' })
  })

  it('T06 marks the second attempt of what may stand there, also from another process, and no other', async () => {
    stage().teams.fails(lost, { times: 1, taken: true })
    expect(await stage().post(channel, postOf('k1'))).toMatchObject({ outcome: 'unknown' })
    const other = stage().other()
    expect(await other.find(channel, 'k1')).toBeUndefined()
    expect(await other.post(channel, postOf('k1'))).toMatchObject({ outcome: 'sent' })
    expect(standing()).toHaveLength(2)
    expect(JSON.stringify(standing()[0])).not.toContain(twice)
    expect(JSON.stringify(standing()[1])).toContain(twice)
    await other.post(channel, postOf('k2'))
    expect(JSON.stringify(standing()[2])).not.toContain(twice)
  })

  it('T06 finds what stood when its sender died before it could say so, and does not post it again', async () => {
    const posted = await stage().post(channel, postOf('k1'))
    const other = stage().other()
    expect(posted).toEqual({ outcome: 'sent', message: await other.find(channel, 'k1') })
    expect(await other.post(channel, postOf('k1'))).toEqual(posted)
    expect(stage().teams.calls).toHaveLength(1)
  })

  it('T06 never marks what was not begun: looked for before its first attempt, or refused for sure', async () => {
    expect(await stage().find(channel, 'k1')).toBeUndefined()
    stage().teams.fails(answered(429), { times: 1 })
    await stage().post(channel, postOf('k1'))
    stage().passes(60_000)
    await stage().other().post(channel, postOf('k1'))
    expect(words()).not.toContain(twice)
  })

  it('does not send what it could not keep as begun, and does not say that nothing stands', async () => {
    stage().away(true)
    expect(await stage().post(channel, postOf('k1'))).toMatchObject({ outcome: 'wait' })
    await expect(stage().find(channel, 'k1')).rejects.toThrow()
    expect(stage().teams.calls).toEqual([])
    stage().away(false)
    expect(await stage().post(channel, postOf('k1'))).toMatchObject({ outcome: 'sent' })
    expect(words()).not.toContain(twice)
  })

  it('is sent also when it could not be kept that it stands', async () => {
    stage().teams.fails(lost, {
      when: () => {
        stage().away(true)
        return false
      },
    })
    expect(await stage().post(channel, postOf('k1'))).toMatchObject({ outcome: 'sent' })
    expect(stage().faults).toHaveLength(1)
  })

  it('T18 does not wait for ever with a card that cannot be drawn: it rejects, and has begun nothing', async () => {
    const broken = {
      ...shortCard(),
      blocks: [{ type: 'text', text: undefined as unknown as string } as const],
    }
    await expect(stage().post(channel, postOf('k1', broken))).rejects.toThrow()
    expect(stage().teams.calls).toEqual([])
    expect(await stage().post(channel, postOf('k1'))).toMatchObject({ outcome: 'sent' })
    expect(words()).not.toContain(twice)
  })

  it('T18 gives up at once on what Teams will never take, as a fault of ours', async () => {
    stage().teams.fails(answered(400, 'BadArgument'), { times: 1 })
    const posted = await stage().post(channel, postOf('k1'))
    expect(posted).toMatchObject({ outcome: 'unreachable', why: expect.stringContaining('BadArgument') })
    expect(stage().faults).toHaveLength(1)
    expect(stage().unreachable).toEqual([])
    expect(await stage().post(channel, postOf('k2'))).toMatchObject({ outcome: 'sent' })
  })
})

describe('a card that needs several messages', () => {
  it('T42 stands in them with nothing lost, the buttons last; in a channel in the thread of the first', async () => {
    const posted = await stage().post(channel, postOf('k1', longCard(45)))
    const [first, ...rest] = standing()
    expect(posted).toMatchObject({ outcome: 'sent', message: { message: first?.id } })
    expect(posted).not.toHaveProperty('message.thread')
    expect(rest.length).toBeGreaterThan(1)
    for (const one of rest) expect(one.conversation).toBe(`${channelId};messageid=${first?.id}`)
    for (let index = 0; index < 45; index += 1)
      expect(words().match(new RegExp(`end ${index}\\b`, 'g'))).toHaveLength(1)
    expect(JSON.stringify(rest.at(-1))).toContain('Do it')
    expect(JSON.stringify(first)).not.toContain('Do it')
  })

  it('is ended, not begun again, by whichever process goes on', async () => {
    let sent = 0
    stage().teams.fails(answered(429), { times: 1, when: ({ do: what }) => what === 'send' && ++sent === 2 })
    expect(await stage().post(channel, postOf('k1', longCard(45)))).toMatchObject({ outcome: 'wait' })
    expect(standing()).toHaveLength(1)
    const other = stage().other()
    expect(await other.find(channel, 'k1')).toBeUndefined()
    expect(await other.post(channel, postOf('k1', longCard(45)))).toMatchObject({
      outcome: 'sent',
      message: { message: standing()[0]?.id },
    })
    for (let index = 0; index < 45; index += 1) expect(count(`begin ${index} `)).toBe(1)
    expect(stage().teams.of('update')).toEqual([])
    expect(words()).not.toContain(twice)
  })

  it.each([
    ['at the top', undefined, '77'],
    ['in a thread', '77', undefined],
  ])('is ended where it was begun, %s, whatever it is told meanwhile', async (_, began, ends) => {
    const at = (thread: string | undefined) => (thread === undefined ? channel : { ...channel, thread })
    let sent = 0
    stage().teams.fails(answered(429), { times: 1, when: () => ++sent === 2 })
    await stage().post(at(began), postOf('k1', longCard(45)))
    stage().passes(60_000)
    const posted = await stage().post(at(ends), postOf('k1', longCard(45)))
    const [first, ...rest] = standing()
    const message = { platform: 'teams', team: tenant, conversation: channelId, message: first?.id }
    expect(posted).toEqual({
      outcome: 'sent',
      message: began === undefined ? message : { ...message, thread: began },
    })
    for (const one of rest) expect(one.conversation).toBe(`${channelId};messageid=${began ?? first?.id}`)
  })

  it('T06 repeats with a mark only the message whose answer was lost', async () => {
    let sent = 0
    stage().teams.fails(lost, { times: 1, taken: true, when: () => ++sent === 2 })
    expect(await stage().post(channel, postOf('k1', longCard(45)))).toMatchObject({ outcome: 'unknown' })
    expect(await stage().post(channel, postOf('k1', longCard(45)))).toMatchObject({ outcome: 'sent' })
    expect(count(twice)).toBe(1)
    expect(JSON.stringify(standing()[2])).toContain(twice)
    expect(count('begin 0 ')).toBe(1)
  })

  it('updates what stands of it where the next attempt says something else', async () => {
    let sent = 0
    stage().teams.fails(answered(429), { times: 1, when: () => ++sent === 2 })
    await stage().post(channel, postOf('k1', longCard(45)))
    stage().passes(60_000)
    const [first, ...blocks] = longCard(45).blocks
    const late = { ...longCard(45), blocks: [{ type: 'text', text: 'late' } as const, ...blocks] }
    expect(first).toBeDefined()
    expect(await stage().post(channel, postOf('k1', late))).toMatchObject({
      outcome: 'sent',
      message: { message: standing()[0]?.id },
    })
    expect(standing()[0]?.updates).toBe(1)
    expect(words()).toContain('late')
    expect(words()).not.toContain('begin 0 ')
  })

  it('goes on where the rate of Teams stopped it, however many messages it needs', async () => {
    const huge = longCard(165)
    let posted = await stage().post(channel, postOf('k1', huge))
    expect(posted).toMatchObject({ outcome: 'wait' })
    for (let tries = 0; posted.outcome === 'wait' && tries < 10; tries += 1) {
      stage().passes(posted.retryAfter)
      posted = await stage().post(channel, postOf('k1', huge))
    }
    expect(posted).toMatchObject({ outcome: 'sent' })
    expect(standing().length).toBeGreaterThan(8)
    for (let index = 0; index < 165; index += 1) expect(count(`begin ${index} `)).toBe(1)
  })

  it('T42 goes in smaller pieces when Teams still finds it too large, element by element', async () => {
    stage().teams.fails(answered(413, 'MessageSizeTooBig'), { when: (_, size) => size > 4_500 })
    let posted = await stage().post(channel, postOf('k1', longCard(4)))
    for (let tries = 0; posted.outcome === 'wait' && tries < 20; tries += 1) {
      stage().passes(posted.retryAfter)
      posted = await stage().post(channel, postOf('k1', longCard(4)))
    }
    expect(posted).toMatchObject({ outcome: 'sent' })
    for (let index = 0; index < 4; index += 1) expect(count(`begin ${index} `)).toBe(1)
    expect(JSON.stringify(standing().at(-1))).toContain('Do it')
    expect(words()).not.toContain(twice)
  })

  it('T42 that cannot be made smaller is unreachable, and a fault of ours', async () => {
    stage().teams.fails(answered(413, 'MessageSizeTooBig'))
    let posted = await stage().post(channel, postOf('k1', longCard(2)))
    for (let tries = 0; posted.outcome === 'wait' && tries < 20; tries += 1) {
      stage().passes(posted.retryAfter)
      posted = await stage().post(channel, postOf('k1', longCard(2)))
    }
    expect(posted).toMatchObject({ outcome: 'unreachable', why: expect.stringContaining('too large') })
    expect(stage().faults.join()).toContain('cannot be parted')
    expect(standing()).toEqual([])
  })
})

describe('somebody who is called by name', () => {
  const mention = { account: account(anna), name: 'Anna Schmidt' }
  const first = () => {
    const [one] = standing()
    if (one === undefined) throw new Error('nothing stands')
    return stage().teams.cardOf(one)
  }

  it('is called in the first message, by their id in the directory', async () => {
    await stage().post(channel, postOf('k1', longCard(45), { mention }))
    expect(first().body[0]).toMatchObject({ type: 'TextBlock', text: '<at>Anna Schmidt</at>' })
    expect(first().msteams?.entities).toEqual([
      { type: 'mention', text: '<at>Anna Schmidt</at>', mentioned: { id: anna, name: 'Anna Schmidt' } },
    ])
    expect(count('"mention"')).toBe(1)
  })

  it('is called once when the message has to go in pieces', async () => {
    stage().teams.fails(answered(413), { when: (_, size) => size > 4_500 })
    await stage().post(channel, postOf('k1', longCard(3), { mention }))
    expect(count('"mention"')).toBe(1)
    expect(first().msteams?.entities).toHaveLength(1)
  })

  it.each([
    ['</at><at>everyone</at>', '<at>at at everyone at</at>'],
    ['[x](https://evil.example) **b**', '<at>x https evil.example b</at>'],
    ['a\nb\u202e&lt;/at&gt;', '<at>a b lt at gt</at>'],
    ['王芳（运维）', '<at>王芳（运维）</at>'],
    ['<>', '<at>…</at>'],
    ['x'.repeat(200), `<at>${'x'.repeat(79)}…</at>`],
  ])('T57 cannot break out of it with a name like %s', async (name, text) => {
    await stage().post(channel, postOf('k1', shortCard(), { mention: { ...mention, name } }))
    expect(first().body[0]).toMatchObject({ text })
    expect(first().msteams?.entities?.[0]).toMatchObject({ text })
    expect(words().split('</at>')).toHaveLength(3)
  })
})
