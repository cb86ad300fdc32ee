import type { Receiver } from '@slack/bolt'
import { afterEach, describe, expect, it } from 'vitest'
import { apiOptions } from '../../../adapters/slack/wire/api-options.ts'
import { createBoltApp } from '../../../adapters/slack/wire/bolt-app.ts'
import { boltLogger } from '../../../adapters/slack/wire/bolt-logger.ts'
import type { Attempt, Parcel } from '../../support/slack/deliver/delivery.ts'
import {
  cardWith,
  installationIn,
  installationsOf,
  max,
  populate,
  postCard,
  room,
  type Stage,
  stage,
  team,
  type Ways,
  zhang,
} from './runtime-stage.ts'

const ways: readonly Ways[] = ['socket', 'http']
const stages: Stage[] = []
const open = async (...given: Parameters<typeof stage>): Promise<Stage> => {
  const made = await stage(...given)
  stages.push(made)
  return made
}
afterEach(async () => {
  for (const made of stages.splice(0)) await made.stop()
})

/** Hands something over as Slack does, whatever it is. */
const hand = (
  { slack, address }: Stage,
  payload: object,
  kind: Parcel['kind'] = 'interactive',
): Promise<Attempt> => {
  const parcel = { kind, team, payload: payload as Parcel['payload'] }
  return address === undefined
    ? slack.sockets.send(parcel, 0, undefined)
    : slack.useRequestUrl(`${address}/slack/events`).send(parcel, 0, undefined)
}

describe.each(ways)('what nothing here is meant for, over %s', (way) => {
  const from = { team: { id: team }, user: { id: zhang, team_id: team }, trigger_id: '1.2.3' }

  it.each([
    { type: 'block_suggestion', action_id: 'x', block_id: 'x', value: 'a', ...from },
    {
      type: 'block_actions',
      actions: [{ type: 'users_select', action_id: 'x', selected_user: max }],
      ...from,
    },
    { type: 'interactive_message', callback_id: 'x', actions: [{ name: 'x', type: 'button' }], ...from },
    { type: 'dialog_submission', callback_id: 'x', submission: {}, ...from },
    { type: 'message_action', callback_id: 'another', ...from },
    { type: 'shortcut', callback_id: 'another', ...from },
    { type: 'view_submission', view: { id: 'V1', callback_id: 'x', private_metadata: 'x' }, ...from },
    { type: 'view_closed', view: { id: 'V1', callback_id: 'x', private_metadata: 'x' }, ...from },
    { type: 'something_new', ...from },
  ])('is acknowledged without effect: $type (guard f)', async (payload) => {
    const made = await open(way)
    expect((await hand(made, payload)).acked).toBe(true)
    expect(made.ear.heard).toEqual([])
    expect(made.warned.length > 0 || payload.type === 'view_closed').toBe(true)
    expect(made.faults).toEqual([])
  })

  it('includes other commands', async () => {
    const made = await open(way)
    const command = {
      command: '/other',
      text: '',
      user_id: zhang,
      team_id: team,
      channel_id: room,
      trigger_id: '1',
    }
    expect((await hand(made, command, 'slash_commands')).acked).toBe(true)
    expect(made.ear.heard).toEqual([])
  })
})

describe.each(ways)('everything that comes, over %s', (way) => {
  it('has one listener: a press is heard once and acknowledged once (guard g)', async () => {
    const made = await open(way)
    const at = await postCard(made, { flow: 'claim' })
    expect((await made.slack.person(zhang).press(at, 'Press')).acked).toBe(true)
    expect(made.ear.heard).toHaveLength(1)
    expect(made.warned).toEqual([])
    expect(made.faults).toEqual([])
  })

  it('is acknowledged without effect when it comes from a workspace without the bot, so that Slack does not repeat it (guard i)', async () => {
    const made = await open(way, { installations: installationsOf() })
    const { deliveries } = await made.slack.person(max).say(room, 'VPN down')
    expect(deliveries.map(({ acked }) => acked)).toEqual([true])
    await made.slack.person(max).say(room, 'Hello?')
    expect(made.ear.heard).toEqual([])
    expect(made.warned.filter(({ message }) => message.includes('not installed'))).toHaveLength(1)
  })

  it('comes again when nobody could say whether the bot is installed, and is then heard (guards i, n)', async () => {
    const slack = await populate({ rules: { ackWithin: 500 } })
    const installations = installationsOf(installationIn(slack, team))
    let isAway = false
    const made = await open(way, {
      slack,
      installations: {
        ...installations,
        find: async (name) => {
          if (isAway) throw new Error('the database is away')
          return installations.find(name)
        },
      },
    })
    isAway = true
    const { deliveries } = await slack.person(max).say(room, 'VPN down')
    expect(deliveries.map(({ acked }) => acked)).toEqual([false])
    isAway = false
    slack.rules.ackWithin = 15_000
    await slack.retryDue()
    expect(made.ear.heard).toHaveLength(1)
  })

  it('keeps the order of acknowledging and working apart: a slow answer holds up nobody (guards d, e)', async () => {
    const made = await open(way)
    let letIn = (): void => {}
    const gate = new Promise<void>((resolve) => {
      letIn = resolve
    })
    made.ear.reply = async () => {
      await gate
      return { kind: 'done' }
    }
    const { deliveries } = await made.slack.person(max).say(room, 'one')
    const more = await made.slack.person(max).say(room, 'two')
    expect([...deliveries, ...more.deliveries].map(({ acked }) => acked)).toEqual([true, true])
    letIn()
  })

  it('says that Slack holds events back (T26)', async () => {
    const made = await open(way)
    const limited = { type: 'app_rate_limited', team_id: team, minute_rate_limited: 1 }
    expect((await hand(made, limited, 'events_api')).acked).toBe(true)
    expect(made.warned).toMatchObject([
      { message: expect.stringContaining('holds events'), fields: { team } },
    ])
  })
})

const api = {
  apiUrl: 'http://127.0.0.1:1/api/',
  logger: boltLogger(() => {}, Date.now),
  apiFetch: () => fetch,
}

describe('a call of the Web API', () => {
  it('is ended when Slack does not answer, and its outcome is unknown (guard k)', async () => {
    const made = await open('http')
    made.slack.fault('chat.postMessage', { do: 'hang' })
    const place = { platform: 'slack', team, conversation: room, direct: false } as const
    const post = { key: 'k', card: cardWith('x', { flow: 'x' }), language: 'en', zone: 'UTC' } as const
    expect(await made.adapter.post(place, post)).toMatchObject({ outcome: 'unknown' })
    expect(made.slack.calls('chat.postMessage')).toHaveLength(1)
  })

  it('has options of its own, which nothing else writes into (guard a)', () => {
    expect(apiOptions(api)).not.toBe(apiOptions(api))
  })
})

describe('the Bolt app', () => {
  it('keeps nothing of conversations in memory (guard m)', async () => {
    const receiver: Receiver = { init: () => {}, start: async () => {}, stop: async () => {} }
    const app = await createBoltApp({
      receiver,
      calls: { in: async () => undefined, as: () => ({}) as never },
      listeners: { act: async () => {}, form: async () => {} },
      api,
    })
    const { middleware } = app as unknown as { middleware: readonly unknown[] }
    // What leaves our own messages out is the only one.
    expect(middleware).toHaveLength(1)
  })
})
