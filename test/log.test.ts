import { describe, expect, it } from 'vitest'
import { createLog, maskSecrets } from '../src/process/log.ts'

const logged = (format: 'json' | 'text', level: 'debug' | 'warn' = 'debug') => {
  const lines: string[] = []
  const now = () => Date.UTC(2026, 0, 2, 3, 4, 5)
  const log = createLog({ level, format, now, write: (line) => void lines.push(line) })
  return { lines, log }
}

describe('the log', () => {
  it('writes one line of JSON for machines', () => {
    const { lines, log } = logged('json')
    log.info('started\nwell', { port: 3978 })
    expect(lines).toEqual([
      '{"at":"2026-01-02T03:04:05.000Z","level":"info","message":"started\\nwell","port":3978}\n',
    ])
  })

  it('writes words for a person', () => {
    const { lines, log } = logged('text')
    log.warn('Redis is away', { for: 3, why: ['a', 'b'] })
    expect(lines).toEqual(['03:04:05 warn  Redis is away for=3 why=["a","b"]\n'])
  })

  it('leaves out what matters less than its level', () => {
    const { lines, log } = logged('text', 'warn')
    log.info('nothing')
    log.error('broken')
    expect(lines).toEqual(['03:04:05 error broken\n'])
  })

  it('shows an error with its stack, also inside JSON', () => {
    const { lines, log } = logged('json')
    log.error('failed', { error: new Error('no way') })
    expect(JSON.parse(lines[0] ?? '').error).toMatch(/^Error: no way\n +at /)
  })

  it.each(['json', 'text'] as const)('T62 never shows a secret (%s)', (format) => {
    const { lines, log } = logged(format)
    log.error('cannot reach postgresql://accord:hunter2@db/accord', {
      error: new Error('redis://:hunter2@cache refused, Authorization: Bearer hunter2'),
      clientSecret: 'hunter2',
      nested: { password: 'hunter2', url: 'https://me:p@ss:hunter2@host/path' },
      slack: ['xoxb-hunter2-1', 'xapp-1-hunter2', 'xoxe.xoxb-1-Mi.hunter2', 'xoxe-1-hunter2'],
      sockets: 'wss://link.test/?ticket=hunter2&app_id=A1',
      installing: 'GET /slack/oauth_redirect?code=1.hunter2&state=hunter2 and client_secret=hunter2',
      botToken: 'hunter2',
      signingSecrets: ['hunter2'],
    })
    expect(lines.join('')).not.toContain('hunter2')
  })

  it('leaves ordinary addresses as they are', () => {
    expect(maskSecrets('http://127.0.0.1:3978/@li')).toBe('http://127.0.0.1:3978/@li')
  })
})
