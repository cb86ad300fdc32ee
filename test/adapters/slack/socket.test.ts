import { afterEach, describe, expect, it } from 'vitest'
import { createSlackAdapter } from '../../../adapters/slack/index.ts'
import {
  cardWith,
  installationIn,
  installationsOf,
  max,
  populate,
  room,
  type Stage,
  stage,
  team,
} from './runtime-stage.ts'

const stages: Stage[] = []
const open = async (...given: Parameters<typeof stage>): Promise<Stage> => {
  const made = await stage(...given)
  stages.push(made)
  return made
}
afterEach(async () => {
  for (const made of stages.splice(0)) await made.stop()
})

const post = { key: 'k', card: cardWith('x', { flow: 'x' }), language: 'en', zone: 'UTC' } as const
const place = { platform: 'slack', team, conversation: room, direct: false } as const

/** What nobody caught while the work ran: in a real process each would be its end. */
const uncaught = async (work: () => Promise<void>): Promise<readonly unknown[]> => {
  const seen: unknown[] = []
  const see = (error: unknown) => void seen.push(error)
  process.prependListener('unhandledRejection', see)
  try {
    await work()
    await new Promise((resolve) => setImmediate(resolve))
  } finally {
    process.off('unhandledRejection', see)
  }
  return seen
}

describe('the connections to Slack', () => {
  it('are two, so that everything is heard while Slack renews one (guard c)', async () => {
    const { slack, ear } = await open('socket')
    const back = slack.fault('apps.connections.open', { do: 'status', status: 500 })
    slack.sockets.disconnect('refresh_requested')
    await slack.until(() => slack.sockets.count() === 1)
    const { deliveries } = await slack.person(max).say(room, 'during the renewal')
    expect(deliveries.map(({ acked }) => acked)).toEqual([true])
    expect(ear.heard).toHaveLength(1)
    back()
    await slack.until(() => slack.sockets.count() === 2)
  })

  it('come back when Slack ends both', async () => {
    const { slack } = await open('socket')
    slack.sockets.disconnect('refresh_requested', 'all')
    await slack.until(() => slack.sockets.opened() >= 4 && slack.sockets.count() === 2)
  })

  it('come back when they are announced to end, or break without a word', async () => {
    const { slack, ear } = await open('socket')
    slack.sockets.disconnect('warning', 'all')
    await slack.until(() => slack.sockets.opened() >= 4 && slack.sockets.count() === 2)
    slack.sockets.cut()
    await slack.until(() => slack.sockets.opened() >= 6 && slack.sockets.count() === 2)
    await slack.person(max).say(room, 'still here')
    expect(ear.heard).toHaveLength(1)
  })

  it('come back after an outage of Slack’s API, which ends nothing (guard b)', async () => {
    const { slack, ear, warned } = await open('socket')
    const seen = await uncaught(async () => {
      const back = slack.fault('apps.connections.open', { do: 'status', status: 500 })
      slack.sockets.cut()
      await slack.until(() => slack.calls('apps.connections.open').length >= 6)
      back()
      await slack.until(() => slack.sockets.count() === 2)
    })
    expect(seen).toEqual([])
    const { host } = new URL(slack.apiUrl)
    const lines = warned.map(({ message }) => message)
    expect(lines.filter((line) => !line.includes('WebSocket error'))).toEqual([
      `Slack is not reached at ${host} (HTTP 500); it is tried again, and what is to be sent waits`,
    ])
    await slack.person(max).say(room, 'after the outage')
    expect(ear.heard).toHaveLength(1)
  })

  it('are tried again for ever when Slack takes the token away while they are open (guard b)', async () => {
    const { slack, faults } = await open('socket')
    const seen = await uncaught(async () => {
      const back = slack.fault('apps.connections.open', { do: 'error', error: 'invalid_auth' })
      slack.sockets.disconnect('link_disabled', 'all')
      await slack.until(() => slack.calls('apps.connections.open').length >= 6)
      back()
      await slack.until(() => slack.sockets.count() === 2)
    })
    expect(seen).toEqual([])
    expect(faults.map(({ message }) => message).join()).toMatch(/SLACK_APP_TOKEN/)
    expect(faults.map(({ message }) => message).join()).toMatch(/Socket Mode off/)
  })

  it('leave calls of the Web API their own rules: one attempt, no hundred retries (guard a)', async () => {
    const { slack, adapter } = await open('socket')
    slack.fault('chat.postMessage', { do: 'status', status: 500 })
    expect(await adapter.post(place, post)).toMatchObject({ outcome: 'unknown' })
    expect(slack.calls('chat.postMessage')).toHaveLength(1)
  })

  it('survive frames that are no envelope, and events without content', async () => {
    const { slack, ear, warned } = await open('socket')
    const seen = await uncaught(async () => {
      slack.sockets.raw('{')
      slack.sockets.raw('null')
      slack.sockets.raw({ type: 'events_api', envelope_id: 'e', payload: null })
      slack.sockets.raw({
        type: 'events_api',
        envelope_id: 'e',
        payload: { type: 'app_rate_limited', team_id: team },
      })
      await slack.until(() => warned.some(({ message }) => message.includes('holds events')))
      await slack.person(max).say(room, 'still here')
    })
    expect(seen).toEqual([])
    expect(ear.heard).toHaveLength(1)
  })

  it('end only when what is in hand is answered (guard h)', async () => {
    const made = await stage('socket')
    const { slack, adapter, ear } = made
    let letIn = (): void => {}
    const gate = new Promise<void>((resolve) => {
      letIn = resolve
    })
    let came = false
    ear.before = async () => {
      came = true
      slack.world.signal.changed()
      await gate
    }
    const saying = slack.person(max).say(room, 'just before the end')
    await slack.until(() => came)
    const stopping = adapter.stop()
    letIn()
    await stopping
    expect((await saying).deliveries.map(({ acked }) => acked)).toEqual([true])
    await slack.until(() => slack.sockets.count() === 0)
    await slack.stop()
  })
})

describe('a start with Socket Mode', () => {
  const startWith = async (change: { botToken?: string; appToken?: string }) => {
    const slack = await populate()
    const installation = {
      ...installationIn(slack, team),
      ...(change.botToken ? { botToken: change.botToken } : {}),
    }
    const warned: string[] = []
    const adapter = createSlackAdapter({
      transport: { kind: 'socket', appToken: change.appToken ?? slack.app.token },
      installations: installationsOf(installation),
      scopes: [],
      apiUrl: slack.apiUrl,
      clock: Date.now,
      onWarn: (message) => void warned.push(message),
      onFault: () => {},
    })
    return { slack, adapter, warned }
  }

  it('says which token is wrong and what to do, and lets nothing escape (guard n)', async () => {
    for (const [change, said] of [
      [{ botToken: 'xoxb-wrong' }, /bot token of workspace T0SUPPLY \(invalid_auth\).*Copy it again/],
      [{ appToken: 'xapp-wrong' }, /SLACK_APP_TOKEN \(invalid_auth\).*connections:write/],
    ] as const) {
      const { slack, adapter } = await startWith(change)
      const seen = await uncaught(async () => {
        await expect(adapter.start(async () => ({ kind: 'done' }))).rejects.toThrow(said)
      })
      expect(seen).toEqual([])
      await slack.stop()
    }
  })

  it.each([
    ['an outage of Slack', { do: 'status', status: 500 }],
    ['a no that is not about the token', { do: 'error', error: 'workspace_on_holiday' }],
  ] as const)('does not fail for %s: it is heard as soon as it is back (guard n)', async (_, fault) => {
    const { slack, adapter } = await startWith({})
    const seen = await uncaught(async () => {
      const back = slack.fault('*', fault)
      const starting = adapter.start(async () => ({ kind: 'done' }))
      await slack.until(() => slack.calls('apps.connections.open').length >= 4)
      back()
      await starting
      await slack.until(() => slack.sockets.count() === 2)
      const { deliveries } = await slack.person(max).say(room, 'back again')
      expect(deliveries.map(({ acked }) => acked)).toEqual([true])
    })
    expect(seen).toEqual([])
    await adapter.stop()
    await slack.stop()
  })

  it('never puts a token into the log', async () => {
    const { slack, adapter, warned } = await startWith({})
    slack.fault('apps.connections.open', { do: 'error', error: 'invalid_auth' })
    await expect(adapter.start(async () => ({ kind: 'done' }))).rejects.toThrow()
    expect(warned.join()).not.toMatch(/xapp-\d|xoxb-\w/)
    await slack.stop()
  })
})
