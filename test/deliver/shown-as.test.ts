import { describe, expect, it } from 'vitest'
import { type Block, type Card, card } from '../../src/chat/card.ts'
import { shownAs } from '../../src/deliver/shown-as.ts'

const button = {
  label: 'Take it',
  style: 'normal',
  press: { flow: 'claim', item: 'HX-1', choice: 'a' },
} as const

/** Every part of a card that somebody sees, once. */
const blocks: readonly Block[] = [
  { type: 'text', text: 'words' },
  { type: 'note', text: 'small print' },
  { type: 'quote', text: 'said', by: 'Zhao', files: [{ label: 'a.png', link: 'https://files.example/a' }] },
  { type: 'facts', facts: [{ label: 'Status', value: 'new' }] },
  { type: 'table', columns: ['Number'], rows: [{ cells: ['HX-1'], button }] },
  { type: 'divider' },
  { type: 'bar', label: 'Response', text: '', state: 'running', budget: 9, used: 1, asOf: 2, dueAt: 11 },
]
const below: readonly Block[] = [
  {
    type: 'details',
    label: 'Details',
    blocks: [{ type: 'note', text: 'folded' }],
    buttons: [button],
    open: { flow: 'status', item: 'HX-1' },
  },
]
const whole: Card = card({
  title: 'HX-1',
  tone: 'info',
  summary: 'HX-1 is new',
  blocks,
  buttons: [button],
  below,
})

type Json = string | number | boolean | null | { readonly [key: string]: Json } | readonly Json[]

/** The same data with one value changed, for each value in it, under the path to that value. */
const changed = (value: Json, path = ''): readonly (readonly [string, Json])[] => {
  if (typeof value === 'string') return [[path, `${value}!`]]
  if (typeof value === 'number') return [[path, value + 1]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) =>
    changed(part, `${path}/${key}`).map(([at, other]) => {
      const copy: Json = Array.isArray(value)
        ? value.map((one, place) => (String(place) === key ? other : one))
        : { ...value, [key]: other }
      return [at, copy] as const
    }),
  )
}

describe('what tells two drawings of a card apart', () => {
  const plain: Json = JSON.parse(JSON.stringify(whole))
  const variants = changed(plain).map(([path, other]) => [path, other as unknown as Card] as const)
  /** What passes by itself, and what nobody sees. */
  const passing = ['/blocks/6/text', '/blocks/6/used', '/blocks/6/asOf', '/blocks/6/state']

  it.each(variants.filter(([path]) => !/\/type$/.test(path) && !passing.includes(path)))(
    'is %s',
    (_, other) => {
      expect(shownAs(other)).not.toBe(shownAs(whole))
    },
  )

  it.each(variants.filter(([path]) => passing.includes(path)))('is not %s', (_, other) => {
    expect(shownAs(other)).toBe(shownAs(whole))
  })

  it('is neither the order of its fields nor the seq a button was drawn at, but that a target was missed', () => {
    const sorted = Object.fromEntries(Object.entries(whole).reverse()) as unknown as Card
    expect(shownAs(sorted)).toBe(shownAs(whole))
    const seen = { ...whole, buttons: [{ ...button, press: { ...button.press, seen: 7 } }] }
    expect(shownAs(seen)).toBe(shownAs(whole))
    const bar = { ...blocks[6], state: 'breached' } as Block
    expect(shownAs({ ...whole, blocks: [...blocks.slice(0, 6), bar] })).not.toBe(shownAs(whole))
  })
})
