import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Post } from '../../../src/chat/adapter.ts'
import { type Card, card } from '../../../src/chat/card.ts'
import type { Place } from '../../../src/chat/inbound.ts'
import { texts } from '../../../src/text/texts.ts'
import { cardWith, max, room, type Stage, stage, takenButUnsaid, team, zhang } from './runtime-stage.ts'

let made: Stage
let ahead = 0
beforeEach(async () => {
  ahead = 0
  made = await stage('http', { clock: () => Date.now() + ahead })
})
afterEach(async () => {
  await made.stop()
})

const place: Place = { platform: 'slack', team, conversation: room, direct: false }
const postOf = (key: string, shown: Card = cardWith('Claim', { flow: 'claim' })): Post => ({
  key,
  card: shown,
  language: 'en',
  zone: 'UTC',
})
const long = (paragraphs: number): Card =>
  card({
    title: 'HX-1',
    summary: 'HX-1',
    blocks: Array.from({ length: paragraphs }, (_, index) => ({
      type: 'text',
      text: `${index} ${'x'.repeat(2_900)} end ${index}`,
    })),
    buttons: [{ label: 'Claim', press: { flow: 'claim' }, style: 'normal' }],
  })
const standing = () => made.slack.messages(room)
const words = () => JSON.stringify(standing())

describe('posting to Slack', () => {
  it('sends once, and never in a way that mentions or unfolds anything', async () => {
    const posted = await made.adapter.post(place, postOf('k1'))
    const [message] = standing()
    expect(posted).toEqual({
      outcome: 'sent',
      message: { platform: 'slack', team, conversation: room, message: message?.ts },
    })
    expect(made.slack.calls('chat.postMessage')[0]?.args).toMatchObject({
      parse: 'none',
      link_names: 'false',
      unfurl_links: 'false',
      unfurl_media: 'false',
      metadata: { event_type: 'accord_post', event_payload: { key: 'k1' } },
    })
  })

  it('sends into the thread it is told', async () => {
    const { ts } = await made.slack.person(max).say(room, 'VPN down')
    const posted = await made.adapter.post({ ...place, thread: ts }, postOf('k1'))
    expect(posted).toMatchObject({ outcome: 'sent', message: { thread: ts } })
    expect(made.slack.thread(room, ts)).toHaveLength(2)
  })

  it('opens a person’s conversation once, also of a person of another organisation', async () => {
    const customer = await made.adapter.direct({ platform: 'slack', team: 'T0CLIENT', user: max })
    const dm = made.slack.person(max).dm(team)
    expect(customer).toMatchObject({ team, conversation: dm, direct: true })
    for (const key of ['k1', 'k2'])
      expect(await made.adapter.post(customer, postOf(key))).toMatchObject({ outcome: 'sent' })
    expect(made.slack.messages(dm)).toHaveLength(2)
    expect(made.slack.calls('conversations.open')).toHaveLength(1)
  })

  it('asks the sender to wait as Slack asks, at once and without a second try (T22)', async () => {
    made.slack.fault('chat.postMessage', { do: 'limit', retryAfter: 30 }, { times: 1 })
    expect(await made.adapter.post(place, postOf('k1'))).toEqual({
      ...{ outcome: 'wait', retryAfter: 30_000, everywhere: true },
    })
    expect(made.slack.calls('chat.postMessage')).toHaveLength(1)
    const elsewhere = await made.adapter.direct({ platform: 'slack', team, user: zhang })
    expect(await made.adapter.post(elsewhere, postOf('k2'))).toMatchObject({ outcome: 'sent' })
    expect(await made.adapter.post(place, postOf('k1'))).toMatchObject({ outcome: 'sent' })
  })

  it('names the pace Slack asks for in one conversation', () => {
    expect(made.adapter.pace).toBe(1_000)
  })

  it('leaves a method alone in a workspace where Slack limited it, without asking again, and no other (T07)', async () => {
    const [first, second] = [
      await made.adapter.post(place, postOf('k1')),
      await made.adapter.post(place, postOf('k2')),
    ]
    if (first.outcome !== 'sent' || second.outcome !== 'sent') throw new Error('not posted')
    made.slack.fault('chat.update', { do: 'limit', retryAfter: 30 }, { times: 1 })
    const asked = { outcome: 'wait', everywhere: true }
    expect(await made.adapter.update(first.message, postOf('k1'))).toEqual({ ...asked, retryAfter: 30_000 })
    const elsewhere = await made.adapter.update(second.message, postOf('k2'))
    expect(elsewhere).toMatchObject(asked)
    expect('retryAfter' in elsewhere && elsewhere.retryAfter).toBeGreaterThan(20_000)
    expect(made.slack.calls('chat.update')).toHaveLength(1)
    ahead = 30_000
    expect(await made.adapter.update(second.message, postOf('k2'))).toMatchObject({ outcome: 'sent' })
    expect(await made.adapter.post(place, postOf('k3'))).toMatchObject({ outcome: 'sent' })
    expect(made.warned).toEqual([])
  })

  it('says of a limit that it met on the way to a person that it is theirs alone', async () => {
    made.slack.fault('conversations.open', { do: 'limit', retryAfter: 30 }, { times: 1 })
    const to = await made.adapter.direct({ platform: 'slack', team, user: zhang })
    const posted = await made.adapter.post(to, postOf('k1'))
    expect(posted).toEqual({ outcome: 'wait', retryAfter: expect.any(Number) })
    if (posted.outcome === 'wait') expect(Math.ceil(posted.retryAfter / 30_000)).toBe(1)
    expect(await made.adapter.post(place, postOf('k2'))).toMatchObject({ outcome: 'sent' })
  })

  it('does not send again what Slack may have taken: 500, a cut line (T06)', async () => {
    for (const fault of [{ do: 'status', status: 500 }, { do: 'cut' }] as const) {
      made.slack.fault('chat.postMessage', fault, { times: 1 })
      expect(await made.adapter.post(place, postOf('k1'))).toMatchObject({ outcome: 'unknown' })
    }
    expect(made.slack.calls('chat.postMessage')).toHaveLength(2)
    expect(await made.adapter.find(place, 'k1')).toBeUndefined()
  })

  it('finds what Slack took without saying so, in a channel and in a thread (T06)', async () => {
    const { ts } = await made.slack.person(max).say(room, 'VPN down')
    for (const [index, where] of [place, { ...place, thread: ts }].entries()) {
      made.slack.fault('chat.postMessage', takenButUnsaid, { times: 1 })
      expect(await made.adapter.post(where, postOf(`k${index}`))).toMatchObject({ outcome: 'unknown' })
      const found = await made.adapter.find(where, `k${index}`)
      const posts = standing().filter(({ bot_id }) => bot_id !== undefined)
      expect(found?.message).toBe(posts.at(-1)?.ts)
      expect(found?.thread).toBe(where.thread)
    }
  })

  it('finds only its own posts', async () => {
    await made.adapter.post(place, postOf('k1'))
    const [mine] = standing()
    const { world } = made.slack
    world.messages.set(room, [
      { ...mine, type: 'message', ts: mine?.ts ?? '', text: '', user: max, bot_id: 'B0OTHER' },
    ])
    expect(await made.adapter.find(place, 'k1')).toBeUndefined()
  })

  it('does not say that nothing stands while Slack cannot be asked', async () => {
    made.slack.fault('conversations.history', { do: 'status', status: 500 }, { times: 1 })
    await expect(made.adapter.find(place, 'k1')).rejects.toThrow()
    made.slack.fault('conversations.history', { do: 'limit', retryAfter: 30 }, { times: 1 })
    await expect(made.adapter.find(place, 'k1')).rejects.toThrow()
  })

  it('marks what may stand twice where Slack never lets it look (T06)', async () => {
    made.slack.fault('chat.postMessage', takenButUnsaid, { times: 1 })
    await made.adapter.post(place, postOf('k1'))
    made.slack.fault('conversations.history', { do: 'error', error: 'missing_scope' })
    expect(await made.adapter.find(place, 'k1')).toBeUndefined()
    await made.adapter.post(place, postOf('k1'))
    const [first, second] = standing().map((message) => JSON.stringify(message.blocks))
    expect(first).not.toContain('twice')
    expect(second).toContain('it may stand here twice')
  })
})

describe('a thread that was deleted', () => {
  const gone = async (): Promise<Place> => {
    const { ts } = await made.slack.person(max).say(room, 'VPN down')
    await made.slack.person(max).remove(room, ts)
    return { ...place, thread: ts }
  }
  const own = () => standing().filter(({ bot_id }) => bot_id !== undefined)

  it('lets nothing of it stand in the channel, though Slack posts there: the notice goes the next way', async () => {
    const thread = await gone()
    for (const key of ['k1', 'k2'])
      expect(await made.adapter.post(thread, postOf(key))).toMatchObject({ outcome: 'unreachable' })
    expect(own()).toEqual([])
    expect(made.slack.calls('chat.postMessage')).toHaveLength(1)
    expect(await made.adapter.post(place, postOf('k3'))).toMatchObject({ outcome: 'sent' })
  })

  it.each(['limit', 'cut'] as const)(
    'is tidied up by the next attempt when Slack does not do it (%s)',
    async (how) => {
      const thread = await gone()
      made.slack.fault('chat.delete', how === 'limit' ? { do: 'limit', retryAfter: 1 } : { do: 'cut' }, {
        times: 1,
      })
      expect(await made.adapter.post(thread, postOf('k1'))).toMatchObject({
        outcome: how === 'limit' ? 'wait' : 'unknown',
      })
      expect(own()).toHaveLength(1)
      ahead = 1_000
      expect(await made.adapter.post(thread, postOf('k1'))).toMatchObject({ outcome: 'unreachable' })
      expect(own()).toEqual([])
    },
  )

  it('keeps no word in the channel where nobody may delete', async () => {
    const thread = await gone()
    made.slack.fault('chat.delete', { do: 'error', error: 'cant_delete_message' })
    expect(await made.adapter.post(thread, postOf('k1'))).toMatchObject({ outcome: 'unreachable' })
    expect(JSON.stringify(own())).not.toContain('HX-1')
    expect(own()).toMatchObject([{ text: texts('en').slackReplies.strayed }])
  })

  it('is tidied up by another process, where the answer was lost (T06)', async () => {
    const thread = await gone()
    made.slack.fault('chat.postMessage', takenButUnsaid, { times: 1 })
    expect(await made.adapter.post(thread, postOf('k1'))).toMatchObject({ outcome: 'unknown' })
    expect(own()).toHaveLength(1)
    const other = await stage('http', { slack: made.slack })
    expect(await other.adapter.find(thread, 'k1')).toBeUndefined()
    expect(await other.adapter.post(thread, postOf('k1'))).toMatchObject({ outcome: 'unreachable' })
    expect(own()).toEqual([])
    await other.adapter.stop()
  })
})

describe('a card that is too large for Slack', () => {
  it('stands in several messages, with nothing lost and the buttons last (T42)', async () => {
    const posted = await made.adapter.post(place, postOf('k1', long(7)))
    expect(posted).toMatchObject({ outcome: 'sent', message: { message: standing()[0]?.ts } })
    expect(standing().length).toBeGreaterThan(1)
    for (let index = 0; index < 7; index += 1) expect(words()).toContain(`end ${index}`)
    expect(JSON.stringify(standing().at(-1))).toContain('Claim')
  })

  it('goes in smaller pieces when Slack still finds it too large, block by block and at last as words (T42)', async () => {
    made.slack.rules.blockText = 2_000
    made.slack.rules.posts = false
    const posted = await made.adapter.post(place, postOf('k1', long(2)))
    expect(posted).toMatchObject({ outcome: 'sent' })
    for (let index = 0; index < 2; index += 1) expect(words()).toContain(`end ${index}`)
    expect(JSON.stringify(standing().at(-1)?.blocks)).toContain('Claim')
  })

  it('is ended, not begun again, when it was cut short', async () => {
    made.slack.fault(
      'chat.postMessage',
      { do: 'limit', retryAfter: 1 },
      {
        times: 1,
        when: ({ metadata }) => JSON.stringify(metadata).includes('"part":1'),
      },
    )
    expect(await made.adapter.post(place, postOf('k1', long(7)))).toMatchObject({ outcome: 'wait' })
    const before = standing().length
    expect(await made.adapter.post(place, postOf('k1', long(7)))).toMatchObject({
      outcome: 'sent',
      message: { message: standing()[0]?.ts },
    })
    expect(before).toBe(1)
    for (let index = 0; index < 7; index += 1) expect(words().split(`end ${index}`)).toHaveLength(2)
  })

  it('is only found when all of it stands; the rest is then posted by another process', async () => {
    made.slack.fault('chat.postMessage', takenButUnsaid, {
      times: 1,
      when: ({ metadata }) => JSON.stringify(metadata).includes('"part":1'),
    })
    expect(await made.adapter.post(place, postOf('k1', long(7)))).toMatchObject({ outcome: 'unknown' })
    const other = await stage('http', { slack: made.slack })
    expect(await other.adapter.find(place, 'k1')).toBeUndefined()
    expect(await other.adapter.post(place, postOf('k1', long(7)))).toMatchObject({ outcome: 'sent' })
    for (let index = 0; index < 7; index += 1) expect(words().split(`end ${index}`)).toHaveLength(2)
    expect((await made.adapter.find(place, 'k1'))?.message).toBe(standing()[0]?.ts)
    await other.adapter.stop()
  })
})

describe('drawing anew on Slack', () => {
  const first = async (shown?: Card) => {
    const posted = await made.adapter.post(place, postOf('k1', shown))
    if (posted.outcome !== 'sent') throw new Error(posted.outcome)
    return posted.message
  }

  it('always sends words and blocks, since words alone would take the blocks away', async () => {
    const message = await first()
    const other = cardWith('Resolve', { flow: 'resolve' })
    expect(await made.adapter.update(message, postOf('HX-1.2', other))).toEqual({ outcome: 'sent', message })
    expect(standing()).toHaveLength(1)
    expect(words()).toContain('Resolve')
    expect(made.slack.calls('chat.update')[0]?.args).toMatchObject({
      text: 'HX-1',
      blocks: expect.anything(),
    })
  })

  it('follows a card that grows over several messages, and shrinks again', async () => {
    const message = await first()
    made.slack.rules.posts = false
    expect(await made.adapter.update(message, postOf('HX-1.2', long(7)))).toMatchObject({ outcome: 'sent' })
    for (let index = 0; index < 7; index += 1) expect(words()).toContain(`end ${index}`)
    expect(await made.adapter.update(message, postOf('HX-1.3'))).toMatchObject({ outcome: 'sent' })
    expect(standing().map(({ ts }) => ts)).toEqual([message.message])
  })

  it('finds the further messages of a card that another process posted', async () => {
    const message = await first(long(7))
    const stood = standing().length
    made.slack.rules.posts = false
    const other = await stage('http', { slack: made.slack })
    expect(await other.adapter.update(message, postOf('HX-1.2', long(7)))).toMatchObject({ outcome: 'sent' })
    expect(standing()).toHaveLength(stood)
    await other.adapter.stop()
  })

  it('has nothing left to do when the message is gone', async () => {
    const message = await first()
    made.slack.world.messages.set(room, [])
    expect(await made.adapter.update(message, postOf('HX-1.2'))).toMatchObject({ outcome: 'unreachable' })
    expect(made.warned).toEqual([])
  })
})

describe('a place Slack does not let the bot speak in', () => {
  const lines = () => made.warned.map(({ message }) => message)

  it.each(['is_archived', 'not_in_channel', 'channel_not_found', 'account_inactive', 'restricted_action'])(
    'is unreachable (%s), and an administrator is told once what to do',
    async (code) => {
      const back = made.slack.fault('chat.postMessage', { do: 'error', error: code })
      for (const key of ['k1', 'k2'])
        expect(await made.adapter.post(place, postOf(key))).toEqual({
          outcome: 'unreachable',
          why: `Slack: ${code}`,
        })
      expect(lines().filter((line) => line.includes(code))).toHaveLength(1)
      expect(lines().join()).toMatch(/Invite|link|Unarchive|Install|Allow/)
      back()
      expect(await made.adapter.post(place, postOf('k3'))).toMatchObject({ outcome: 'sent' })
      made.slack.fault('chat.postMessage', { do: 'error', error: code })
      await made.adapter.post(place, postOf('k4'))
      expect(lines().filter((line) => line.includes(code))).toHaveLength(2)
    },
  )

  it('is unreachable where the bot is not installed', async () => {
    expect(await made.adapter.post({ ...place, team: 'T0NOBODY' }, postOf('k1'))).toMatchObject({
      outcome: 'unreachable',
    })
  })
})

describe('a person’s Home', () => {
  it('is drawn anew', async () => {
    const account = { platform: 'slack', team, user: zhang } as const
    const { key: _, ...drawn } = postOf('')
    expect(await made.adapter.home?.(account, drawn)).toMatchObject({ outcome: 'sent' })
    expect(JSON.stringify(made.slack.home(zhang))).toContain('Claim')
  })
})
