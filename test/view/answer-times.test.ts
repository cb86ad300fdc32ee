import { describe, expect, it } from 'vitest'
import { askedCard } from '../../src/view/asked-card.ts'
import { reported } from '../ticket/given.ts'
import { directory, hours } from '../ticket/world.ts'

const { ticket, log, at } = reported()
const recorded = log.map((event, place) => ({ seq: place + 1, hash: '', event }))

/** The answer to `when will it be fixed?` as it is read then, by who lives on the supplier’s clock or on another one. */
const answer = (now: number, zone = 'Asia/Shanghai') => {
  const reading = { directory, language: 'en', zone, now, audience: 'customer' } as const
  return askedCard({ ...reading, ticket, seq: 2 }, 'when', recorded).summary
}

describe('the moments of an answer', () => {
  it('are said as everywhere: today by the time, other days by their date', () => {
    expect(answer(at)).toContain('Somebody responds by 12:00. A solution is promised by 5 Mar')
    expect(answer(at - 48 * hours)).toContain('Somebody responds by 2 Mar 12:00.')
  })

  it('name the zone once, where the other side reads another clock', () => {
    expect(answer(at, 'Europe/London').match(/GMT/g)).toHaveLength(1)
    expect(answer(at)).not.toContain('GMT')
  })
})
