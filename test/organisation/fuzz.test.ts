import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readOrganisation } from '../../src/organisation/read-organisation.ts'
import { runs } from '../support/length.ts'
import { fileText, minimal } from './support.ts'

const sections = ['suppliers', 'customers', 'people', 'channels', 'duty', 'agreements']

/** What a sentence never says of itself; a name that the file gives to something it does. */
const mishap = /undefined|NaN|\[object/

/** Reads without throwing, and gives either problems, each with its place, or every single entry. */
const readsWholeOrNot = (text: string): void => {
  const read = readOrganisation(text, 'fuzz.yaml')
  if (read.ok) {
    const stated = sections.flatMap((name) => Object.keys(parse(text)?.[name] ?? {}))
    expect(read.value.entries).toHaveLength(stated.length)
    return
  }
  const lines = text.split('\n').length
  expect(read.no.length).toBeGreaterThan(0)
  for (const { line, reason, fix } of read.no) {
    expect(line).toBeGreaterThanOrEqual(1)
    expect(line).toBeLessThanOrEqual(lines)
    if (!mishap.test(text)) expect((reason + fix).replace(/`[^`]*`/g, '')).not.toMatch(mishap)
  }
}

const demo = fileText('manifest/organisation.demo.yaml')
const words = [
  ...[...new Set([...demo.split(/[\s,[\]{}:]+/), ...minimal().split(/[\s,[\]{}:]+/)])].filter(Boolean),
  ...[
    '~',
    '*short',
    '&x',
    '<<',
    '!!int',
    '-1',
    '1e99',
    '2026-02-30',
    '99wd',
    '{',
    '}',
    '[',
    ']',
    ':',
    '-',
    '|',
    "'",
    '"',
  ],
]

describe('readOrganisation', () => {
  it('T76 takes any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), readsWholeOrNot), {
      numRuns: runs(300),
    })
  })

  it('T76 takes any data', () => {
    const data = fc.dictionary(
      fc.constantFrom(...sections, 'calendars', 'other'),
      fc.jsonValue({ maxDepth: 4 }),
    )
    fc.assert(
      fc.property(data, (value) => readsWholeOrNot(JSON.stringify(value))),
      { numRuns: runs(300) },
    )
  })

  it('T76 takes a good file whose words and lines were changed', () => {
    const damage = fc.record({
      at: fc.nat(),
      word: fc.constantFrom(...words),
      how: fc.constantFrom(0, 1, 2, 3),
    })
    fc.assert(
      fc.property(
        fc.constantFrom(demo, minimal()),
        fc.array(damage, { minLength: 1, maxLength: 4 }),
        (text, all) => {
          const damaged = all.reduce((before, { at, word, how }) => {
            const lines = before.split('\n')
            const line = at % lines.length
            const tokens = (lines[line] ?? '').split(/(?<=[\s,[\]{}:])/)
            const token = at % tokens.length
            if (how === 0) lines.splice(line, 1)
            else if (how === 1) lines.splice(line, 0, lines[at % 7] ?? '')
            else tokens.splice(token, how - 1, `${word} `)
            return lines.map((old, index) => (index === line && how > 1 ? tokens.join('') : old)).join('\n')
          }, text)
          readsWholeOrNot(damaged)
        },
      ),
      { numRuns: runs(250) },
    )
  })

  it('T76 survives nesting, circles and alias bombs', () => {
    readsWholeOrNot('['.repeat(20_000) + ']'.repeat(20_000))
    readsWholeOrNot('people: &a { a: *a }')
    readsWholeOrNot('people: &a\n  a: &b { c: *a, d: *b }\n')
    const bomb = Array.from({ length: 20 }, (_, i) => `k${i}: &k${i} [${i ? `*k${i - 1}, *k${i - 1}` : 1}]`)
    readsWholeOrNot(bomb.join('\n'))
  })
})
