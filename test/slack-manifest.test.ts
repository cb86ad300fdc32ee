import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { heardCommand } from '../adapters/slack/inbound/command.ts'
import { heardEvent } from '../adapters/slack/inbound/event.ts'
import { heardMessageShortcut, heardShortcut } from '../adapters/slack/inbound/shortcut.ts'
import { exampleUrl, manifestText, slackManifest } from '../adapters/slack/setup/manifest.ts'
import { eventScopes, methodScopes, missingScopes, neededScopes } from '../adapters/slack/setup/scopes.ts'
import { flows } from '../flows/index.ts'
import { openFlow } from '../src/chat/opener.ts'
import { slackSettings } from '../src/settings/slack-settings.ts'

const root = join(import.meta.dirname, '..')
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8')

const long = (least: number, most: number) =>
  z.string().refine((text) => [...text].length >= least && [...text].length <= most)
const address = z.url().startsWith('https://').max(3000)
const scope = long(1, 50)

/** Slack's published schema of manifests (slackapi/manifest-schema, 2.0.0), as far as ours goes; nothing else may stand there. */
const published = z.strictObject({
  _metadata: z.strictObject({ major_version: z.literal(2) }),
  display_information: z.strictObject({
    name: long(1, 35),
    description: long(1, 140),
    long_description: long(175, 4000),
    background_color: z.string().regex(/^#[0-9a-f]{3}([0-9a-f]{3})?$/),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.boolean(),
      messages_tab_enabled: z.boolean(),
      messages_tab_read_only_enabled: z.boolean(),
    }),
    bot_user: z.strictObject({ display_name: long(1, 80), always_online: z.boolean() }),
    shortcuts: z
      .array(
        z.strictObject({
          name: long(1, 24),
          type: z.enum(['message', 'global']),
          callback_id: long(1, 255),
          description: long(1, 150),
        }),
      )
      .min(1)
      .max(10),
    slash_commands: z
      .array(
        z.strictObject({
          command: long(2, 32).regex(/^\/[^\s/A-Z]+$/),
          url: address.optional(),
          description: long(1, 2000),
          usage_hint: long(1, 1000),
          should_escape: z.literal(true),
        }),
      )
      .min(1)
      .max(50),
  }),
  oauth_config: z.strictObject({
    redirect_urls: z.array(address).optional(),
    scopes: z.strictObject({ bot: z.array(scope).max(255) }),
  }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({
      request_url: address.optional(),
      bot_events: z.array(long(1, 50)).max(100),
    }),
    interactivity: z.strictObject({ is_enabled: z.literal(true), request_url: address.optional() }),
    org_deploy_enabled: z.boolean(),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.boolean(),
  }),
})

/** Commands of Slack itself; an app that names one is refused whole. */
const builtIn = [
  'status',
  'me',
  'join',
  'away',
  'dnd',
  'shrug',
  'remind',
  'msg',
  'feed',
  'who',
  'leave',
  'open',
  'search',
  'topic',
]

const socket = slackManifest()
const http = slackManifest({ url: 'https://ops.example.com/accord/' })

describe.each([
  ['slack.json', manifestText(socket)],
  ['slack.http.json', manifestText(slackManifest({ url: exampleUrl }))],
])('manifest/%s', (name, text) => {
  it('is what `npm run manifest:slack` writes', () => {
    expect(textOf(join('manifest', name))).toBe(text)
  })

  it('keeps to the published rules of Slack', () => {
    expect(published.parse(JSON.parse(text))).toEqual(JSON.parse(text))
  })
})

describe('the Slack manifest', () => {
  it('names no command twice, and none of Slack’s own', () => {
    const commands = socket.features.slash_commands.map(({ command }) => command.slice(1))
    expect(new Set(commands).size).toBe(commands.length)
    expect(commands.filter((command) => builtIn.includes(command))).toEqual([])
  })

  it('is heard over a socket, or at the address given and nowhere else', () => {
    expect(socket.settings.socket_mode_enabled).toBe(true)
    expect(JSON.stringify(socket)).not.toContain('https://')
    const events = 'https://ops.example.com/accord/slack/events'
    expect(http.settings).toMatchObject({
      socket_mode_enabled: false,
      event_subscriptions: { request_url: events },
      interactivity: { request_url: events },
    })
    expect(http.features.slash_commands.map(({ url }) => url)).toEqual([events, events, events, events])
    expect(http.oauth_config.redirect_urls).toEqual(['https://ops.example.com/accord/slack/oauth_redirect'])
  })

  it('leaves out the commands in Chinese characters when asked', () => {
    const commands = slackManifest({ latin: true }).features.slash_commands.map(({ command }) => command)
    expect(commands).toEqual(['/incident', '/accord'])
  })

  it('asks for every scope that something needs, and for no other', () => {
    expect(socket.oauth_config.scopes.bot).toBe(neededScopes)
    const used = new Set(['commands', ...Object.values({ ...methodScopes, ...eventScopes }).flat()])
    expect(neededScopes).toEqual([...used].sort())
    expect(missingScopes(neededScopes.slice(1))).toEqual(neededScopes.slice(0, 1))
  })
})

describe('the README', () => {
  it('says of every scope why it is needed, and of no other', () => {
    const [, section = ''] = textOf('README.md').split('| scope | why |')
    const [table = ''] = section.split('\n\n')
    const told = table.split('\n').flatMap((row) => row.split('|')[1]?.match(/[a-z_]+:?[a-z]*(?=`)/g) ?? [])
    expect(told.sort()).toEqual([...neededScopes])
  })

  it('tells every setting of a connection to Slack', () => {
    for (const name of Object.keys(slackSettings).filter((one) => one !== 'SLACK_API_URL'))
      expect(textOf('README.md')).toContain(name)
  })
})

const files = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && name !== 'setup/scopes.ts')
    .map((name) => textOf(join(folder, name)))

/** Everything of ours that calls Slack. */
const sources = [...files('adapters/slack'), ...files('src/cli/doctor'), ...files('src/main')].join('\n')

const families =
  'apps|auth|chat|conversations|files|oauth|reactions|team|users|usergroups|views|pins|bots|emoji|search|dialog|blocks'

describe('what the bot calls of Slack', () => {
  const direct = [
    ...sources.matchAll(
      new RegExp(`\\b(?:client|web|api)\\)?\\.((?:${families})(?:\\.[a-zA-Z0-9]+)+)\\(`, 'g'),
    ),
  ]
  const named = [...sources.matchAll(new RegExp(`['"\`]((?:${families})(?:\\.[a-zA-Z0-9]+)+)['"\`]`, 'g'))]
  const called = new Set([...direct, ...named].map(([, method]) => method))

  it('is in the table of methods, and all of the table is called', () => {
    expect([...called].sort()).toEqual(
      Object.keys(methodScopes)
        .filter((method) => method !== 'oauth.v2.access')
        .sort(),
    )
  })
})

const context = { botUser: 'UBOT', botId: 'BBOT', now: 0 }
const person = { user: { id: 'U1', team_id: 'T1' }, trigger_id: '1.2', action_ts: '1.2' }
const message = { type: 'message', user: 'U2', team: 'T1', ts: '1.1', text: 'it is down' }

describe('what the manifest offers', () => {
  it.each(socket.features.slash_commands)('$command is heard', ({ command }) => {
    const body = { command, text: 'help', user_id: 'U1', channel_id: 'C1', team_id: 'T1', trigger_id: '1.2' }
    expect(heardCommand(body, context).kind).toBe('inbound')
  })

  it.each(socket.features.shortcuts)('the shortcut $callback_id is heard', ({ callback_id, type }) => {
    const body = { ...person, callback_id, channel: { id: 'C1' }, message }
    const heard =
      type === 'global' ? heardShortcut(body, 'T1', context) : heardMessageShortcut(body, 'T1', context)
    expect(heard.kind).toBe('inbound')
  })

  const events: { readonly [event: string]: object } = {
    app_home_opened: { user: 'U1', channel: 'D1', tab: 'home', event_ts: '1.1' },
    app_mention: { ...message, type: undefined, channel: 'C1', text: '<@UBOT> it is down' },
    app_uninstalled: {},
    channel_id_changed: { old_channel_id: 'G1', new_channel_id: 'C1' },
    channel_left: { channel: 'C1', actor_id: 'U1' },
    group_left: { channel: 'G1', actor_id: 'U1' },
    member_joined_channel: { user: 'UBOT', channel: 'C1', team: 'T1', inviter: 'U1', event_ts: '1.1' },
    'message.channels': { ...message, channel: 'C1', channel_type: 'channel' },
    'message.groups': { ...message, channel: 'G1', channel_type: 'group' },
    'message.im': { ...message, channel: 'D1', channel_type: 'im' },
    reaction_added: {
      user: 'U1',
      reaction: 'ticket',
      item: { type: 'message', channel: 'C1', ts: '1.1' },
      event_ts: '1.1',
    },
    tokens_revoked: { tokens: { bot: ['UBOT'] } },
    user_change: { user: { id: 'U1', team_id: 'T1' } },
  }

  it.each(socket.settings.event_subscriptions.bot_events)('the event %s is heard', (event) => {
    const body = {
      type: 'event_callback',
      event_id: 'Ev1',
      team_id: 'T1',
      authorizations: [{ team_id: 'T1' }],
      event: { ...events[event], type: event.replace(/^message\..*/, 'message') },
    }
    expect(heardEvent(body, context)).not.toMatchObject({ kind: 'ignored' })
  })

  it('has a hint whose every word opens a conversation', () => {
    const hints = socket.features.slash_commands.filter(({ usage_hint }) => usage_hint.includes('|'))
    expect(hints).toHaveLength(2)
    for (const { usage_hint } of hints)
      for (const word of usage_hint.split(' | ')) expect(openFlow(flows, word), word).toBeDefined()
  })
})
