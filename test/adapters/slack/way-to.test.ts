import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Post } from '../../../src/chat/adapter.ts'
import type { Place } from '../../../src/chat/inbound.ts'
import { cardWith, max, room, type Stage, stage, team, zhang } from './runtime-stage.ts'

let made: Stage
beforeEach(async () => {
  made = await stage('http')
})
afterEach(() => made.stop())

const own: Place = { platform: 'slack', team, conversation: zhang, direct: true }

const postFor = (thread: string, key = 'k1'): Post => ({
  ...{ key, card: cardWith('Claim', { flow: 'claim' }), language: 'zh-CN', zone: 'UTC' },
  thread: { platform: 'slack', team, conversation: room, message: thread },
})
const told = () => made.slack.messages(made.slack.person(zhang).dm(team))
const shown = (at = 0) => JSON.stringify(told()[at]?.blocks)

describe('the way from a private message to the thread it is about', () => {
  it('is the address that Slack gives, once asked, and stays when the card is drawn anew', async () => {
    const { ts } = await made.slack.person(max).say(room, 'VPN down')
    const posted = await made.adapter.post(own, postFor(ts))
    const link = `/archives/${room}/p${ts.replace('.', '')}"`
    expect(shown()).toContain(link)
    expect(shown()).toContain('查看群内讨论')
    if (posted.outcome !== 'sent') throw new Error(posted.outcome)
    await made.adapter.update(posted.message, { ...postFor(ts), card: cardWith('Solve', { flow: 'done' }) })
    expect(shown()).toContain('Solve')
    expect(shown()).toContain(link)
    expect(made.slack.calls('chat.getPermalink')).toHaveLength(1)
  })

  it('is said once: what is told in the thread of that message goes without', async () => {
    const { ts } = await made.slack.person(max).say(room, 'VPN down')
    const posted = await made.adapter.post(own, postFor(ts))
    if (posted.outcome !== 'sent') throw new Error(posted.outcome)
    const { conversation, message } = posted.message
    await made.adapter.post({ ...own, conversation, thread: message }, postFor(ts, 'k2'))
    const [, news] = made.slack.thread(conversation, message)
    expect(JSON.stringify(news)).toContain('HX-1')
    expect(JSON.stringify(news)).not.toContain('/archives/')
  })

  it.each([
    { do: 'error', error: 'message_not_found' },
    { do: 'status', status: 500 },
    { do: 'limit', retryAfter: 30 },
    { do: 'cut' },
    { do: 'hang' },
  ] as const)('holds no message up where Slack does not give it ($do)', async (fault) => {
    const { ts } = await made.slack.person(max).say(room, 'VPN down')
    made.slack.fault('chat.getPermalink', fault)
    expect(await made.adapter.post(own, postFor(ts))).toMatchObject({ outcome: 'sent' })
    expect(shown()).toContain('HX-1')
    expect(shown()).not.toContain('/archives/')
  })
})
