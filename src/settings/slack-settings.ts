import { z } from 'zod'
import { readTokenKeys } from '../store/token-keys.ts'
import { orNothing, secureUrl, setting, wholeNumber } from './setting.ts'

const secret = (pattern: RegExp) => orNothing(z.string().regex(pattern))

const signingSecrets = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .refine((parts) => parts.length <= 2 && parts.every((part) => /^\S{8,}$/.test(part)))

const apiUrl = secureUrl.transform(({ href }) => (href.endsWith('/') ? href : `${href}/`))

const tokenKeys = z.string().transform((text, context) => {
  const read = readTokenKeys(text)
  if (read.ok) return read.value
  context.addIssue({ code: 'custom' })
  return z.NEVER
})

/** The settings of Slack. Slack is off while none of its tokens is set. */
export const slackSettings = {
  SLACK_BOT_TOKEN: setting(
    secret(/^xoxb-[\w.-]+$/),
    '',
    'The token of the bot in one Slack workspace, from OAuth & Permissions of your Slack app.',
    'It begins with xoxb-. Copy the "Bot User OAuth Token" of your app; it is there once the app is installed.',
  ),
  SLACK_APP_TOKEN: setting(
    secret(/^xapp-[\w.-]+$/),
    '',
    'Set it to hear Slack over Socket Mode, which needs no public address. From Basic Information, App-Level Tokens, with the scope connections:write.',
    'It begins with xapp-. Generate an "App-Level Token" with the scope connections:write.',
  ),
  SLACK_SIGNING_SECRET: setting(
    orNothing(signingSecrets),
    '',
    'Set it, and no SLACK_APP_TOKEN, to hear Slack over HTTP. From Basic Information, App Credentials. While you change it: the new and the old one, with a comma between.',
    'Copy the "Signing Secret" of your app: one of at least 8 characters, or two with a comma between.',
  ),
  SLACK_HOST: setting(
    z.string().regex(/^[\w.:-]+$/),
    '127.0.0.1',
    'Where Slack over HTTP is listened for. Put a reverse proxy with TLS before it.',
    'Use an address of this machine, like 127.0.0.1 or 0.0.0.0.',
  ),
  SLACK_PORT: setting(
    wholeNumber(65_535),
    '3000',
    'The port of Slack over HTTP: /slack/events, and /slack/install where several workspaces install the app.',
    'Use a whole number from 0 to 65535.',
  ),
  SLACK_CLIENT_ID: setting(
    secret(/^[\w.-]+$/),
    '',
    'Set this and the next three, and no SLACK_BOT_TOKEN, to let several workspaces install the app (OAuth). From Basic Information, App Credentials.',
    'Copy the "Client ID" of your app, like 1234.5678.',
  ),
  SLACK_CLIENT_SECRET: setting(
    secret(/^\S{8,}$/),
    '',
    'The client secret beside SLACK_CLIENT_ID.',
    'Copy the "Client Secret" of your app.',
  ),
  SLACK_STATE_SECRET: setting(
    secret(/^\S{16,}$/),
    '',
    'Any secret of your own, the same in all processes: an installation that did not begin here is refused by it.',
    'Use at least 16 characters, for example from `openssl rand -hex 32`.',
  ),
  TOKEN_KEYS: setting(
    orNothing(tokenKeys),
    '',
    'What the tokens of installed workspaces are encrypted with in the database (AES-256-GCM), as id:key,id:key. The first encrypts, all decrypt. To change it put the new one in front and restart; the old one may go after that. With several processes first add the new one at the end, in all of them.',
    'Write id:key, or several with commas between: each id once, each key 32 bytes in base64, for example from `openssl rand -base64 32`.',
  ),
  SLACK_API_URL: setting(
    apiUrl,
    'https://slack.com/api/',
    'The Web API of Slack. Another one for GovSlack (https://slack-gov.com/api/) and for tests.',
    'Use an https address; http is accepted on this machine only, for it would carry the token in the clear.',
  ),
} as const
