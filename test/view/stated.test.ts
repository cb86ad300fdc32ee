import { describe, expect, it } from 'vitest'
import { unfolded } from '../../src/chat/card.ts'
import type { Language } from '../../src/domain/people/sides.ts'
import { decide } from '../../src/domain/ticket/decide.ts'
import { stillCard } from '../../src/view/still-card.ts'
import { ticketCard } from '../../src/view/ticket-card.ts'
import { actor, reported } from '../ticket/given.ts'
import { directory, monday } from '../ticket/world.ts'
import { draw } from './draw.ts'

const meaning = {
  en: 'A department or one business function is degraded',
  zh: '一个部门或一项业务功能受影响',
}

const cardOf = (told: ReturnType<typeof reported>, language: Language = 'en') => {
  const reading = { language, zone: 'Asia/Shanghai', now: told.at, directory, audience: 'customer' } as const
  return { card: ticketCard(told.ticket, told.log.length, reading), reading }
}
const shown = (told: ReturnType<typeof reported>, language?: Language) => draw(cardOf(told, language).card)

describe('what was stated', () => {
  const stated = (reason: string) =>
    reported().does('zhao', { do: 'ticket.assess', impact: 'medium', urgency: 'medium', reason })

  it('RS.5c by a tap is read as the level’s meaning, in each reader’s language', () => {
    expect(shown(stated(''))).toContain(`Medium (stated: ${meaning.en})`)
    expect(shown(stated(''), 'zh-CN')).toContain(`中（已确认：${meaning.zh}）`)
  })

  it('RS.5c is read so too where the record holds the meaning in another language', () => {
    expect(shown(stated(meaning.en), 'zh-CN')).toContain(`影响度: 中（已确认：${meaning.zh}）`)
    expect(shown(stated(meaning.zh))).toContain(`Impact: Medium (stated: ${meaning.en})`)
    expect(shown(stated('all of us'), 'zh-CN')).toContain('中（已确认：all of us）')
  })

  it('RS.5c is asked of an incident; a request for something is not asked in words of an outage', () => {
    const told = reported()
    const { reading } = cardOf(told)
    const asks = (work: 'incident' | 'service_request') =>
      draw(ticketCard({ ...told.ticket, work }, told.log.length, reading)).includes(meaning.en)
    expect([asks('incident'), asks('service_request')]).toEqual([true, false])
  })

  it('RS.5c marks a priority as suggested while one of its inputs is', () => {
    expect(shown(reported())).toContain('Priority: P3 medium, suggested from impact and urgency')
    expect(shown(reported())).toContain('Impact: Medium (suggested; the report does not say)')
    expect(shown(stated(''))).toContain('Priority: P3 medium, from impact and urgency')
  })

  it('quotes the words of a suggestion as the language quotes', () => {
    const told = reported({ impact: { value: 'high', reason: '"全公司", "vpn"', suggested: true } })
    expect(shown(told, 'zh-CN')).toContain('高（建议，依据“全公司”、“vpn”）')
  })
})

describe('a card that is an answer', () => {
  it('holds no clock that runs, and says of which moment it is', () => {
    const { card, reading } = cardOf(reported())
    const still = stillCard(card, reading)
    expect(unfolded(card).some(({ type }) => type === 'bar')).toBe(true)
    expect(unfolded(still).some(({ type }) => type === 'bar')).toBe(false)
    expect(draw(still)).toContain('(Resolution: 24 h of 24 h left')
    expect(draw(still)).toContain('(As of Mon 2 Mar 10:00 GMT+8.)')
  })
})

describe('how a ticket stands that ended without a solution', () => {
  const withdrawn = () => reported().does('zhao', { do: 'ticket.cancel', reason: 'it works again' })

  it('is one word wherever it is read: how it ended', () => {
    expect(shown(withdrawn(), 'zh-CN')).toContain('● 三级（P3） · 已撤回')
    expect(shown(withdrawn(), 'zh-CN')).toMatch(/已于.*结束（已撤回）/)
    expect(shown(withdrawn(), 'zh-CN')).not.toContain('已取消')
    expect(shown(withdrawn())).not.toContain('cancelled')
  })

  it('is that word too where something cannot be done any more', () => {
    withdrawn().refuses('li', { do: 'ticket.update', text: 'x' }, 'wrong_status')
    const refused = decide(
      withdrawn().ticket,
      { do: 'ticket.claim', at: monday, by: actor('li') },
      { directory },
    )
    expect(refused).toMatchObject({ ok: false, no: { status: 'cancelled', how: 'withdrawn' } })
  })
})
