import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { valuesShape } from '../../../adapters/web/form.ts'
import { render } from '../../../adapters/web/render.ts'
import { card } from '../../../src/chat/card.ts'
import { clean, lengthOf } from '../../../src/text/clean.ts'

describe('text', () => {
  it('T41 loses NUL and half characters, and nothing else', () => {
    expect(clean('a\0b\ud800c\udc00d')).toBe('abcd')
    expect(clean('𠀀 👩‍💻 \u202eevil\u202c \u200f')).toBe('𠀀 👩‍💻 \u202eevil\u202c \u200f')
    expect(clean('one\r\ntwo\rthree')).toBe('one\ntwo\nthree')
  })

  it('T41 is always text a database can hold', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.nat({ max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
        (text) => {
          const kept = clean(text)
          expect(Buffer.from(kept).toString()).toBe(kept)
          expect(kept).not.toContain('\0')
          expect(clean(kept)).toBe(kept)
        },
      ),
    )
  })

  it('is counted as people count it', () => {
    expect(lengthOf('𠀀好a')).toBe(3)
  })

  it('of a card is cleaned wherever it stands', () => {
    const drawn = render({
      card: card({
        summary: 's\0',
        blocks: [
          { type: 'facts', facts: [{ label: 'l\0', value: '\ud800v' }] },
          { type: 'table', columns: ['c\0'], rows: [{ cells: ['\0x'] }] },
        ],
      }),
    })
    expect(JSON.stringify(drawn)).not.toMatch(/\\u0000|\\ud800/)
    expect(drawn.blocks).toHaveLength(2)
  })
})

describe('form values', () => {
  it('are cleaned and trimmed; an empty one is absent', () => {
    expect(valuesShape.parse({ reason: ' it \0fails\r\n', room: '  ' })).toEqual({ reason: 'it fails' })
  })

  it('T40 leave no trace of a prototype', () => {
    const values = valuesShape.parse(JSON.parse('{"__proto__":{"is":"admin"},"reason":"x"}'))
    expect(Object.entries(values)).toEqual([['reason', 'x']])
    expect(Object.getPrototypeOf(values)).toBe(Object.prototype)
  })

  it.each([
    ['too long', { reason: 'x'.repeat(8_001) }],
    ['named in another way', { 'reason[]': 'x' }],
    ['not text', { reason: { deep: 'x' } }],
    ['too many', Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`f${index}`, 'x']))],
  ])('T40 are refused when %s', (_, values) => {
    expect(valuesShape.safeParse(values).success).toBe(false)
  })
})
