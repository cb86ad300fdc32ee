import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs, parseEnv } from 'node:util'
import { no, type Result, yes } from '../domain/result.ts'
import { type Settings, settings } from './settings.ts'
import { type SlackConfig, slackConfig, slackProblems } from './slack-config.ts'
import { type TeamsConfig, teamsConfig, teamsProblems } from './teams-config.ts'

/** What a start was asked to do with the organisation: the demo is for those who have none yet. */
export type OrganisationChoice =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'demo' }
  | { readonly kind: 'none' }
  | { readonly kind: 'demo_when_empty' }

/** Everything a start depends on. An absent URL means the embedded default. */
export type Config = {
  readonly databaseUrl: string | undefined
  readonly redisUrl: string | undefined
  readonly redisPingMs: number
  readonly host: Settings['HOST']
  readonly port: number
  readonly role: Settings['ROLE']
  readonly actsPerMinute: number
  readonly dataDir: string
  readonly logLevel: Settings['LOG_LEVEL']
  readonly organisation: OrganisationChoice
  /** The operator knows that an older backup was restored. */
  readonly restored: boolean
  /** Absent while Slack is off. */
  readonly slack: SlackConfig | undefined
  /** Absent while Teams is off. */
  readonly teams: TeamsConfig | undefined
}

type Env = { readonly [name: string]: string | undefined }

const options = {
  organisation: { type: 'string' },
  demo: { type: 'boolean' },
  'no-demo': { type: 'boolean' },
  port: { type: 'string' },
  restored: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

/** What `--help` prints. */
export const helpText = `Usage: npm start -- [options]

  --organisation FILE  apply this organisation (YAML or JSON; see manifest/organisation.example.yaml)
  --demo               apply the demo organisation
  --no-demo            no demo, also when there is no organisation yet
  --port N             the port of the web chat, instead of PORT
  --restored           go on after an older backup of the database was restored
  --help               this text

With no option the organisation that was applied last is used; the very first start brings the demo.

Settings, from the environment or a file \`.env\` in the current directory:

${Object.entries(settings)
  .map(([name, { fallback, meaning }]) => `  ${name}${fallback && `=${fallback}`}\n      ${meaning}`)
  .join('\n')}
`

/** The environment of a process started in `directory`: what is set, and below it what a file \`.env\` there says. */
export const environment = (directory: string, env: Env): Env => {
  const file = join(directory, '.env')
  return existsSync(file) ? { ...parseEnv(readFileSync(file, 'utf8')), ...env } : env
}

const readArguments = (argv: readonly string[], problems: string[]) => {
  const { values, tokens } = parseArgs({ args: [...argv], options, strict: false, tokens: true })
  for (const token of tokens) {
    if (token.kind === 'positional') problems.push(`\`${token.value}\` is not an option; --help lists them.`)
    if (token.kind !== 'option') continue
    const known = Object.entries(options).find(([name]) => name === token.name)?.[1]
    if (!known) problems.push(`${token.rawName} is not an option; --help lists them.`)
    if (known?.type === 'string' && (!token.value || token.value.startsWith('-')))
      problems.push(`${token.rawName} needs a value after it.`)
    if (known?.type === 'boolean' && token.value) problems.push(`${token.rawName} takes no value.`)
  }
  const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
  return { ...values, organisation: text(values.organisation), port: text(values.port) }
}

/**
 * How the options are rightly given where npm kept some for itself, because no `--` stood before them: of `--port 4000` it
 * hands on `4000` alone.
 */
const keptByNpm = (env: Env, argv: readonly string[]): string | undefined => {
  const kept = Object.keys(options).flatMap((name) => {
    const value = env[`npm_config_${name}`]
    if (value === undefined || name === 'help') return []
    if (value === '' || value === 'false') return [`--no-${name}`]
    return [value === 'true' ? `--${name}` : `--${name} ${value}`]
  })
  return kept.length === 0
    ? undefined
    : `npm kept ${kept.join(' ')} for itself. Write \`--\` before the options: \`npm start -- ${[...kept, ...argv].join(' ')}\`.`
}

const readSettings = (env: Env, problems: string[]): Settings | undefined => {
  const entries = Object.entries(settings).map(([name, { schema, fallback, write }]) => {
    const read = schema.safeParse(env[name]?.trim() || fallback)
    if (!read.success) problems.push(`${name} is not accepted. ${write}`)
    return [name, read.data]
  })
  return problems.length ? undefined : (Object.fromEntries(entries) as Settings) // by the schemas just passed
}

const choiceOf = (file: string | undefined, demo: unknown, noDemo: unknown): OrganisationChoice => {
  if (file) return { kind: 'file', path: resolve(file) }
  if (demo) return { kind: 'demo' }
  return { kind: noDemo ? 'none' : 'demo_when_empty' }
}

/** Reads the whole configuration; when anything is wrong, says everything that is, each with its fix. */
export const readConfig = (env: Env, argv: readonly string[]): Result<Config | 'help', readonly string[]> => {
  const kept = keptByNpm(env, argv)
  if (kept !== undefined) return no([kept])
  const problems: string[] = []
  const { organisation, demo, 'no-demo': noDemo, port, restored, help } = readArguments(argv, problems)
  if (help) return yes('help')
  if ([organisation, demo, noDemo].filter(Boolean).length > 1)
    problems.push('--organisation, --demo and --no-demo exclude each other; keep one.')
  const role = env.ROLE?.trim()
  for (const name of ['DATABASE_URL', 'REDIS_URL'])
    if ((role === 'chat' || role === 'worker') && !env[name]?.trim())
      problems.push(
        `ROLE=${role} needs ${name}: processes of different roles share one PostgreSQL and one Redis.`,
      )
  const asked = port === undefined ? env : { ...env, PORT: port }
  problems.push(...slackProblems(asked), ...teamsProblems(asked))
  const read = readSettings(asked, problems)
  // Who wrote the option is told of the option.
  const named = (problem: string): string =>
    port === undefined ? problem : problem.replace(/(?<!\w)PORT(?!\w)/g, `--port ${port}`)
  if (!read) return no(problems.map(named))
  return yes({
    databaseUrl: read.DATABASE_URL,
    redisUrl: read.REDIS_URL,
    redisPingMs: read.REDIS_PING_MS,
    host: read.HOST,
    port: read.PORT,
    role: read.ROLE,
    actsPerMinute: read.ACTS_PER_MINUTE,
    dataDir: resolve(read.DATA_DIR),
    logLevel: read.LOG_LEVEL,
    organisation: choiceOf(organisation, demo, noDemo),
    restored: restored === true,
    slack: slackConfig(read),
    teams: teamsConfig(read),
  })
}
