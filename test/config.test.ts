import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { environment, helpText, readConfig } from '../src/settings/config.ts'
import { settings } from '../src/settings/settings.ts'

const problems = (env: Record<string, string>, argv: readonly string[] = []) => {
  const read = readConfig(env, argv)
  if (read.ok) throw new Error('accepted')
  return read.no
}
const config = (env: Record<string, string>, argv: readonly string[] = []) => {
  const read = readConfig(env, argv)
  if (!read.ok || read.value === 'help') throw new Error('not accepted')
  return read.value
}

describe('the configuration', () => {
  it('needs nothing: private servers, loopback, the demo for who has no organisation', () => {
    expect(config({})).toEqual({
      databaseUrl: undefined,
      redisUrl: undefined,
      redisPingMs: 0,
      host: '127.0.0.1',
      port: 3978,
      role: 'all',
      actsPerMinute: 60,
      dataDir: resolve('.data'),
      logLevel: 'info',
      organisation: { kind: 'demo_when_empty' },
      restored: false,
    })
  })

  it('T76 tells every problem at once, each with its fix, and no secret', () => {
    const all = problems(
      {
        DATABASE_URL: 'mysql://root:hunter2@db/x',
        REDIS_URL: 'http://:hunter2@cache',
        REDIS_PING_MS: '-1',
        HOST: '0.0.0.0',
        PORT: '70000',
        ROLE: 'boss',
        LOG_LEVEL: 'loud',
      },
      ['--what', 'file.yaml', '--demo=x', '--organisation', '--port'],
    )
    for (const name of ['DATABASE_URL', 'REDIS_URL', 'REDIS_PING_MS', 'HOST', 'PORT', 'ROLE', 'LOG_LEVEL'])
      expect(all.filter((problem) => problem.startsWith(`${name} `))).toHaveLength(1)
    expect(all.slice(0, 4)).toEqual([
      '--what is not an option; --help lists them.',
      '`file.yaml` is not an option; --help lists them.',
      '--demo takes no value.',
      '--organisation needs a value after it.',
    ])
    expect(all.join('\n')).not.toContain('hunter2')
  })

  it('refuses any bind but loopback because real sign-in does not exist yet', () => {
    expect(problems({ HOST: '192.168.1.4' })).toEqual([
      'HOST is not accepted. Real sign-in does not exist yet, so only 127.0.0.1, ::1 or localhost are accepted.',
    ])
  })

  it.each(['chat', 'worker'])('wants both shared servers for ROLE=%s', (role) => {
    expect(problems({ ROLE: role }).map((problem) => problem.match(/needs (\w+)/)?.[1])).toEqual([
      'DATABASE_URL',
      'REDIS_URL',
    ])
    const shared = { DATABASE_URL: 'postgres://a:b@db/accord', REDIS_URL: 'rediss://cache:6380' }
    expect(config({ ROLE: role, ...shared }).role).toBe(role)
  })

  it('takes the port of the option before that of the environment, and reads blank as unset', () => {
    expect(config({ PORT: '80' }, ['--port', '0']).port).toBe(0)
    expect(config({ PORT: ' ' }).port).toBe(3978)
  })

  it('names the option where the option is wrong, and the way to give one where npm kept it', () => {
    expect(problems({}, ['--port', 'abc'])).toEqual([
      '--port abc is not accepted. Use a whole number from 0 to 65535.',
    ])
    expect(problems({ npm_config_port: 'true' }, ['4000'])).toEqual([
      'npm kept --port for itself. Write `--` before the options: `npm start -- --port 4000`.',
    ])
    expect(problems({ npm_config_port: '4000' })[0]).toContain('`npm start -- --port 4000`')
    expect(problems({ npm_config_demo: '' })[0]).toContain('`npm start -- --no-demo`')
    expect(problems({ npm_config_organisation: 'true' }, ['o.yaml'])[0]).toContain(
      '-- --organisation o.yaml`',
    )
  })

  it('lets one choice of organisation be made', () => {
    expect(config({}, ['--organisation', 'o.yaml']).organisation).toEqual({
      kind: 'file',
      path: resolve('o.yaml'),
    })
    expect(config({}, ['--demo']).organisation).toEqual({ kind: 'demo' })
    expect(config({}, ['--no-demo']).organisation).toEqual({ kind: 'none' })
    expect(problems({}, ['--demo', '--no-demo'])).toHaveLength(1)
  })

  it('shows the help before any problem, with every option and setting', () => {
    expect(readConfig({ PORT: 'x' }, ['--help'])).toEqual({ ok: true, value: 'help' })
    for (const name of [
      ...Object.keys(settings),
      '--organisation',
      '--demo',
      '--no-demo',
      '--port',
      '--restored',
    ])
      expect(helpText).toContain(name)
  })

  it('reads a file .env below what is set already', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'accord-env-'))
    await writeFile(join(directory, '.env'), '# mine\nPORT=4000\nLOG_LEVEL="debug"\n')
    expect(environment(directory, { PORT: '5000' })).toEqual({ PORT: '5000', LOG_LEVEL: 'debug' })
    await rm(directory, { recursive: true })
    expect(environment(directory, { PORT: '5000' })).toEqual({ PORT: '5000' })
  })

  it('is told in .env.example setting by setting, with its default and meaning', async () => {
    const example = await readFile(resolve(import.meta.dirname, '../.env.example'), 'utf8')
    const told = example.match(/^#? ?[A-Z_]+=.*$/gm)?.map((line) => line.replace(/^# ?/, ''))
    expect(told).toEqual(Object.entries(settings).map(([name, { fallback }]) => `${name}=${fallback}`))
    for (const { meaning } of Object.values(settings))
      expect(example.replace(/\n# /g, ' ')).toContain(meaning)
  })
})
