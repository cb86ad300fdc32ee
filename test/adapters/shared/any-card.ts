import * as fc from 'fast-check'
import { type Block, type Button, type Card, card, type Plain } from '../../../src/chat/card.ts'

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
const plain: fc.Arbitrary<Plain> = fc.oneof(
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
const details: fc.Arbitrary<Block> = fc.record(
  {
    type: fc.constant('details'),
    label,
    blocks: fc.array(plain, { maxLength: 8 }),
    buttons: fc.array(button, { maxLength: 14 }),
    open: fc.constant({ flow: 'status', item: 'HX-1' }),
  },
  { requiredKeys: ['type', 'label', 'blocks', 'buttons'] },
)
/** A card of anything that may stand in one. */
export const anyCard = fc.record(
  {
    title: words(400),
    tone: fc.constantFrom('neutral', 'info', 'good', 'warning', 'alarm'),
    blocks: fc.array(plain, { maxLength: 30 }),
    buttons: fc.array(button, { maxLength: 14 }),
    below: fc
      .tuple(fc.array(plain, { maxLength: 4 }), fc.option(details, { nil: undefined }))
      .map(([blocks, folded]) => [...blocks, ...(folded === undefined ? [] : [folded])]),
    summary: words(5_000),
  },
  { requiredKeys: ['title', 'tone', 'blocks', 'buttons', 'summary'] },
) as fc.Arbitrary<Card>

/** What people have written into fields before, and what they call it. */
export const oddTexts = [
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
] as const

const press: Button = { label: 'Open', style: 'normal', press: { flow: 'status', item: 'HX-1', seen: 3 } }

/** A card that has the text wherever a person could write it. */
export const cardOf = (text: string): Card =>
  card({
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
