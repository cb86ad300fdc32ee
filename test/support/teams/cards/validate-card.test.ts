import { describe, expect, it } from 'vitest'
import { carry } from '../../../../adapters/teams/form/carried.ts'
import { validateCard } from './validate-card.ts'

const data = carry({ press: { flow: 'status', item: 'HX-1' } })
const submit = { type: 'Action.Submit', title: 'Open', data }
const execute = { type: 'Action.Execute', verb: 'accord', title: 'Open', data, fallback: submit }
const text = { type: 'Input.Text', id: 'text', label: 'Text' }
const words = (said: string) => ({ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: said }] })
const block = (said: string) => ({ type: 'TextBlock', wrap: true, text: said })
const choices = (style: string, ...titles: readonly string[]) => ({
  type: 'Input.ChoiceSet',
  id: 'to',
  label: 'To',
  style,
  choices: titles.map((title, place) => ({ title, value: `${place}` })),
})
const card = (body: readonly unknown[], actions: readonly unknown[] = [execute], more: object = {}) => ({
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
  lang: 'en',
  speak: 'News',
  fallbackText: 'News',
  body,
  actions,
  ...more,
})

describe('the check of cards', () => {
  it('lets a good card pass, each time', () => {
    const good = card([words('**Hello** {{x}}'), text, choices('expanded', 'A', 'B')])
    expect([validateCard(good), validateCard(good)]).toEqual([[], []])
  })

  it.each([
    ['no card', { type: 'message' }],
    ['another version', card([words('x')], [], { version: '1.6' })],
    ['no elements', card([])],
    ['an unknown element', card([{ type: 'FactSet', facts: [{ title: 'a', value: '*b*' }] }])],
    ['an unknown property', card([{ ...words('x'), wrap: true }])],
    ['a property of another type', card([{ ...words('x'), separator: 'yes' }])],
    ['text that does not wrap', card([{ type: 'TextBlock', text: 'x' }])],
    ['an empty paragraph', card([{ type: 'RichTextBlock', inlines: [] }])],
    ['mentions', card([words('x')], [], { msteams: { entities: [] } })],
    [
      'a link that is not of the web',
      card([words('x')], [{ type: 'Action.OpenUrl', title: 'x', url: 'http://x.example' }]),
    ],
    ['no fallback', card([words('x')], [{ ...execute, fallback: undefined }])],
    [
      'a fallback that does something else',
      card([words('x')], [{ ...execute, fallback: { ...submit, data: carry({ back: true }) } }]),
    ],
    ['another verb', card([words('x')], [{ ...execute, verb: 'other' }])],
    ['data that is not ours', card([words('x')], [{ ...submit, data: { who: 'chen' } }])],
    [
      'seven actions beside each other',
      card(
        [words('x')],
        Array.from({ length: 7 }, () => execute),
      ),
    ],
    ['two inputs of one name', card([text, text])],
    ['an input without a name', card([{ type: 'Input.Text', label: 'Text' }])],
    ['an input without a label', card([{ type: 'Input.Text', id: 'text' }])],
    ['a required input that does not say so', card([{ ...text, isRequired: true }])],
    ['inputs that nothing sends', card([text], [])],
    ['a choice that begins with no choice', card([{ ...choices('compact', 'A'), value: '7' }])],
    ['two choices of one name to type', card([choices('filtered', 'A', 'A')])],
    ['Markdown where it is obeyed', card([block('**x**')])],
    ['a list where it is obeyed', card([block('1. x')])],
    ['a link where it is obeyed', card([block('see https://x.example')])],
    ['Markdown beside circles', card([choices('expanded', '[a](https://x.example)')])],
    ['a date that is replaced', card([words('{{DATE(2026-03-02T10:00:00Z)}}')])],
    ['a date in a choice', card([choices('compact', '{{TIME(2026-03-02T10:00:00Z)}}')])],
    ['more than a card holds', card([words('网'.repeat(12_100))])],
  ])('finds %s', (_, bad) => {
    expect(validateCard(JSON.parse(JSON.stringify(bad)))).not.toEqual([])
  })

  it('asks the official parser, too', () => {
    const odd = {
      type: 'Input.ChoiceSet',
      id: 'a',
      label: 'A',
      style: 'compact',
      choices: [{ title: 'x', value: 'y' }],
    }
    expect(validateCard(card([{ ...odd, id: '' }]))).not.toEqual([])
    expect(validateCard(card([{ ...odd, isRequired: true, errorMessage: 'x' }]))).toEqual([])
  })
})
