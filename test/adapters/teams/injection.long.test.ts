import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formCard } from '../../../adapters/teams/form.ts'
import { answerCard, render } from '../../../adapters/teams/render.ts'
import { card } from '../../../src/chat/card.ts'
import { hasBrowser, openBrowser } from '../../support/browser.ts'
import { some } from '../../support/length.ts'
import { drawCards } from '../../support/teams/cards/draw-cards.ts'
import { partsOf } from '../../support/teams/cards/parts-of.ts'
import { validateCard } from '../../support/teams/cards/validate-card.ts'
import { hostileForms, namedIn, writtenIn } from '../shared/hostile.ts'
import { compact, missingFrom, textsIn, unseen } from '../shared/shown-texts.ts'

const hostile = [
  '<at>Everyone</at>',
  '[x](http://evil.example)',
  '![x](http://evil.example/a.png)',
  '<http://evil.example>',
  'https://evil.example',
  'www.evil.example',
  'evil@evil.example',
  '**bold**',
  '_italic_',
  '~~strike~~',
  '`code`',
  '# head',
  '- item',
  '1. item',
  '> quote',
  '&lt;b&gt;',
  '<b>html</b>',
  '{{DATE(2026-03-02T10:00:00Z, LONG)}}',
  '{{TIME(2026-03-02T10:00:00+01:00)}}',
  `$\{secret}`,
  '<speak>',
  'a\u202Egnp.exe\u2066b\u2069',
  'c\u200B\u2060\uFEFFd',
  '\ud83d\0',
].join(' ')

const shown = compact(hostile)
const keys = ['text', 'title', 'label', 'value']

/** What no card may do with what people wrote. */
const offences = (drawn: unknown): readonly string[] => [
  ...validateCard(drawn),
  ...partsOf(drawn).flatMap(({ type, url }) =>
    type === 'Action.OpenUrl' ? [`a live link: ${String(url)}`] : [],
  ),
  ...textsIn(drawn, [...keys, 'speak', 'fallbackText', 'tooltip']).flatMap((text) =>
    unseen.test(text) ? [`unseen in: ${JSON.stringify(text)}`] : [],
  ),
  ...textsIn(drawn, ['speak']).filter((text) => /[<>&]/.test(text)),
  ...textsIn(drawn, ['fallbackText']).filter((text) => /(?<!\\)(?:\\\\)*[*_[\]<>`~#&]/.test(text)),
]

describe.each(['en', 'zh-CN'] as const)('what people write, shown literally in Teams (%s)', (language) => {
  const views = {
    T57: () => writtenIn(language, hostile),
    T58: () => namedIn(language, hostile),
  }

  it.each([
    ['T57 in every view and notice, whatever field it was written in', 'T57'],
    ['T58 in every view and notice, whatever name carries it', 'T58'],
  ] as const)('%s', (_, row) => {
    const cards = views[row]()
    expect(cards.length).toBeGreaterThan(100)
    const looked = some(cards, 8)
    let whole = 0
    for (const { name, card: one } of looked) {
      const messages = render(one, { language })
      expect(
        messages.flatMap((message) => offences(message.card)),
        name,
      ).toEqual([])
      const drawn = messages.map(({ card: { body, actions } }) => ({ body, actions }))
      expect(missingFrom(drawn, one, keys), name).toEqual([])
      expect(offences(answerCard(one, { language, frame: 'over', back: true })), name).toEqual([])
      if (compact(textsIn(drawn, keys).join('')).includes(shown)) whole += 1
    }
    expect(whole).toBeGreaterThan(looked.length / 4)
  })

  it('T58 in the name of a file, whose link is a link only to a web address', () => {
    const links = [
      'https://files.example/a',
      'http://files.example/a',
      'javascript:alert(1)',
      'https://a b',
      undefined,
    ]
    const files = links.map((link) => ({ label: hostile, ...(link === undefined ? {} : { link }) }))
    const [message] = render(card({ summary: 's', blocks: [{ type: 'quote', text: hostile, files }] }), {
      language,
    })
    const drawn = message?.card
    expect(offences(drawn)).toEqual(['a live link: https://files.example/a'])
    const words = textsIn(drawn?.body).join('')
    expect(compact(words).split(compact(hostile.slice(0, 200))).length - 1).toBe(6)
  })

  it('T57 T58 in every form: names to choose from, what it begins with, what is said above and at the fields', () => {
    const forms = hostileForms(language, hostile)
    expect(forms.length).toBeGreaterThan(12)
    for (const one of some(forms, 3))
      for (const frame of ['over', 'own', 'dialog'] as const) {
        const problems = [...one.fields.map(({ name }) => name), 'elsewhere'].map((field) => ({
          field,
          message: hostile,
        }))
        const drawn = formCard(
          { ...one, intro: hostile },
          { language, frame, windows: true, notice: hostile, problems },
        )
        expect(offences(drawn), one.flow).toEqual([])
        expect(compact(textsIn(drawn, keys).join('')), one.flow).toContain(shown)
      }
  })
})

describe.skipIf(!hasBrowser)('what people write, drawn by Microsoft’s own renderer', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  it.each([
    ['T57', writtenIn],
    ['T58', namedIn],
  ] as const)('%s is read as it was written, leads nowhere and names nobody', async (_, cardsIn) => {
    // All of them would take a browser long; every view is among these.
    const named = some(
      cardsIn('en', hostile).filter((__, place) => place % 6 === 0),
      6,
    )
    const messages = named.flatMap(({ card: one }) => render(one, { language: 'en' }))
    const forms = hostileForms('en', hostile).map((one) =>
      formCard(one, { language: 'en', frame: 'over', notice: hostile }),
    )
    const page = await browser.newPage()
    const seen = await drawCards(page, [...messages.map((one) => one.card), ...forms])
    await page.close()
    expect(seen.flatMap(({ links }) => links)).toEqual([])
    const alive = /[*_~`<>[\]\\]|\{\{|:\/\/|www\.|@/
    expect(seen.flatMap(({ markdown }) => markdown).filter((text) => alive.test(text))).toEqual([])
    expect(seen.flatMap(({ markdown }) => markdown).length).toBeGreaterThan(20)
    expect(seen.filter(({ words }) => compact(words).includes(shown)).length).toBeGreaterThan(10)
    expect(seen.slice(-forms.length).filter(({ words }) => !compact(words).includes(shown))).toEqual([])
  })
})
