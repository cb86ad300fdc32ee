import { describe, expect, it } from 'vitest'
import type { FormLook } from '../../../adapters/teams/form.ts'
import { formCard } from '../../../adapters/teams/form.ts'
import { limits } from '../../../adapters/teams/limits.ts'
import type { AdaptiveCard } from '../../../adapters/teams/render/adaptive-card.ts'
import { sizeOf } from '../../../adapters/teams/render/adaptive-card.ts'
import type { Choice, Field, Form } from '../../../src/chat/form.ts'
import { hasBrowser, openBrowser } from '../../support/browser.ts'
import { type Fields, fieldsOf, listOf, textOf } from '../../support/fake/fields.ts'
import { drawCards } from '../../support/teams/cards/draw-cards.ts'
import { partsOf } from '../../support/teams/cards/parts-of.ts'
import { validateCard } from '../../support/teams/cards/validate-card.ts'
import { formsIn } from '../shared/forms-in.ts'
import { textsIn, unseen } from '../shared/shown-texts.ts'
import { outlineCard } from './card-outline.ts'

const over = { language: 'en', frame: 'over' } as const
const form = (fields: readonly Field[], parts: Partial<Form> = {}): Form => ({
  flow: 'note',
  item: 'HX-1',
  seen: 3,
  title: 'HX-1 · A note',
  submit: 'Send',
  fields,
  ...parts,
})
const line: Field = { kind: 'line', name: 'text', label: 'Text', max: 200 }
const until: Field = { kind: 'moment', name: 'until', label: 'Until', zone: 'Europe/London' }
const people = (count: number): readonly Choice[] =>
  Array.from({ length: count }, (_, index) => ({ id: `p${index}`, label: `Person ${index}` }))
const inputsOf = (card: AdaptiveCard): readonly Fields[] =>
  partsOf(card.body).filter(({ type }) => textOf(type).startsWith('Input.'))
const drawn = (fields: readonly Field[], look: Partial<FormLook> = {}): AdaptiveCard => {
  const card = formCard(form(fields), { ...over, ...look })
  expect(validateCard(card)).toEqual([])
  return card
}
const inputOf = (field: Field, look: Partial<FormLook> = {}): Fields =>
  inputsOf(drawn([field], look))[0] ?? expect.fail('there is no input')

describe('a form in Teams', () => {
  it('T41 holds what a person could write anywhere in it, within every limit', () => {
    for (const text of [
      '',
      'x'.repeat(40_000),
      '👩‍👩‍👧‍👦'.repeat(900),
      'a\0b\ud83d\u202Ec',
      '𠮷'.repeat(9_000),
    ]) {
      const choices = [
        { id: 'a', label: text, hint: text },
        { id: 'b', label: 'B' },
      ]
      const fields: readonly Field[] = [
        { kind: 'line', name: 'line', label: text, hint: text, initial: text, max: 20 },
        { kind: 'paragraph', name: 'words', label: text, initial: text, max: 2_000 },
        { kind: 'choice', name: 'choice', label: text, choices, initial: text },
        { kind: 'person', name: 'person', label: 'To', people: [...choices, ...people(700)] },
      ]
      const card = formCard(form(fields, { title: text, intro: text, submit: text }), over)
      expect(validateCard(card)).toEqual([])
      expect(
        textsIn(card, ['text', 'label', 'title', 'value', 'speak']).filter((one) => unseen.test(one)),
      ).toEqual([])
    }
  })

  it('says what it is about, and what can be done with it where it stands', () => {
    const outline = (look: FormLook, parts: Partial<Form> = {}) =>
      outlineCard(formCard(form([line], parts), look))
    expect(outline({ ...over, windows: true }, { intro: 'Only you see it.' })).toBe(
      [
        'heading   HX-1 · A note ‹large›',
        'text      Only you see it.',
        'input     Text *',
        '          <text ≤200 text>',
        'actions   [Send] positive → submit note HX-1 (over)',
        '          [Open in a window] unchecked ‹submit› → task/fetch note HX-1',
        '          [Cancel] unchecked → back note HX-1 (over)',
        'speak     HX-1 · A note',
      ].join('\n'),
    )
    expect(outline({ language: 'zh-CN', frame: 'own' }, { submit: '提交' }).split('\n')).toContain(
      'actions   [提交] positive → submit note HX-1 (own)',
    )
    const dialog = outline({ language: 'en', frame: 'dialog', thread: '1700000000000' }, { choice: 'x' })
    expect(dialog).not.toContain('heading')
    expect(dialog).toContain('actions   [Send] positive ‹submit› → submit note HX-1 x thread 1700000000000')
  })

  it('remembers its thread in the window that it opens', () => {
    const { actions = [] } = drawn([line], { windows: true, thread: '17' })
    expect(actions[1]?.data).toEqual({
      msteams: { type: 'task/fetch' },
      accord: { press: { flow: 'note', item: 'HX-1', seen: 3 }, thread: '17' },
    })
  })

  it('lets the client ask for what may not be left empty, in its language', () => {
    expect(inputOf(line)).toMatchObject({ isRequired: true, errorMessage: 'This is needed.' })
    expect(inputOf(line, { language: 'zh-CN' })).toMatchObject({ errorMessage: '此项必填。' })
    expect(inputOf({ ...line, optional: true }).isRequired).toBeUndefined()
  })

  it('begins with what is known, and says so when it is longer than the field', () => {
    const long = '进展'.repeat(400)
    expect(inputOf({ ...line, initial: '已重启' })).toMatchObject({ value: '已重启', maxLength: 200 })
    const card = drawn([{ ...line, initial: long }], { language: 'zh-CN' })
    expect(inputsOf(card)[0]).toMatchObject({ value: '进展'.repeat(100) })
    expect(textsIn(card.body)).toContain('原文超过200字，此处只有开头部分。')
  })

  it('begins again with what was typed, and with nothing else', () => {
    const fields: readonly Field[] = [
      { ...line, initial: 'before' },
      { ...line, name: 'more', initial: 'before' },
      { kind: 'choice', name: 'level', label: 'Level', choices: people(3), initial: 'p1' },
      until,
    ]
    const card = drawn(fields, { values: { text: '**now**', level: 'p2', until: '2026-03-02T10:30' } })
    expect(inputsOf(card).map(({ id, value }) => [id, value])).toEqual([
      ['text', '**now**'],
      ['more', undefined],
      ['level', 'p2'],
      ['until.date', '2026-03-02'],
      ['until.time', '10:30'],
    ])
  })

  it('shows a few choices at once, more in a menu, and lets one type to find among many', () => {
    const styles = [2, 5, 6, 10, 11, 250].map((count) => {
      const input = inputOf({ kind: 'person', name: 'to', label: 'To', people: people(count), initial: 'p1' })
      expect(input.value).toBe('p1')
      return input.style
    })
    expect(styles).toEqual(['expanded', 'expanded', 'compact', 'compact', 'filtered', 'filtered'])
  })

  it('does not let one type to find where two have the same name', () => {
    const twins = [...people(20), { id: 'other', label: 'Person 7' }]
    expect(inputOf({ kind: 'person', name: 'to', label: 'To', people: twins }).style).toBe('compact')
  })

  it('T57 shows choices that could be read as Markdown in a menu, where they are not', () => {
    const choices = [{ id: 'a', label: '**A**' }, ...people(2)]
    expect(inputOf({ kind: 'choice', name: 'c', label: 'C', choices })).toMatchObject({
      style: 'compact',
      choices: [{ title: '**A**', value: 'a' }, {}, {}],
    })
  })

  it('offers as many people as a card holds, the chosen one among them, and says how many more there are', () => {
    const card = drawn([{ kind: 'person', name: 'to', label: 'To', people: people(5_000), initial: 'p4999' }])
    const [input] = inputsOf(card)
    const offered = listOf(input?.choices)
    expect(offered.length).toBeGreaterThan(200)
    expect(fieldsOf(offered[0]).value).toBe('p4999')
    expect(textsIn(card.body)).toContain(`${5_000 - offered.length} more are not shown.`)
  })

  it('says that there is nobody to choose', () => {
    const nobody = { kind: 'person', name: 'to', label: 'To', people: [] } as const
    expect(textsIn(drawn([nobody, line]).body)).toEqual(expect.arrayContaining(['To', 'nobody']))
    const told = drawn([nobody, line], { problems: [{ field: 'to', message: 'Somebody has to.' }] })
    expect(textsIn(told.body)).toContain('Somebody has to.')
  })

  it('asks a moment in the zone of its field, which it names', () => {
    const card = drawn([{ ...until, initial: '2026-03-02T10:30' }])
    expect(inputsOf(card)).toMatchObject([
      { type: 'Input.Date', id: 'until.date', label: 'Until · date', value: '2026-03-02' },
      { type: 'Input.Time', id: 'until.time', label: 'Until · time', value: '10:30' },
    ])
    expect(textsIn(card.body)).toContain('In Europe/London time.')
  })
})

describe('what is wrong with a form in Teams', () => {
  const problems = [
    { field: 'text', message: 'Too short.' },
    { field: 'until', message: 'That is past.' },
    { field: 'breachReason', message: 'The target was missed meanwhile.' },
  ]
  const fields = [line, until, { ...line, name: 'other', label: 'Other' }]
  const card = () => drawn(fields, { problems, notice: 'HX-1 was closed by Li Wei at 14:05.' })

  it('stands at its field, in a box and in the name of the input', () => {
    expect(inputsOf(card()).map(({ label }) => label)).toEqual([
      '⚠️ Too short.\nText',
      '⚠️ That is past.\nUntil · date',
      'Until · time',
      'Other',
    ])
    const boxes = card().body.filter(({ style }) => style === 'attention')
    expect(boxes.map((box) => inputsOf({ ...card(), body: [box] }).map(({ id }) => id))).toEqual([
      [],
      ['text'],
      ['until.date', 'until.time'],
    ])
  })

  it('stands above the fields when it is about none of them, below why it was refused', () => {
    expect(textsIn(card().body).slice(0, 3)).toEqual([
      'HX-1 · A note',
      '⚠️ HX-1 was closed by Li Wei at 14:05.',
      '⚠️ The target was missed meanwhile.',
    ])
    expect(card().speak).toBe(
      'HX-1 was closed by Li Wei at 14:05. Too short. That is past. The target was missed meanwhile.',
    )
  })

  it('takes no more room than there is', () => {
    const long = problems.map((one) => ({ ...one, message: '长'.repeat(20_000) }))
    const values = { text: '字'.repeat(200), other: '字'.repeat(200) }
    expect(sizeOf(drawn(fields, { problems: long, notice: '长'.repeat(20_000), values }))).toBeLessThan(
      limits.card,
    )
  })

  it.skipIf(!hasBrowser)('is said by a screen reader when it comes to the field', async () => {
    const browser = await openBrowser()
    try {
      const [seen] = await drawCards(await browser.newPage(), [card()])
      expect(seen?.fields.slice(0, 2)).toEqual(['⚠️ Too short.Text *', '⚠️ That is past.Until · date *'])
      expect(seen?.headings).toEqual(['HX-1 · A note'])
    } finally {
      await browser.close()
    }
  })
})

describe.each(['en', 'zh-CN'] as const)('every form of every flow (%s)', (language) => {
  it.each(['over', 'own', 'dialog'] as const)('is a card that Teams takes (%s)', (frame) => {
    const forms = formsIn(language)
    expect(forms.length).toBeGreaterThan(15)
    for (const one of forms) {
      const problems = one.fields.map(({ name }) => ({ field: name, message: '…' }))
      expect(validateCard(formCard(one, { language, frame, windows: true })), one.flow).toEqual([])
      expect(validateCard(formCard(one, { language, frame, problems, values: {} })), one.flow).toEqual([])
    }
  })
})
