import { describe, expect, it } from 'vitest'
import { heardCommand } from '../../../adapters/slack/inbound/command.ts'

const context = { botUser: 'U0ACCORD1', botId: 'B0ACCORD1', now: 0 }
const said = (command: string, text: string) => {
  const payload = {
    ...{ command, text, user_id: 'U0ZHAO001', channel_id: 'C0HUAXIN1', team_id: 'T0BRIDGE1' },
    trigger_id: '1.2.abc',
    response_url: 'https://hooks.slack.com/commands/T0/1/x',
  }
  const heard = heardCommand(payload, context)
  if (heard.kind !== 'inbound') return heard
  const { inbound } = heard
  return inbound.kind === 'command' ? inbound.text : inbound.kind
}

describe('words after /incident', () => {
  it.each([
    'help',
    'ＨＥＬＰ！',
    '幫助',
    '（帮助）',
    'help :smile:',
    '？',
    '“status”',
    'hx-7',
    '狀態 HX-7。',
    '#HX-7 👀',
  ])('ask where they report nothing: %s', (text) => {
    expect(said('/incident', text)).not.toMatch(/^report/)
  })

  it.each(['help, the VPN is down', '帮助文档打不开', 'status page is red', 'HX-7 is back again', '5 stars'])(
    'report whatever else they say: %s',
    (text) => {
      expect(said('/报障', text)).toBe(`report: ${text}`)
    },
  )
})
