import { z } from 'zod'
import { logLevels } from '../process/log.ts'
import { orNothing, setting, wholeNumber } from './setting.ts'
import { slackSettings } from './slack-settings.ts'
import { teamsSettings } from './teams-settings.ts'

const url = (protocol: RegExp) => z.string().refine((text) => protocol.test(text) && URL.canParse(text))

/** Every setting, in the order a person meets them. `.env.example` and `--help` say the same. */
export const settings = {
  DATABASE_URL: setting(
    orNothing(url(/^postgres(ql)?:/)),
    '',
    'The PostgreSQL that keeps everything. Unset: a private one, with its data in DATA_DIR.',
    'Write it like postgresql://user:password@host:5432/database.',
  ),
  REDIS_URL: setting(
    orNothing(z.union([url(/^rediss?:/), z.string().regex(/^\//)])),
    '',
    'The Redis that keeps the timers. Unset: a private redis-server or valkey-server when the machine has one, else PostgreSQL.',
    'Write it like redis://user:password@host:6379/0, or the path of its unix socket.',
  ),
  REDIS_PING_MS: setting(
    wholeNumber(1_000),
    '0',
    'Milliseconds between PINGs to the Redis of REDIS_URL, 0 for none. 10 makes idle wake-ups punctual (about 10 ms instead of 100) where its `hz` cannot be set to 100.',
    'Use a whole number from 0 to 1000.',
  ),
  HOST: setting(
    z.enum(['127.0.0.1', '::1', 'localhost']),
    '127.0.0.1',
    'Where the web chat listens. Only this machine itself: whoever opens the web chat may choose who to be.',
    'Real sign-in does not exist yet, so only 127.0.0.1, ::1 or localhost are accepted.',
  ),
  PORT: setting(
    wholeNumber(65_535),
    '3978',
    'The port of the web chat; 0 takes any free one.',
    'Use a whole number from 0 to 65535.',
  ),
  ROLE: setting(
    z.enum(['all', 'chat', 'worker']),
    'all',
    'What this process does: all, or only talk with people (chat), or only timers and sending (worker). chat and worker need DATABASE_URL and REDIS_URL.',
    'Use all, chat or worker.',
  ),
  ACTS_PER_MINUTE: setting(
    wholeNumber(1_000_000).refine((value) => value > 0),
    '60',
    'How much of one account is worked on in a minute, twice that at once. Beyond it buttons and commands are refused for a minute, and messages wait.',
    'Use a whole number from 1 to 1000000.',
  ),
  DATA_DIR: setting(
    z.string().min(1),
    './.data',
    'Where the private PostgreSQL and Redis keep their data. As root the data of PostgreSQL is under /var/lib/accord.',
    'Name a directory.',
  ),
  LOG_LEVEL: setting(
    z.enum(logLevels),
    'info',
    'The least a line of the log must matter: debug, info, warn or error.',
    'Use debug, info, warn or error.',
  ),
  ...slackSettings,
  ...teamsSettings,
} as const

/** The settings as values. */
export type Settings = {
  readonly [Name in keyof typeof settings]: z.output<(typeof settings)[Name]['schema']>
}
