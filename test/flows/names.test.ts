import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { flows } from '../../flows/index.ts'
import { formerNames, presentName } from '../../src/chat/former-names.ts'
import { texts } from '../../src/text/texts.ts'
import { type ButtonName, button } from '../../src/view/buttons.ts'

const root = join(import.meta.dirname, '../../flows')
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.ts') && !name.startsWith('shared') && name !== 'index.ts',
)
const names = flows.map(({ name }) => name)

/** A report that came another way is a report: who logs it says for whom. */
const orders: { readonly [flow: string]: string } = { log: 'report' }
/** Said by its name alone, a language is asked for: both stand with the flow they end in. */
const standsIn: { readonly [flow: string]: string } = {
  english: 'prefer_language',
  chinese: 'prefer_language',
  end_quiet: 'keep_quiet',
}

const wordOf = (file: string): string => basename(file, '.ts').replaceAll('-', '_')

describe('one word from button to log', () => {
  it('names each file after its flow', () => {
    expect(files.map(wordOf).toSorted()).toEqual(names.filter((name) => !(name in standsIn)).toSorted())
  })

  it.each(files)('orders what it is called, in flows/%s', (file) => {
    const text = readFileSync(join(root, file), 'utf8')
    const ordered = [...text.matchAll(/(?:\bdo: |linkAnswer\()'[a-z]+\.([a-z_]+)'/g)].map(([, word]) => word)
    const word = wordOf(file)
    if (ordered.length > 0) expect(ordered).toContain(orders[word] ?? word)
  })

  it('names each button after the flow it opens, and the choice it makes there', () => {
    const t = texts('en')
    for (const name of Object.keys(t.buttons) as ButtonName[]) {
      const { flow } = button({ t }, { item: 'HX-1', seen: 1 }, name).press
      expect(names).toContain(flow)
      expect(`${name}_`).toMatch(new RegExp(`^${flow}_`))
    }
  })

  it('gives a former name to no other flow', () => {
    for (const [former, present] of Object.entries(formerNames)) {
      expect(names).not.toContain(former)
      expect(names).toContain(present)
      expect(presentName(former)).toBe(present)
    }
  })
})
