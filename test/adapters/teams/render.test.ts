import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lengthOf } from '../../../adapters/shared/plain-text.ts'
import { limits } from '../../../adapters/teams/limits.ts'
import type { TeamsMessage } from '../../../adapters/teams/render/adaptive-card.ts'
import { sizeOf } from '../../../adapters/teams/render/adaptive-card.ts'
import { answerCard, render } from '../../../adapters/teams/render.ts'
import { type Bar, type Block, type Button, type Card, card } from '../../../src/chat/card.ts'
import { type Fields, fieldsOf, listOf } from '../../support/fake/fields.ts'
import { partsOf } from '../../support/teams/cards/parts-of.ts'
import { validateCard } from '../../support/teams/cards/validate-card.ts'
import { anyCard, cardOf, oddTexts } from '../shared/any-card.ts'
import { compact, missingFrom, textsIn, unseen } from '../shared/shown-texts.ts'

const look = { language: 'en' } as const
const keys = ['text', 'title', 'label']
const draw = (parts: Partial<Card>) => render(card({ summary: 'HX-1: news', ...parts }), look)
const press: Button = { label: 'Open', style: 'normal', press: { flow: 'status', item: 'HX-1', seen: 3 } }
const drawnOf = (messages: readonly TeamsMessage[]) =>
  messages.map(({ card: { body, actions } }) => ({ body, actions }))
const bodies = (messages: readonly TeamsMessage[]) => messages.flatMap(({ card: { body } }) => body)
const actionsOf = (messages: readonly TeamsMessage[]): readonly Fields[] =>
  messages.flatMap(({ card: { actions = [] } }) => actions)

/** What a message may not be, whatever the card was. */
const offences = (one: Card): readonly string[] => {
  const messages = render(one, look)
  const acts = messages.map(({ card: { actions } }) => actions !== undefined)
  return [
    ...messages.flatMap((message) => validateCard(message.card)),
    ...messages.flatMap(({ summary }) => (summary.trim() === '' ? ['no summary'] : [])),
    ...missingFrom(drawnOf(messages), one, keys).map((words) => `lost: ${words.slice(0, 80)}`),
    ...(one.below === undefined && acts.slice(0, -1).includes(true)
      ? ['buttons before the last message']
      : []),
    ...textsIn(messages, [...keys, 'speak', 'fallbackText', 'summary']).flatMap((text) =>
      unseen.test(text) ? [`unseen: ${JSON.stringify(text.slice(0, 80))}`] : [],
    ),
  ]
}

describe('a card in Teams', () => {
  it('T41 T42 keeps to every limit and loses no word, whatever it holds', () => {
    fc.assert(
      fc.property(anyCard, (one) => {
        expect(offences(one)).toEqual([])
      }),
      { numRuns: 100, endOnFailure: true },
    )
  })

  it.each(oddTexts)('T41 shows %s wherever a person could write it', (_, text) => {
    expect(offences(cardOf(text))).toEqual([])
  })

  it('folds what only some want behind a button of the card itself, which needs no server; too much is not folded', () => {
    const details = (text: string): Block => ({
      type: 'details',
      label: 'Details',
      blocks: [{ type: 'text', text }],
      buttons: [{ ...press, label: 'History' }],
      open: press.press,
    })
    const [folded] = bodies(
      draw({ blocks: [{ type: 'text', text: 'new' }], below: [details('By Zhao')] }),
    ).slice(-1)
    const [toggle, hidden] = listOf(fieldsOf(folded).items).map(fieldsOf)
    const [action] = listOf(toggle?.actions)
    expect(action).toEqual({
      type: 'Action.ToggleVisibility',
      title: 'Details',
      targetElements: [hidden?.id],
    })
    expect(hidden).toMatchObject({ type: 'Container', isVisible: false })
    expect(textsIn(hidden, keys)).toEqual(['By Zhao', 'History', 'History'])
    const large = bodies(draw({ below: [details('说'.repeat(9_000))] }))
    expect(JSON.stringify(large)).not.toContain('isVisible')
    expect(textsIn(large, keys).join('')).toContain('Details')
  })

  it('T41 cuts before a character that several make up, and rather after a line', () => {
    const family = '👩‍👩‍👧‍👦'
    const drawn = (text: string) => textsIn(bodies(draw({ blocks: [{ type: 'quote', text }] })))
    expect(drawn(family.repeat(2_000)).filter((text) => text.replaceAll(family, '') !== '')).toEqual([])
    const lines = Array.from({ length: 200 }, (_, line) => `line ${line} of a log that goes on`).join('\n')
    expect(drawn(lines)[0]).toMatch(/goes on\n?$/)
  })

  it('T42 takes several messages for 40,000 characters of Chinese: title first, buttons last, each says which it is', () => {
    const text = '网络又断了，请尽快处理。'.repeat(3_400)
    const messages = draw({
      title: 'HX-1 · A long story',
      tone: 'alarm',
      blocks: [{ type: 'quote', text }],
      buttons: [press],
    })
    const parts = messages.length
    expect(parts).toBeGreaterThan(3)
    expect(messages.map(({ summary }) => summary)).toEqual(
      messages.map((_, part) => `HX-1: news (${part + 1}/${parts})`),
    )
    expect(messages.map(({ card: one }) => one.speak)).toEqual(messages.map(({ summary }) => summary))
    expect(messages.map(({ card: one }) => sizeOf(one) <= limits.card)).toEqual(messages.map(() => true))
    expect(textsIn(messages[0]?.card.body)[0]).toBe('🚨 HX-1 · A long story')
    expect(messages.map(({ card: one }) => one.actions?.length ?? 0)).toEqual([
      ...Array.from({ length: parts - 1 }, () => 0),
      1,
    ])
    expect(compact(textsIn(bodies(messages)).join(''))).toContain(compact(text))
  })

  it('T42 leaves no button alone', () => {
    for (const count of [30, 60, 90, 91, 92, 93, 94]) {
      const blocks = Array.from(
        { length: count },
        (_, part): Block => ({ type: 'quote', text: `${part}`.repeat(90) }),
      )
      const last = draw({ blocks, buttons: Array.from({ length: 6 }, () => press) }).at(-1)
      expect(last?.card.actions).toHaveLength(6)
      expect(last?.card.body.length).toBeGreaterThan(0)
    }
  })

  it('says what it cannot draw: a card of a summary alone is that sentence', () => {
    expect(draw({})[0]?.card).toEqual({
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.5',
      lang: 'en',
      speak: 'HX-1: news',
      fallbackText: 'HX\\-1\\: news',
      msteams: { width: 'Full' },
      body: [{ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: 'HX-1: news' }] }],
    })
  })

  it('has a sign of its own shape for each tone, also without a title, and a colour where it must not be missed', () => {
    const first = (tone: Card['tone'], title?: string) => {
      const body = bodies(
        draw({ tone, ...(title === undefined ? {} : { title }), blocks: [{ type: 'text', text: 'News' }] }),
      )
      return [textsIn(body)[0], body[0]?.style]
    }
    const tones = (['neutral', 'info', 'good', 'warning', 'alarm'] as const).map((tone) => [
      ...first(tone, 'T'),
      first(tone)[0],
    ])
    expect(tones).toEqual([
      ['T', 'heading', 'News'],
      ['🔹 T', undefined, '🔹 News'],
      ['✅ T', 'good', '✅ News'],
      ['⚠️ T', 'warning', '⚠️ News'],
      ['🚨 T', 'attention', '🚨 News'],
    ])
  })

  it('has a headline to find one’s way by, unless it could be read as something else or is too long', () => {
    const heading = (title: string) =>
      bodies(draw({ title, blocks: [{ type: 'facts', facts: [{ label: 'a', value: 'b' }] }] }))[0]
    expect(heading('HX-1 · The VPN is down')).toMatchObject({
      type: 'TextBlock',
      style: 'heading',
      wrap: true,
    })
    expect(heading('HX-1 · The *VPN* is down')).toMatchObject({ type: 'RichTextBlock' })
    const long = 'The VPN is down '.repeat(12).trim()
    expect(heading(long)).toMatchObject({ inlines: [{ text: long, weight: 'Bolder' }] })
  })

  it('has a line where a divider stands between two things, and none elsewhere', () => {
    const divider = { type: 'divider' } as const
    const text = (words: string) => ({ type: 'text', text: words }) as const
    const body = bodies(draw({ blocks: [divider, text('a'), divider, divider, text('b'), divider] }))
    expect(body.map(({ separator }) => separator)).toEqual([undefined, true])
  })
})

describe('a bar in Teams', () => {
  const runs = (parts: Partial<Bar>) => {
    const bar = { type: 'bar', label: 'Response', text: 'said', state: 'running', asOf: 0 } as const
    const [block] = bodies(draw({ blocks: [{ ...bar, budget: 100, used: 50, ...parts }] }))
    return listOf(block?.inlines).map(fieldsOf)
  }

  it.each([
    ['running', '  ▰▰▰▰▰▱▱▱▱▱', { color: 'Accent' }],
    ['paused', '  ▰▰▰▰▰▱▱▱▱▱ ⏸', { isSubtle: true }],
    ['closed_hours', '  ▰▰▰▰▰▱▱▱▱▱ ☾', { isSubtle: true }],
    ['breached', '  ▰▰▰▰▰▰▰▰▰▰ ✕', { color: 'Attention' }],
    ['met', '  ▰▰▰▰▰▱▱▱▱▱ ✓', { color: 'Good' }],
  ] as const)('%s is told by its shape, its colour and its sentence', (state, track, colour) => {
    expect(runs({ state })).toEqual([
      { type: 'TextRun', text: 'Response', weight: 'Bolder' },
      { type: 'TextRun', text: track, ...colour },
      { type: 'TextRun', text: '\nsaid' },
    ])
  })
})

describe('buttons in Teams', () => {
  it('carry their press, for old clients too', () => {
    const data = { accord: { press: { flow: 'status', item: 'HX-1', seen: 3 } } }
    expect(actionsOf(draw({ buttons: [press] }))).toEqual([
      {
        type: 'Action.Execute',
        verb: 'accord',
        title: 'Open',
        data,
        fallback: { type: 'Action.Submit', title: 'Open', data },
      },
    ])
    const framed = render(card({ summary: 's', buttons: [press] }), { ...look, frame: 'own' })
    expect(actionsOf(framed)).toMatchObject([{ data: { accord: { ...data.accord, frame: 'own' } } }])
  })

  it('are coloured one at a time, and what cannot be undone is marked', () => {
    const buttons = ['primary', 'normal', 'primary', 'danger'].map((style) => ({ ...press, style }) as Button)
    expect(actionsOf(draw({ buttons })).map(({ style }) => style)).toEqual([
      'positive',
      undefined,
      undefined,
      'destructive',
    ])
  })

  it('stand six beside each other; of more, the last that stand out by nothing are in a menu', () => {
    const styles = ['primary', 'normal', 'normal', 'normal', 'normal', 'normal', 'danger', 'normal'] as const
    const modes = (drawn: readonly Fields[]) =>
      drawn.map(({ mode }) => (mode === 'secondary' ? 'm' : '-')).join('')
    const buttons = styles.map((style, place): Button => ({ ...press, label: `B ${place}`, style }))
    expect(modes(actionsOf(draw({ buttons })))).toBe('-----m-m')
    expect(modes(actionsOf(draw({ buttons: buttons.slice(0, 6) })))).toBe('------')
    const { actions = [] } = answerCard(card({ summary: 's', buttons }), {
      ...look,
      frame: 'over',
      back: true,
    })
    expect(modes(actions)).toBe('----mm-m-')
  })

  it('that are numbers to choose from stand in a row of their own', () => {
    const buttons = ['1', '2', '3', '4', '5', 'Reopen', 'History'].map(
      (label): Button => ({ ...press, label }),
    )
    const messages = draw({ title: 'HX-1 · The VPN is down', buttons })
    expect(actionsOf(messages).map(({ title }) => title)).toEqual(['Reopen', 'History'])
    const scale = bodies(messages).at(-1)
    expect(listOf(scale?.actions).map((one) => fieldsOf(one).title)).toEqual(['1', '2', '3', '4', '5'])
  })

  it('say aloud what they are about where their label does not', () => {
    const messages = draw({
      title: 'HX-1 · The VPN is down',
      blocks: [
        { type: 'table', columns: ['Ticket', 'What'], rows: [{ cells: ['HX-1', 'The VPN'], button: press }] },
      ],
      buttons: [{ ...press, label: '5' }],
    })
    const aloud = partsOf(bodies(messages)).flatMap(({ type, tooltip }) =>
      type === 'Action.Execute' ? [tooltip] : [],
    )
    expect(aloud).toEqual(['Open · HX-1', '5 · HX-1 · The VPN is down'])
  })
})

describe('an answer in Teams', () => {
  const rows = (count: number): Block => ({
    type: 'table',
    columns: ['Ticket', 'What'],
    rows: Array.from({ length: count }, (_, row) => ({ cells: [`HX-${row}`, 'x'], button: press })),
  })
  const answer = (count: number) =>
    answerCard(card({ summary: 's', title: 'At risk', blocks: [rows(count)], buttons: [press] }), {
      ...look,
      frame: 'over',
      back: true,
    })

  it('T42 is one card as far as it holds it, and says how much more there is', () => {
    const shown = answer(200)
    expect(validateCard(shown)).toEqual([])
    const drawn = partsOf(shown.body).filter(({ type }) => type === 'ColumnSet').length
    expect(drawn).toBeGreaterThan(20)
    expect(textsIn(shown.body).at(-1)).toBe(`${200 - drawn} more are not shown.`)
    expect(textsIn(answer(5).body).join()).not.toContain('not shown')
  })

  it('has a way back to the card it hides, last, which checks no field', () => {
    expect(answer(1).actions?.map(({ title }) => title)).toEqual(['Open', 'Back'])
    expect(answer(1).actions?.at(-1)).toMatchObject({ data: { accord: { back: true, frame: 'over' } } })
    const own = answerCard(card({ summary: 's' }), { language: 'zh-CN', frame: 'own' })
    expect(own.actions).toBeUndefined()
    expect(own.lang).toBe('zh')
  })

  it('carries where it stands in every button', () => {
    const frames = partsOf(answer(2)).flatMap(({ type, data }) =>
      type === 'Action.Execute' ? [fieldsOf(fieldsOf(data).accord).frame] : [],
    )
    expect(frames).toEqual(['over', 'over', 'over', 'over'])
  })

  it('says the sentence of a long card in short', () => {
    const { speak = '' } = answerCard(card({ summary: '很长'.repeat(1_000) }), look)
    expect(lengthOf(speak)).toBe(limits.summary)
  })
})
