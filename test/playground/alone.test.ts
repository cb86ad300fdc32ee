import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { onlyThisMachine } from '../support/playground/start-playground.ts'

/** A program that is kept to this machine as the Playground is; its standard input stays open. */
const kept = (program: string) =>
  spawn(process.execPath, ['--import', onlyThisMachine, '--input-type=module', '--eval', program])

describe('what keeps the Playground to this machine', () => {
  it('refuses whatever is elsewhere, by name or by number, and says so', async () => {
    const child = kept(`
      for (const url of ['http://192.0.2.1/', 'https://telemetry.invalid/']) await fetch(url).catch(() => {})
      process.exit()`)
    expect(await text(child.stderr)).toMatch(/refused 192\.0\.2\.1:80\n.*refused telemetry\.invalid:443\n/s)
  })

  it('lets it be reached from this machine alone, and by itself', async () => {
    const child = kept(`
      import { createServer } from 'node:http'
      const server = createServer((_, answer) => answer.end('here')).listen(0, async () => {
        const { address, port } = server.address()
        console.log(address, await (await fetch('http://localhost:' + port)).text())
        process.exit()
      })`)
    expect(await text(child.stdout)).toBe('127.0.0.1 here\n')
  })

  it('ends with whoever started it', async () => {
    const child = kept('setInterval(() => {}, 1000)')
    child.stdin.end()
    expect(await once(child, 'exit')).toEqual([0, null])
  })
})
