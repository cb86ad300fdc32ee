import { eventScopes, neededScopes } from './scopes.ts'

/** A Slack app manifest (schema 2), as far as Accord uses it. */
export type SlackManifest = {
  readonly _metadata: { readonly major_version: 2 }
  readonly display_information: {
    readonly name: string
    readonly description: string
    readonly long_description: string
    readonly background_color: string
  }
  readonly features: {
    readonly app_home: {
      readonly home_tab_enabled: boolean
      readonly messages_tab_enabled: boolean
      readonly messages_tab_read_only_enabled: boolean
    }
    readonly bot_user: { readonly display_name: string; readonly always_online: boolean }
    readonly shortcuts: readonly {
      readonly name: string
      readonly type: 'global' | 'message'
      readonly callback_id: string
      readonly description: string
    }[]
    readonly slash_commands: readonly {
      readonly command: string
      readonly url?: string
      readonly description: string
      readonly usage_hint: string
      readonly should_escape: true
    }[]
  }
  readonly oauth_config: {
    readonly redirect_urls?: readonly string[]
    readonly scopes: { readonly bot: readonly string[] }
  }
  readonly settings: {
    readonly event_subscriptions: { readonly request_url?: string; readonly bot_events: readonly string[] }
    readonly interactivity: { readonly is_enabled: true; readonly request_url?: string }
    readonly org_deploy_enabled: boolean
    readonly socket_mode_enabled: boolean
    readonly token_rotation_enabled: boolean
  }
}

const display = {
  name: 'Accord',
  description: 'Operations support both parties can rely on · 双方共同确认的运维支持',
  long_description: `Report an incident in your own words, in the channel you are in. Accord accepts it at once, tells you what is promised by when, brings it to the engineer on duty and watches the agreed service levels. Nothing is closed without the customer's consent.

在频道里用自己的话报障，Accord 立即受理，告诉您承诺的时限，通知值班工程师，并盯住双方约定的服务级别。没有客户同意，工单不会关闭。`,
  background_color: '#1f3a5f',
} as const

const appHome = {
  home_tab_enabled: true,
  messages_tab_enabled: true,
  messages_tab_read_only_enabled: false,
} as const

/** By their callback ids the adapter knows them. */
const shortcuts = [
  {
    name: 'Report · 报障',
    type: 'global',
    callback_id: 'report',
    description: 'Report an incident. 报告一个故障。',
  },
  {
    name: 'Report this · 以此报障',
    type: 'message',
    callback_id: 'report_this',
    description: 'Make this message an incident; its thread becomes the conversation. 把这条消息变成工单。',
  },
  {
    name: 'Send to customer · 发给客户',
    type: 'message',
    callback_id: 'send_to_customer',
    description:
      'Send these words to the customer of this ticket, after a preview. 先预览，再把这段话发给客户。',
  },
] as const

const incident = 'what is wrong, in your own words'
const accord = 'help | tickets | queue | duty | language | link'

/** `should_escape`: a person or channel that is named arrives as an id, which cannot be mistaken. */
const commands = [
  { command: '/incident', description: 'Report an incident', usage_hint: incident, should_escape: true },
  { command: '/accord', description: 'Ask Accord; help tells what', usage_hint: accord, should_escape: true },
  {
    command: '/报障',
    description: '报告一个故障',
    usage_hint: '用自己的话说出了什么问题',
    should_escape: true,
  },
  {
    command: '/运维',
    description: '问 Accord；帮助会告诉您能问什么',
    usage_hint: '帮助 | 我的工单 | 队列 | 值班 | 语言',
    should_escape: true,
  },
] as const

/** Where Slack calls when it reaches the bot over HTTP, below the bot's own public address. */
const paths = { events: 'slack/events', redirect: 'slack/oauth_redirect' } as const

/**
 * The manifest a Slack app is created from: what the bot listens to, offers and may do. With `url`, its public https
 * address, for HTTP; without it for Socket Mode. `latin` leaves out the commands in Chinese characters.
 */
export const slackManifest = ({
  url,
  latin = false,
}: {
  readonly url?: string
  readonly latin?: boolean
} = {}): SlackManifest => {
  const at = (path: string): string => new URL(path, url?.endsWith('/') ? url : `${url}/`).href
  const events = url === undefined ? undefined : at(paths.events)
  const offered = commands.filter(({ command }) => !latin || /^\/[a-z]+$/.test(command))
  return {
    _metadata: { major_version: 2 },
    display_information: display,
    features: {
      app_home: appHome,
      bot_user: { display_name: display.name, always_online: true },
      shortcuts,
      slash_commands: offered.map(({ command, ...rest }) => ({
        command,
        ...(events && { url: events }),
        ...rest,
      })),
    },
    oauth_config: { ...(events && { redirect_urls: [at(paths.redirect)] }), scopes: { bot: neededScopes } },
    settings: {
      event_subscriptions: { ...(events && { request_url: events }), bot_events: Object.keys(eventScopes) },
      interactivity: { is_enabled: true, ...(events && { request_url: events }) },
      org_deploy_enabled: false,
      socket_mode_enabled: events === undefined,
      token_rotation_enabled: false,
    },
  }
}

/** Stands in the checked-in manifest for HTTP until somebody puts their own address there. */
export const exampleUrl = 'https://accord.example.com'

/** The manifest as a file. */
export const manifestText = (manifest: SlackManifest): string => `${JSON.stringify(manifest, null, 2)}\n`
