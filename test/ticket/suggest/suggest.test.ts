import { describe, expect, it } from 'vitest'
import { cn3x3 } from '../../../src/domain/agreement/cn-3x3.ts'
import { itop4x3 } from '../../../src/domain/agreement/itop-4x3.ts'
import { itssFloor4x4 } from '../../../src/domain/agreement/itss-floor-4x4.ts'
import { matrices } from '../../../src/domain/agreement/matrices.ts'
import { matrixPriority } from '../../../src/domain/agreement/priority.ts'
import { suggest } from '../../../src/domain/ticket/suggest/suggest.ts'
import { sentences } from './sentences.ts'

describe('suggest', () => {
  it.each(sentences)(
    'RS.5b RS.5c reads “%s” as %s, impact %s, urgency %s',
    (text, category, impact, urgency) => {
      const suggestion = suggest(text, cn3x3)
      expect([suggestion.category.value, suggestion.impact.value, suggestion.urgency.value]).toEqual([
        category,
        impact,
        urgency,
      ])
    },
  )

  it('gives the words that led there as the reason, as they were typed', () => {
    const { category, impact, urgency } = suggest('Our VPN has been DOWN for the Whole Office', cn3x3)
    expect(category.reason).toBe('"VPN"')
    expect(impact.reason).toBe('"Whole Office"')
    expect(urgency.reason).toBe('"been DOWN"')
  })

  it('quotes the negation with the word it turns round', () => {
    expect(suggest("The portal has an error, it isn't really urgent", cn3x3).urgency.reason).toBe(
      '"isn\'t really urgent"',
    )
    expect(suggest('没有什么影响', cn3x3).impact.reason).toBe('"没有什么影响"')
  })

  it.each([
    ['Our VPN is slow today', 'medium'],
    ['我们的网速很慢', 'medium'],
    ['My screen flickers', 'low'],
    ['我的屏幕闪', 'low'],
  ])('gives no word as the reason that stands in any sentence: %s', (text, value) => {
    expect(suggest(text, cn3x3).impact).toEqual({ value, reason: '', suggested: true })
  })

  it('suggests the middle level without a reason when no word points to one', () => {
    const { impact, urgency } = suggest('Something about the lobby', cn3x3)
    expect(impact).toEqual({ value: 'medium', reason: '', suggested: true })
    expect(urgency).toEqual({ value: 'medium', reason: '', suggested: true })
  })

  it('marks everything as a suggestion', () => {
    const { category, impact, urgency } = suggest('全公司断网', cn3x3)
    expect([category, impact, urgency].map(({ suggested }) => suggested)).toEqual([true, true, true])
  })

  it('RS.5e uses the levels of the matrix it is given', () => {
    const most = suggest('Emergency, the whole company is down', itssFloor4x4)
    const least = suggest('Just me, no hurry', itssFloor4x4)
    expect(most.impact.value).toBe(itssFloor4x4.impacts[0]?.id)
    expect(most.urgency.value).toBe(itssFloor4x4.urgencies[0]?.id)
    expect(least.impact.value).toBe(itssFloor4x4.impacts[3]?.id)
    expect(least.urgency.value).toBe(itssFloor4x4.urgencies[3]?.id)
    expect(suggest('Urgent', itop4x3).urgency.value).toBe(itop4x3.urgencies[0]?.id)
  })

  it.each(matrices)('makes a security incident at least P2 by the levels of $id', (matrix) => {
    const { category, impact, urgency } = suggest('My laptop shows a phishing page, no hurry', matrix)
    expect(category.value).toBe('security')
    expect(['P1', 'P2']).toContain(matrixPriority(matrix, impact.value, urgency.value))
    expect([impact.reason, urgency.reason]).toContain('"phishing"')
  })

  it('does not take an antivirus licence or a security camera for an incident', () => {
    expect(suggest('Our antivirus licence expires next month', cn3x3).category.value).not.toBe('security')
    expect(suggest('防病毒软件下个月到期', cn3x3).category.value).not.toBe('security')
    expect(suggest('No virus was found, but the switch is offline', cn3x3).category.value).toBe('network')
  })

  it('T45 reads a bounded part of a text of any length', () => {
    const padded = `${'x'.repeat(100_000)} urgent`
    expect(suggest(padded, cn3x3).urgency.reason).toBe('')
    expect(suggest(`urgent ${'不很'.repeat(50_000)}`, cn3x3).urgency.reason).toBe('"urgent"')
  })
})
