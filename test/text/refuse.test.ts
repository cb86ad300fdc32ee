import { describe, expect, it } from 'vitest'
import type { Language } from '../../src/domain/people/sides.ts'
import type { TicketRefusal } from '../../src/domain/ticket/refusal.ts'
import type { Status } from '../../src/domain/ticket/ticket.ts'
import { refuse } from '../../src/text/refuse.ts'
import { texts } from '../../src/text/texts.ts'

const say = {
  name: () => 'Li Wei',
  names: () => 'Li Wei and Chen Jing',
  anyOf: () => 'Li Wei or Chen Jing',
  moment: () => '14:05',
  duration: () => '5 min',
}
const statuses: readonly Status[] = ['new', 'in_progress', 'on_hold', 'resolved', 'closed', 'cancelled']
const whos = ['supplier', 'customer', 'contact', 'approver', 'person_in_charge', 'lead'] as const

/** Every refusal there is, with each of the values it can carry. */
const refusals: readonly TicketRefusal[] = [
  { code: 'not_found' },
  ...whos.map((who) => ({ code: 'not_permitted', who }) as const),
  ...whos.map((who) => ({ code: 'not_permitted', who, people: ['li'] }) as const),
  { code: 'already_acknowledged', by: 'li', at: 0 },
  ...statuses.map((status) => ({ code: 'wrong_status', status }) as const),
  ...(['withdrawn', 'duplicate', 'out_of_scope'] as const).map(
    (how) => ({ code: 'wrong_status', status: 'cancelled', how }) as const,
  ),
  { code: 'no_agreement' },
  { code: 'agreement_not_valid', from: '2026-01-01', to: '2026-12-31' },
  { code: 'unknown_person', id: 'nobody' },
  { code: 'unknown_level', value: 'huge' },
  { code: 'unknown_category', value: 'weather' },
  { code: 'malformed', field: 'score' },
  { code: 'text_missing' },
  { code: 'text_too_long', length: 200_000, most: 100_000 },
  { code: 'reason_missing' },
  { code: 'breach_reason_missing' },
  { code: 'nothing_asked' },
  { code: 'already_asked', by: 'li', at: 0 },
  { code: 'not_paused' },
  { code: 'no_downgrade' },
  { code: 'no_merge' },
  { code: 'lower_than_merged', ticket: 'HX-9' },
  { code: 'awaiting_customer_consent' },
  { code: 'reopen_window_passed', closedAt: 0 },
  { code: 'not_contestable' },
  { code: 'decided_again_by_lead_only' },
  { code: 'duplicate_of_itself' },
  { code: 'master_not_open', master: 'HX-9' },
  { code: 'merged', master: 'HX-9' },
  { code: 'nothing_to_acknowledge' },
  { code: 'already_escalated', to: ['chen'], at: 0 },
  { code: 'already_escalated', to: [], at: 0 },
  { code: 'not_rateable' },
]

describe.each(['en', 'zh-CN'] as const)('an expected no (%s)', (language: Language) => {
  it('has a sentence for every code, each its own', () => {
    const codes = new Set(refusals.map(({ code }) => code))
    expect([...codes].toSorted()).toEqual(Object.keys(texts(language).refusals).toSorted())
    const said = refusals.map((refusal) => refuse(refusal, language, say))
    expect(new Set(said).size).toBe(refusals.length)
    expect(said.filter((one) => !/[.。]$/.test(one))).toEqual([])
  })

  it('names those who can', () => {
    for (const who of whos)
      expect(refuse({ code: 'not_permitted', who, people: ['li'] }, language, say)).toContain(
        'Li Wei or Chen Jing',
      )
  })

  it('says who and when where somebody was first', () => {
    const said = refuse({ code: 'already_acknowledged', by: 'li', at: 0 }, language, say)
    expect(said).toContain('Li Wei')
    expect(said).toContain('14:05')
  })
})
