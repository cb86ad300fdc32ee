import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lengthOf } from '../../../adapters/shared/plain-text.ts'
import { limits } from '../../../adapters/slack/limits.ts'
import { sizeOf } from '../../../adapters/slack/render/pages.ts'
import { render, type SlackMessage } from '../../../adapters/slack/render.ts'
import { type Bar, type Block, type Button, type Card, card } from '../../../src/chat/card.ts'
import { validateBlocks } from '../../support/slack/blocks/validate-blocks.ts'
import { compact, missingFrom, textsIn, unseen } from './render-texts.ts'

const blocksOf = (messages: readonly SlackMessage[]) => messages.flatMap(({ blocks }) => blocks)
const drawnTexts = (messages: readonly SlackMessage[]) => textsIn(blocksOf(messages))
const look = { language: 'en' } as const
const draw = (parts: Partial<Card>) => render(card({ summary: 'HX-1: news', ...parts }), look)
const press: Button = { label: 'Open', style: 'normal', press: { flow: 'status', item: 'HX-1', seen: 3 } }

/** What a message may not be, whatever the card was. */
const offences = (one: Card): readonly string[] => {
  const messages = render(one, look)
  const actions = messages.map(({ blocks }) => blocks.some(({ type }) => type === 'actions'))
  return [
    ...messages.flatMap(({ blocks }) => validateBlocks(blocks, 'message')),
    ...messages.flatMap(({ blocks }) => (sizeOf(blocks) > limits.message.text ? ['too much text'] : [])),
    ...messages.flatMap(({ text }) => (text.trim() === '' || lengthOf(text) > 40_000 ? ['no summary'] : [])),
    ...missingFrom(blocksOf(messages), one).map((words) => `lost: ${words.slice(0, 80)}`),
    ...(actions.slice(0, -1).includes(true) ? ['buttons before the last message'] : []),
    ...textsIn(messages).flatMap((text) =>
      unseen.test(text) ? [`unseen: ${JSON.stringify(text.slice(0, 80))}`] : [],
    ),
  ]
}

const words = (maxLength: number) =>
  fc.oneof(
    { weight: 6, arbitrary: fc.string({ unit: 'grapheme', maxLength: Math.min(maxLength, 60) }) },
    { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: Math.min(maxLength, 60) }) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 600 }))
        .map(([word, times]) => [...word.repeat(times)].slice(0, maxLength).join('')),
    },
  )
const label = fc.stringMatching(/^[A-Za-z ]{0,20}[A-Za-z]$/)
const button = fc.record({
  label,
  style: fc.constantFrom('normal', 'primary', 'danger'),
  press: fc.record({ flow: fc.constantFrom('status', 'claim', 'rate'), item: fc.constant('HX-1') }),
})
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ type: fc.constant('text'), text: words(8_000) }),
  fc.record({ type: fc.constant('note'), text: words(4_000) }),
  fc.record({ type: fc.constant('quote'), text: words(8_000) }),
  fc.record({
    type: fc.constant('facts'),
    facts: fc.array(fc.record({ label: words(200), value: words(4_000) }), { maxLength: 24 }),
  }),
  fc.record({
    type: fc.constant('table'),
    columns: fc.array(label, { minLength: 1, maxLength: 6 }),
    rows: fc.array(
      fc.record({ cells: fc.array(words(4_000), { maxLength: 6 }), button }, { requiredKeys: ['cells'] }),
      {
        maxLength: 30,
      },
    ),
  }),
  fc.constant({ type: 'divider' } as const),
)
const cards = fc.record({
  title: words(400),
  tone: fc.constantFrom('neutral', 'info', 'good', 'warning', 'alarm'),
  blocks: fc.array(block, { maxLength: 30 }),
  buttons: fc.array(button, { maxLength: 14 }),
  summary: words(5_000),
}) as fc.Arbitrary<Card>

describe('a card in Slack', () => {
  it('T41 T42 keeps to every limit and loses no word, whatever it holds', () => {
    fc.assert(
      fc.property(cards, (one) => {
        expect(offences(one)).toEqual([])
      }),
      { numRuns: 150, endOnFailure: true },
    )
  })

  it.each([
    ['nothing', ''],
    ['only spaces', ' \n \t '],
    ['40,000 characters without a space', 'x'.repeat(40_000)],
    ['40,000 characters of Chinese', '网络又断了，请尽快处理。'.repeat(3_400)],
    ['emoji joined of several', '👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿👍🏽❤️‍🔥'.repeat(900)],
    ['a right-to-left override', 'invoice\u202Egnp.exe \u2066x\u2069 \u200Bzero\uFEFF'],
    ['NUL and other controls', 'a\0b\u0007c\u001b[31md\u0085e'],
    ['halves of characters', 'a\ud83db\ude00c'],
    ['characters beyond the first plane', '𠮷𡈽𪚥'.repeat(3_000)],
    ['one character of 9,000 marks', `e${'\u0301'.repeat(9_000)}`],
  ])('T41 shows %s wherever a person could write it', (_, text) => {
    const one = card({
      title: text,
      summary: text,
      blocks: [
        { type: 'text', text },
        { type: 'note', text },
        { type: 'quote', text, by: 'Zhao' },
        { type: 'facts', facts: [{ label: 'Reason', value: text }] },
        { type: 'table', columns: ['When', 'What'], rows: [{ cells: ['now', text] }] },
        { type: 'table', columns: ['When', 'What', 'Who', 'How'], rows: [{ cells: [text, text, '', text] }] },
        { type: 'table', columns: ['When', 'What'], rows: [{ cells: [text, text], button: press }] },
      ],
      buttons: [press],
    })
    expect(offences(one)).toEqual([])
  })

  it('T41 cuts before a character that several make up, and rather after a line', () => {
    const family = '👩‍👩‍👧‍👦'
    for (const text of drawnTexts(draw({ blocks: [{ type: 'quote', text: family.repeat(2_000) }] })))
      expect(text.replaceAll(family, '')).toBe('')
    const lines = Array.from({ length: 200 }, (_, line) => `line ${line} of a log that goes on`).join('\n')
    const [first = ''] = drawnTexts(draw({ blocks: [{ type: 'text', text: lines }] }))
    expect(first).toMatch(/goes on\n?$/)
  })

  it('T42 takes several messages for 13,300 characters: title first, buttons last, each with a summary', () => {
    const said = Array.from({ length: 7 }, (_, part) => `${part}`.repeat(1_900))
    const messages = draw({
      title: 'HX-1 · A long story',
      tone: 'alarm',
      blocks: said.map((text) => ({ type: 'quote', text })),
      buttons: [press],
    })
    expect(messages.map(({ text }) => text)).toEqual(['HX-1: news (1/2)', 'HX-1: news (2/2)'])
    expect(textsIn(messages[0]?.blocks)[0]).toBe('🚨 HX-1 · A long story')
    expect(messages.map(({ blocks }) => blocks.at(-1)?.type)).toEqual(['rich_text', 'actions'])
    expect(said.every((part) => compact(drawnTexts(messages).join('')).includes(part))).toBe(true)
  })

  it('T42 takes several messages for more than 50 blocks, and leaves no button alone', () => {
    const blocks = Array.from({ length: 50 }, (_, part): Block => ({ type: 'quote', text: `part ${part}` }))
    const messages = draw({ blocks, buttons: [press] })
    expect(messages.map((one) => one.blocks.length)).toEqual([49, 2])
  })

  it('says what it cannot draw: a card of a summary alone is that sentence', () => {
    expect(draw({})).toEqual([
      {
        text: 'HX-1: news',
        blocks: [{ type: 'section', text: { type: 'plain_text', text: 'HX-1: news', emoji: false } }],
      },
    ])
  })

  it('has a sign of its own shape for each tone, also without a title', () => {
    const first = (tone: Card['tone'], title?: string) =>
      drawnTexts(
        draw({ tone, ...(title === undefined ? {} : { title }), blocks: [{ type: 'text', text: 'News' }] }),
      )[0]
    const signs = (['neutral', 'info', 'good', 'warning', 'alarm'] as const).map((tone) => [
      first(tone, 'T'),
      first(tone),
    ])
    expect(signs).toEqual([
      ['T', 'News'],
      ['🔹 T', '🔹 News'],
      ['✅ T', '✅ News'],
      ['⚠️ T', '⚠️ News'],
      ['🚨 T', '🚨 News'],
    ])
  })

  it('keeps a title too long for a headline whole', () => {
    const title = 'The VPN is down '.repeat(12).trim()
    const [{ blocks } = { blocks: [] }] = draw({ title, blocks: [{ type: 'facts', facts: [] }] })
    expect(blocks).toMatchObject([{ type: 'rich_text', elements: [{ elements: [{ text: title }] }] }])
  })
})

describe('a bar in Slack', () => {
  const bar = (parts: Partial<Bar>) =>
    drawnTexts(
      draw({
        blocks: [
          {
            type: 'bar',
            label: 'Response',
            text: 'said',
            state: 'running',
            budget: 100,
            used: 0,
            asOf: 0,
            ...parts,
          },
        ],
      }),
    ).slice(0, 2)

  it.each([
    ['empty at the start', { used: 0 }, '▱▱▱▱▱▱▱▱▱▱'],
    ['begun as soon as time ran', { used: 1 }, '▰▱▱▱▱▱▱▱▱▱'],
    ['half', { used: 50 }, '▰▰▰▰▰▱▱▱▱▱'],
    ['not full before the end', { used: 99 }, '▰▰▰▰▰▰▰▰▰▱'],
    ['paused', { used: 50, state: 'paused' }, '▰▰▰▰▰▱▱▱▱▱ ⏸'],
    ['at rest outside service hours', { used: 50, state: 'closed_hours' }, '▰▰▰▰▰▱▱▱▱▱ ☾'],
    ['missed', { used: 100, state: 'breached' }, '▰▰▰▰▰▰▰▰▰▰ ✕'],
    ['kept', { used: 30, state: 'met' }, '▰▰▰▱▱▱▱▱▱▱ ✓'],
    ['of no time at all', { budget: 0 }, '▰▰▰▰▰▰▰▰▰▰'],
  ] as const)('is %s, and says its sentence', (_, parts, track) => {
    expect(bar(parts)).toEqual(['Response', `  ${track}\nsaid`])
  })
})

describe('buttons in Slack', () => {
  it('stand five in a row, each with its own action and the press as its value', () => {
    const messages = draw({ buttons: Array.from({ length: 7 }, () => press) })
    const rows = messages[0]?.blocks.filter((one) => one.type === 'actions') ?? []
    expect(rows.map(({ elements }) => elements.length)).toEqual([5, 2])
    expect(rows[0]?.elements[1]).toEqual({
      type: 'button',
      action_id: 'status.1',
      text: { type: 'plain_text', text: 'Open', emoji: false },
      value: '{"flow":"status","item":"HX-1","seen":3}',
    })
  })

  it('are green one at a time', () => {
    const styles = draw({
      buttons: ['primary', 'normal', 'primary', 'danger'].map((style) => ({ ...press, style }) as Button),
    })
      .flatMap(({ blocks }) => blocks)
      .flatMap((one) => (one.type === 'actions' ? one.elements : []))
      .map((element) => ('style' in element ? element.style : undefined))
    expect(styles).toEqual(['primary', undefined, undefined, 'danger'])
  })

  it('say aloud what they are about where their label does not', () => {
    const messages = draw({
      title: 'HX-1 · The VPN is down',
      blocks: [
        { type: 'table', columns: ['Ticket', 'What'], rows: [{ cells: ['HX-1', 'The VPN'], button: press }] },
      ],
      buttons: [{ ...press, label: '5' }],
    })
    const aloud = JSON.stringify(messages).match(/(?<="accessibility_label":")[^"]*/g)
    expect(aloud).toEqual(['Open · HX-1', '5 · HX-1 · The VPN is down'])
  })
})
