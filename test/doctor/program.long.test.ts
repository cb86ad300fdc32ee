import { execFile, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')

describe('npm run doctor', () => {
  let cwd: string
  beforeAll(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'accord-doctor-'))
    await promisify(execFile)(process.execPath, [join(root, 'src/build.mjs')])
  })
  afterAll(() => rm(cwd, { recursive: true }))

  const run = async (env: { readonly [name: string]: string } = {}, ...args: readonly string[]) => {
    const child = spawn(process.execPath, [join(root, 'dist/doctor.js'), ...args], {
      cwd,
      env: { PATH: process.env.PATH, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
    const [said, complained, code] = await Promise.all([text(child.stdout), text(child.stderr), ended])
    return { said, complained, code }
  }

  it('needs no settings: it starts the private servers for the time of looking', async () => {
    const { said, complained, code } = await run()
    const [, home = ''] = /PostgreSQL \S+ \(private, (.*)\)/.exec(said) ?? []
    expect(said).toMatch(/^ok {4}Node .*\nok {4}database .*private/)
    expect(said).toContain('Nothing has to be fixed.')
    expect({ complained, code }).toEqual({ complained: '', code: 0 })
    expect(home).not.toBe('')
    await rm(home, { recursive: true, force: true })
  })

  it('T76 ends with 1 and what to do when settings are wrong', async () => {
    const { said, code } = await run({ SLACK_BOT_TOKEN: 'hunter2', PORT: 'x' })
    expect(said).toContain('fix   settings       SLACK_BOT_TOKEN is not accepted. It begins with xoxb-')
    expect(said).toMatch(/\n3 to fix\.\n$/)
    expect(said).not.toContain('hunter2')
    expect(code).toBe(1)
  })

  it('says what it is for', async () => {
    expect((await run({}, '--help')).said).toMatch(/^Usage: npm run doctor/)
  })
})
