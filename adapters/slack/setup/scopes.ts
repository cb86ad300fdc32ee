/** The scopes that read a conversation's messages, and those that read what is known of it; one for each kind of conversation. */
const history = ['channels:history', 'groups:history', 'im:history'] as const
const reading = ['channels:read', 'groups:read', 'im:read'] as const

/** Every method of Slack's Web API that the bot calls, with the scopes it needs. A test holds the sources to it. */
export const methodScopes: { readonly [method: string]: readonly string[] } = {
  'apps.connections.open': [], // with the app's own token, whose one scope is connections:write
  'auth.test': [],
  'chat.delete': ['chat:write'],
  'chat.getPermalink': [],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.history': history,
  'conversations.info': reading,
  'conversations.open': ['im:write'],
  'conversations.replies': history,
  'files.info': ['files:read'],
  'oauth.v2.access': [],
  'users.conversations': reading,
  'users.info': ['users:read'],
  'views.open': [],
  'views.publish': [],
  'views.push': [],
  'views.update': [],
}

/** Every event the bot is told of, with the scopes Slack asks for it. */
export const eventScopes: { readonly [event: string]: readonly string[] } = {
  app_home_opened: [],
  app_mention: ['app_mentions:read'],
  app_uninstalled: [],
  channel_id_changed: ['channels:read'],
  channel_left: ['channels:read'],
  group_left: ['groups:read'],
  member_joined_channel: ['channels:read', 'groups:read'],
  'message.channels': ['channels:history'],
  'message.groups': ['groups:history'],
  'message.im': ['im:history'],
  reaction_added: ['reactions:read'],
  tokens_revoked: [],
  user_change: ['users:read'],
}

/** Slash commands and shortcuts. */
const commandScope = 'commands'

/** The scopes the bot needs, no more and no fewer. */
export const neededScopes: readonly string[] = [
  ...new Set([commandScope, ...Object.values({ ...methodScopes, ...eventScopes }).flat()]),
].sort()

/** The needed scopes that an app was not given. */
export const missingScopes = (granted: readonly string[]): readonly string[] =>
  neededScopes.filter((scope) => !granted.includes(scope))
