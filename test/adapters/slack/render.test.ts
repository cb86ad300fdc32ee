import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lengthOf } from '../../../adapters/shared/plain-text.ts'
import { limits } from '../../../adapters/slack/limits.ts'
import { sizeOf } from '../../../adapters/slack/render/pages.ts'
import { render, renderWhole, type SlackMessage } from '../../../adapters/slack/render.ts'
import { type Bar, type Block, type Button, type Card, card } from '../../../src/chat/card.ts'
import { validateBlocks } from '../../support/slack/blocks/validate-blocks.ts'
import { anyCard, cardOf, oddTexts } from '../shared/any-card.ts'
import { compact, missingFrom, textsIn, unseen } from '../shared/shown-texts.ts'

const blocksOf = (messages: readonly SlackMessage[]) => messages.flatMap(({ blocks }) => blocks)
const drawnTexts = (messages: readonly SlackMessage[]) => textsIn(blocksOf(messages))
const look = { language: 'en' } as const
const draw = (parts: Partial<Card>) => render(card({ summary: 'HX-1: news', ...parts }), look)
const press: Button = { label: 'Open', style: 'normal', press: { flow: 'status', item: 'HX-1', seen: 3 } }

/** What a message may not be, whatever the card was. */
const offences = (one: Card): readonly string[] => {
  const messages = renderWhole(one, look)
  const actions = messages.map(({ blocks }) => blocks.some(({ type }) => type === 'actions'))
  return [
    ...messages.flatMap(({ blocks }) => validateBlocks(blocks, 'message')),
    ...messages.flatMap(({ blocks }) => (sizeOf(blocks) > limits.message.text ? ['too much text'] : [])),
    ...messages.flatMap(({ text }) => (text.trim() === '' || lengthOf(text) > 40_000 ? ['no summary'] : [])),
    ...missingFrom(blocksOf(messages), one).map((words) => `lost: ${words.slice(0, 80)}`),
    ...(one.below === undefined && actions.slice(0, -1).includes(true)
      ? ['buttons before the last message']
      : []),
    ...textsIn(messages).flatMap((text) =>
      unseen.test(text) ? [`unseen: ${JSON.stringify(text.slice(0, 80))}`] : [],
    ),
  ]
}

describe('a card in Slack', () => {
  it('stays short: what is folded elsewhere is behind a button after the others, and stands in the answer to it', () => {
    const details: Block = {
      type: 'details',
      label: 'Details',
      blocks: [{ type: 'text', text: 'Reported by Zhao' }],
      buttons: [{ ...press, label: 'History' }],
      open: press.press,
    }
    const one = card({
      summary: 'HX-1',
      blocks: [{ type: 'text', text: 'new' }],
      buttons: [press],
      below: [details],
    })
    expect(drawnTexts(render(one, look))).toEqual(['new', 'Open', 'Details'])
    expect(drawnTexts(renderWhole(one, look))).toEqual([
      'new',
      'Open',
      'Details',
      'Reported by Zhao',
      'History',
    ])
    const { open: _, ...unopened } = details
    // Without anything to press it is not hidden.
    expect(drawnTexts(render({ ...one, below: [unopened] }, look))).toContain('Reported by Zhao')
  })

  it('T41 T42 keeps to every limit and loses no word, whatever it holds', () => {
    fc.assert(
      fc.property(anyCard, (one) => {
        expect(offences(one)).toEqual([])
      }),
      { numRuns: 150, endOnFailure: true },
    )
  })

  it.each(oddTexts)('T41 shows %s wherever a person could write it', (_, text) => {
    expect(offences(cardOf(text))).toEqual([])
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
