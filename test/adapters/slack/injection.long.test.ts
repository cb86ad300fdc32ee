import { describe, expect, it } from 'vitest'
import { formView } from '../../../adapters/slack/form.ts'
import { homeView } from '../../../adapters/slack/home-view.ts'
import { renderWhole } from '../../../adapters/slack/render.ts'
import { card } from '../../../src/chat/card.ts'
import { some } from '../../support/length.ts'
import { hostileForms, namedIn, writtenIn } from '../shared/hostile.ts'
import { compact, missingFrom, textsIn, unseen } from '../shared/shown-texts.ts'

const hostile = [
  '<!channel>',
  '<!here|here>',
  '<@U1>',
  '<!subteam^S1>',
  '<#C1|general>',
  '<https://evil.example|ok>',
  '<!date^1392734382^{date}^https://evil.example|x>',
  '*bold*',
  '_italic_',
  '~strike~',
  '`code`',
  '```block```',
  ':siren:',
  '@everyone',
  '@channel',
  '[x](http://evil.example)',
  '&lt;!channel&gt;',
  '> quote',
  'a\u202Egnp.exe\u2066b\u2069',
  'c\u200B\u2060\uFEFFd',
  '\ud83d\0',
].join(' ')

/** Text objects by type, whatever holds them. */
const objectsIn = (
  value: unknown,
): readonly { readonly type?: unknown; readonly text?: unknown; readonly emoji?: unknown }[] => {
  if (Array.isArray(value)) return value.flatMap(objectsIn)
  if (typeof value !== 'object' || value === null) return []
  return [value, ...Object.values(value).flatMap(objectsIn)]
}

/** Elements of rich text that are more than their text. */
const alive = ['user', 'usergroup', 'channel', 'team', 'broadcast', 'link', 'emoji', 'date', 'color']
/** Bold of ours, and nothing else that could mean something. */
const harmless = /^(\*[^*_~`<>&@#|\\[\]\n]+\*)(\n[^*_~`<>&@#|\\[\]]*)?$/

const offences = (drawn: unknown): readonly string[] =>
  objectsIn(drawn).flatMap(({ type, text, emoji }) => [
    ...(alive.includes(String(type)) ? [`a live ${String(type)}`] : []),
    ...(type === 'mrkdwn' && (!harmless.test(String(text)) || /:[^\s:]+:/.test(String(text)))
      ? [`mrkdwn: ${String(text)}`]
      : []),
    ...(type === 'plain_text' && emoji !== false ? [`emoji names in: ${String(text)}`] : []),
    ...(typeof text === 'string' && unseen.test(text) ? [`unseen in: ${JSON.stringify(text)}`] : []),
  ])

/** The summary is the one text in which Slack looks for mentions. */
const inSummary = (text: string): readonly string[] => (/[<>]|&(?!amp;|lt;|gt;)/.test(text) ? [text] : [])

describe.each(['en', 'zh-CN'] as const)('what people write, shown literally in Slack (%s)', (language) => {
  const views = { T57: () => writtenIn(language, hostile), T58: () => namedIn(language, hostile) }

  it.each([
    ['T57 in every view and notice, whatever field it was written in', 'T57'],
    ['T58 in every view and notice, whatever name carries it', 'T58'],
  ] as const)('%s', (_, row) => {
    const cards = views[row]()
    expect(cards.length).toBeGreaterThan(100)
    const looked = some(cards, 8)
    let shown = 0
    for (const { name, card: one } of looked) {
      const messages = renderWhole(one, { language })
      expect(offences(messages), name).toEqual([])
      expect(
        messages.flatMap(({ text }) => inSummary(text)),
        name,
      ).toEqual([])
      expect(
        missingFrom(
          messages.map(({ blocks }) => blocks),
          one,
        ),
        name,
      ).toEqual([])
      const home = homeView({ card: one, language })
      expect(offences(home), name).toEqual([])
      if (compact(textsIn(messages.map(({ blocks }) => blocks)).join('')).includes(compact(hostile)))
        shown += 1
    }
    expect(shown).toBeGreaterThan(looked.length / 4)
  })

  it('T58 in the name of a file, whose link is a link only to a web address', () => {
    const files = ['https://files.slack.com/a', 'javascript:alert(1)', 'https://a b', undefined].map(
      (link) => ({
        label: hostile,
        ...(link === undefined ? {} : { link }),
      }),
    )
    const messages = renderWhole(card({ summary: 's', blocks: [{ type: 'quote', text: hostile, files }] }), {
      language,
    })
    expect(offences(messages)).toEqual(['a live link'])
    expect(JSON.stringify(messages).match(/"url":"[^"]*"/g)).toEqual(['"url":"https://files.slack.com/a"'])
    expect(
      textsIn(messages).filter((text) => compact(text).includes(compact(hostile.slice(0, 150)))).length,
    ).toBe(5)
  })

  it('T57 T58 in every form: names to choose from, what it begins with, what it says above', () => {
    const place = { platform: 'slack', team: 'T1', conversation: 'C1', direct: false } as const
    const forms = hostileForms(language, hostile)
    expect(forms.length).toBeGreaterThan(12)
    for (const one of some(forms, 3)) {
      const view = formView({ ...one, intro: hostile }, { place, language })
      expect(offences(view), one.flow).toEqual([])
      expect(compact(textsIn(view).join('')), one.flow).toContain(compact(hostile))
    }
  })
})
