import { describe, expect, it } from 'vitest'
import { readPress, writePress } from '../../../adapters/shared/press.ts'
import { problemsToErrors } from '../../../adapters/slack/form/form-errors.ts'
import { infoView } from '../../../adapters/slack/form/form-info.ts'
import { readMetadata, writeMetadata } from '../../../adapters/slack/form/form-metadata.ts'
import { valuesOf } from '../../../adapters/slack/form/form-values.ts'
import { formView, inputsOf } from '../../../adapters/slack/form.ts'
import { card } from '../../../src/chat/card.ts'
import type { Choice, Field, Form } from '../../../src/chat/form.ts'
import type { Place } from '../../../src/chat/inbound.ts'
import { validateView } from '../../support/slack/blocks/validate-view.ts'
import { formsIn } from '../shared/forms-in.ts'
import { textsIn, unseen } from '../shared/shown-texts.ts'
import { outlineView } from './render-outline.ts'

const place: Place = {
  platform: 'slack',
  team: 'T1',
  conversation: 'C1',
  thread: '1700000000.000100',
  direct: false,
}
const en = { place, language: 'en' } as const
const form = (field: Field, parts: Partial<Form> = {}): Form => ({
  flow: 'note',
  item: 'HX-1',
  seen: 3,
  title: 'A note',
  submit: 'Send',
  fields: [field],
  ...parts,
})
const line: Field = { kind: 'line', name: 'text', label: 'Text', max: 200 }
const people = (count: number): readonly Choice[] =>
  Array.from({ length: count }, (_, index) => ({ id: `p${index}`, label: `Person ${index}` }))
const inputOf = (field: Field, language: 'en' | 'zh-CN' = 'en') => {
  const view = formView(form(field), { place, language })
  expect(validateView(view, 'modal')).toEqual([])
  return view.blocks.at(-1)
}

describe.each(['en', 'zh-CN'] as const)('the forms in Slack (%s)', (language) => {
  it('are modals within every limit', async () => {
    const views = formsIn(language).map((one) => formView(one, { place, language }))
    expect(views.length).toBeGreaterThan(15)
    expect(views.flatMap((view) => validateView(view, 'modal'))).toEqual([])
    await expect(`${views.map(outlineView).join('\n\n')}\n`).toMatchFileSnapshot(
      `./golden/forms.${language}.txt`,
    )
  })
})

describe('a form in Slack', () => {
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
        { kind: 'paragraph', name: 'words', label: text, hint: text, initial: text, max: 3_000 },
        { kind: 'choice', name: 'choice', label: text, choices, initial: text },
        { kind: 'person', name: 'person', label: text, people: [...choices, ...people(250)] },
      ]
      const view = formView({ ...form(line), title: text, intro: text, submit: text, fields }, en)
      expect(validateView(view, 'modal')).toEqual([])
      expect(textsIn(view).filter((words) => unseen.test(words))).toEqual([])
    }
  })

  it('has the act as its title, and the whole title below it where 24 characters do not hold it', () => {
    const view = formView(form(line, { title: 'HX-1 · Impact and urgency' }), en)
    expect(view.title.text).toBe('Impact and urgency')
    expect(textsIn(view.blocks)[0]).toBe('HX-1 · Impact and urgency')
    const zh = formView(form(line, { title: 'HX-1 · 影响度和紧急度' }), { place, language: 'zh-CN' })
    expect([zh.title.text, zh.blocks.length, zh.close?.text]).toEqual(['HX-1 · 影响度和紧急度', 1, '取消'])
  })

  it('begins with what is known, and says so when it is longer than the field', () => {
    const long = '进展'.repeat(400)
    expect(inputOf({ ...line, initial: '已重启' })).toMatchObject({ element: { initial_value: '已重启' } })
    expect(inputOf({ ...line, initial: long }, 'zh-CN')).toMatchObject({
      element: { initial_value: '进展'.repeat(100) },
      hint: { text: '原文超过200字，此处只有开头部分。' },
    })
  })

  it('shows a few choices at once, more in a menu, more than a menu holds in groups', () => {
    const kinds = [2, 5, 6, 100, 101, 250].map((count) => {
      const block = inputOf({ kind: 'person', name: 'to', label: 'To', people: people(count), initial: 'p1' })
      expect(block).toMatchObject({ element: { initial_option: { value: 'p1' } } })
      return JSON.stringify(block)
        .match(/"(radio_buttons|static_select|option_groups)"/g)
        ?.join(' ')
    })
    expect(kinds).toEqual([
      '"radio_buttons"',
      '"radio_buttons"',
      '"static_select"',
      '"static_select"',
      '"static_select" "option_groups"',
      '"static_select" "option_groups"',
    ])
  })

  it('says in full below what does not fit beside a choice', () => {
    const hint = 'The damage grows fast, there is no workaround, and the whole organisation is affected by it'
    expect(
      inputOf({ kind: 'choice', name: 'level', label: 'Level', choices: [{ id: 'h', label: 'High', hint }] }),
    ).toMatchObject({
      element: { options: [{ description: { text: expect.stringMatching(/…$/) } }] },
      hint: { text: `High: ${hint}` },
    })
  })

  it('says that there is nobody to choose instead of a menu Slack refuses', () => {
    const view = formView(form({ kind: 'person', name: 'to', label: 'To', people: [] }), en)
    expect([validateView(view, 'modal'), textsIn(view.blocks)]).toEqual([[], ['*To*', 'nobody']])
  })

  it('asks a moment in the zone of its field, which it names', () => {
    const view = formView(
      form({
        kind: 'moment',
        name: 'until',
        label: 'Until',
        zone: 'Europe/London',
        initial: '2026-03-02T10:30',
      }),
      en,
    )
    expect(inputsOf(view)).toEqual(['until.date', 'until.time'])
    expect(view.blocks).toMatchObject([
      { element: { type: 'datepicker', initial_date: '2026-03-02' } },
      {
        element: { type: 'timepicker', initial_time: '10:30', timezone: 'Europe/London' },
        hint: { text: 'In Europe/London time.' },
      },
    ])
  })
})

describe('the values of a form', () => {
  it('T41 come back trimmed and cleaned by field; what was left empty is absent', () => {
    const typed = (value: string | null) => ({ x: { type: 'plain_text_input', value } })
    expect(
      valuesOf({
        text: typed('  down\r\nagain\0\ud83d '),
        emoji: typed(':fire: at 10:100:30 :acme:'),
        none: typed(null),
        blank: typed(' \n '),
        level: { x: { type: 'radio_buttons', selected_option: { value: 'high', text: { text: 'High' } } } },
        unchosen: { x: { type: 'static_select', selected_option: null } },
        'until.date': { x: { type: 'datepicker', selected_date: '2026-03-02' } },
        'until.time': { x: { type: 'timepicker', selected_time: '10:30' } },
        'since.date': { x: { type: 'datepicker', selected_date: '2026-03-01' } },
        'never.time': { x: { type: 'timepicker', selected_time: '09:00' } },
      }),
    ).toEqual({
      text: 'down\nagain',
      emoji: '🔥 at 10:100:30 :acme:',
      level: 'high',
      until: '2026-03-02T10:30',
      since: '2026-03-01T00:00',
    })
  })

  it('are none when they are of another shape, and of no field called like a part of every object', () => {
    for (const odd of [undefined, null, 'x', [], { text: 'x' }, { text: { x: 'y' } }])
      expect(valuesOf(odd)).toEqual({})
    const polluted = JSON.parse(
      '{"__proto__":{"x":{"type":"plain_text_input","value":"y"}},"Über":{"x":{"type":"plain_text_input","value":"y"}}}',
    )
    expect(valuesOf(polluted)).toEqual({})
    expect(Object.getPrototypeOf(valuesOf(polluted))).toBe(Object.prototype)
  })
})

describe('what is wrong with a form', () => {
  const inputs = ['text', 'until.date', 'until.time']

  it('stands at its field; a field this modal does not ask stands at the first', () => {
    expect(
      problemsToErrors(
        [
          { field: 'until', message: 'in the past' },
          { field: 'text', message: 'too short' },
          { field: 'breachReason', message: 'the target was missed meanwhile' },
        ],
        inputs,
      ),
    ).toEqual({ 'until.date': 'in the past', text: 'too short\nthe target was missed meanwhile' })
  })
})

describe('what a button and a modal carry', () => {
  const press = { flow: 'assess', item: 'HX-1', seen: 3, choice: 'impact:high' }

  it('comes back as it was written', () => {
    expect(readPress(writePress(press))).toEqual(press)
    expect(readPress(writePress({ flow: 'home' }))).toEqual({ flow: 'home' })
    expect(readMetadata(writeMetadata({ ...press, place }))).toEqual({ ...press, place })
    const { thread: _, ...direct } = { ...place, direct: true }
    expect(readMetadata(writeMetadata({ flow: 'note', place: direct }))).toEqual({
      flow: 'note',
      place: direct,
    })
  })

  it.each([
    ['nothing', ''],
    ['no JSON', '{flow:1}'],
    ['no object', '"status"'],
    ['no flow', '{"item":"HX-1"}'],
    ['a flow that cannot be one', '{"flow":"../etc"}'],
    ['who presses', '{"flow":"close","who":"chen"}'],
    ['a prototype', '{"flow":"close","__proto__":{"item":"HX-9"}}'],
    ['a constructor', '{"flow":"close","constructor":{"prototype":{}}}'],
    ['a seq that is none', '{"flow":"close","seen":"3"}'],
    ['a null', '{"flow":"close","item":null}'],
    ['too much', `{"flow":"close","choice":"${'x'.repeat(201)}"}`],
  ])('T57 is refused when it holds %s', (_, text) => {
    expect(readPress(text)).toBeUndefined()
    expect(readMetadata(text.replace(/}$/, `,"place":${JSON.stringify(place)}}`))).toBeUndefined()
    expect(readMetadata(text)).toBeUndefined()
  })

  it('is refused without a place, or with one of another platform', () => {
    expect(readMetadata('{"flow":"close"}')).toBeUndefined()
    const web = JSON.stringify({ flow: 'close', place: { ...place, platform: 'web' } })
    expect(readMetadata(web)).toBeUndefined()
  })
})

describe('an answer in a modal', () => {
  it('is a sentence, or a card as far as a modal holds it', () => {
    const said = infoView(card({ summary: 'HX-1 was closed by Li Wei at 14:05.' }), {
      ...en,
      title: 'Resolve',
    })
    expect(outlineView(said)).toBe(
      [
        'modal info: Resolve | Close',
        'memory    {"flow":"info","place":{"platform":"slack","team":"T1","conversation":"C1","thread":"1700000000.000100","direct":false}}',
        'section   HX-1 was closed by Li Wei at 14:05.',
      ].join('\n'),
    )
    const press = { flow: 'status', item: 'HX-1' }
    const long = infoView(
      card({
        summary: 's',
        title: 'What is at risk',
        blocks: [
          {
            type: 'table',
            columns: ['Ticket', 'What'],
            rows: Array.from({ length: 150 }, (_, row) => ({
              cells: [`HX-${row}`, 'x'],
              button: { label: 'Open', style: 'normal', press },
            })),
          },
        ],
        buttons: [{ label: 'Help', style: 'normal', press: { flow: 'help' } }],
      }),
      en,
    )
    expect(validateView(long, 'modal')).toEqual([])
    expect(long.blocks.length).toBe(100)
    expect(textsIn(long.blocks).slice(-2)).toEqual(['53 more are not shown.', 'Help'])
  })
})
