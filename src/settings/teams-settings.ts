import { z } from 'zod'
import { isLoopback } from '../process/loopback.ts'
import { orNothing, secureUrl, setting, wholeNumber } from './setting.ts'

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const id = z
  .string()
  .regex(guid)
  .transform((text) => text.toLowerCase())

/** Beside every secret the portal shows its ID, which is mistaken for it easily. */
const secret = z.string().refine((text) => /^\S{8,}$/.test(text) && !guid.test(text))

/** Where anybody may register a name, so that a pattern would let anybody in. */
const shared = /^\*\.(.+\.)?(trafficmanager|azurewebsites|cloudapp|azureedge)\.net$/

const isServiceHost = (host: string): boolean =>
  isLoopback(host) || (/^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(host) && !shared.test(host))

const serviceHosts = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim().toLowerCase()))
  .refine((hosts) => hosts.every(isServiceHost))

const address = secureUrl.transform(({ href }) => href.replace(/\/$/, ''))

/** Where Microsoft's own cloud calls from: what its Teams SDK allows for the public cloud and GCC. */
const publicHosts = [
  'smba.trafficmanager.net',
  'smba.onyx.prod.teams.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
]

/** The settings of Teams. Teams is off while it has no app id. */
export const teamsSettings = {
  TEAMS_APP_ID: setting(
    orNothing(id),
    '',
    'The bot in Microsoft Teams: the Application (client) ID of its app registration. Set it together with TEAMS_APP_PASSWORD.',
    'Copy the "Application (client) ID" of your app registration: 32 digits and letters in five groups.',
  ),
  TEAMS_APP_PASSWORD: setting(
    orNothing(secret),
    '',
    'The client secret beside TEAMS_APP_ID, from Certificates & secrets of its app registration.',
    'Copy the "Value" of a client secret, not its "Secret ID". It is shown only once: make a new one if it is gone.',
  ),
  TEAMS_TENANT_ID: setting(
    orNothing(id),
    '',
    'The Directory (tenant) ID of the app registration, which a single-tenant app needs; only that tenant is heard then. Unset: every tenant that installs the app.',
    'Copy the "Directory (tenant) ID" of your app registration: 32 digits and letters in five groups.',
  ),
  TEAMS_HOST: setting(
    z.string().regex(/^[\w.:-]+$/),
    '127.0.0.1',
    'Where Teams is listened for. Put a reverse proxy with TLS before it.',
    'Use an address of this machine, like 127.0.0.1 or 0.0.0.0.',
  ),
  TEAMS_PORT: setting(
    wholeNumber(65_535),
    '3979',
    'The port of Teams: /api/messages, the messaging endpoint of the bot.',
    'Use a whole number from 0 to 65535.',
  ),
  TEAMS_SERVICE_HOSTS: setting(
    serviceHosts,
    publicHosts.join(','),
    'The only hosts the bot sends to, however an activity names them; exact ones or *.suffix, with commas between.',
    'Name hosts that belong to Microsoft, exactly or as *.suffix. Names below trafficmanager.net are anybody’s, so these only exactly.',
  ),
  TEAMS_WITHOUT_SIGN_IN: setting(
    orNothing(z.literal('yes')),
    '',
    'For development alone: `yes` runs Teams without an app id, so whoever reaches the port may be anyone. Only with TEAMS_HOST and TEAMS_SERVICE_HOSTS on this machine.',
    'Write yes, or take it away.',
  ),
  TEAMS_OPENID_URL: setting(
    orNothing(address),
    '',
    'Set this, the next three and TEAMS_SERVICE_HOSTS for a cloud of its own (US Government, China): where its keys are found. The README says which.',
    'Use an https address, for example https://login.botframework.azure.us/v1/.well-known/openidconfiguration.',
  ),
  TEAMS_ISSUER: setting(
    orNothing(address),
    '',
    'Who signs what that cloud sends to the bot.',
    'Use an https address, for example https://api.botframework.us.',
  ),
  TEAMS_LOGIN_URL: setting(
    orNothing(address),
    '',
    'Where the bot signs in there, with the tenant.',
    'Use an https address, for example https://login.microsoftonline.us/ and the id of your tenant.',
  ),
  TEAMS_OAUTH_SCOPE: setting(
    orNothing(address.transform((href) => href.replace(/\/\.default$/, ''))),
    '',
    'What the bot signs in for there.',
    'Use an https address, for example https://api.botframework.us.',
  ),
} as const
