import { describe, expect, it } from 'vitest'
import { fileRef } from '../../../adapters/slack/inbound/file-ref.ts'

const link = (permalink: string, external = false) =>
  fileRef({ id: 'F1', name: 'a.png', permalink, external, check: false }).link

describe('a file of Slack', () => {
  it('is linked on Slack’s own pages', () => {
    for (const place of [
      'https://yunheng.slack.com/files/U1/F1/a.png',
      'https://files.slack.com/files-pri/T1-F1/a.png',
      'https://slack-files.com/T1-F1-abc',
    ])
      expect(link(place)).toBe(place)
  })

  it.each([
    'http://files.slack.com/a.png',
    'https://files.slack.com.evil.example/a.png',
    'https://evilslack.com/a.png',
    'https://files.slack.com@evil.example/a.png',
    'https://user:secret@files.slack.com/a.png',
    'https://files.slack.com:8443/a.png',
    'https://169.254.169.254/latest',
    'https://[::ffff:10.0.0.1]/a',
    'javascript:alert(1)',
    'files.slack.com/a.png',
    '',
  ])('T59 is named and not linked at %s', (place) => {
    expect(link(place)).toBeUndefined()
  })

  it('T59 that lies outside Slack is not linked, whatever it says', () => {
    expect(link('https://yunheng.slack.com/files/U1/F1/a.png', true)).toBeUndefined()
  })

  it('without a name is named by its id', () => {
    expect(fileRef({ id: 'F9', external: false, check: true })).toEqual({ id: 'F9', name: 'F9' })
  })
})
