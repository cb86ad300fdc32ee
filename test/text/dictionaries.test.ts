import { describe, expect, it } from 'vitest'
import { zhCN } from '../../adapters/web/client/texts/zh-CN.ts'
import type { Language } from '../../src/domain/people/sides.ts'
import { texts } from '../../src/text/texts.ts'

type Leaf = { readonly path: string; readonly said: string; readonly parameters: number }

/** A parameter that shows up wherever it is used: as a word, a number, a list, a record of words. */
const probe = (index: number): unknown =>
  new Proxy([`{${index}}`], {
    get: (words, key) =>
      key in words || typeof key === 'symbol'
        ? Reflect.get(key === Symbol.toPrimitive ? { [key]: () => `{${index}}` } : words, key)
        : `{${index}}`,
  })

const say = (leaf: (...parameters: unknown[]) => unknown): string =>
  String(leaf(...Array.from({ length: leaf.length }, (_, index) => probe(index))))

/** Every sentence of a dictionary, with its path, each parameter marked by its place. */
const leaves = (node: unknown, path = ''): readonly Leaf[] => {
  if (typeof node === 'string') return [{ path, said: node, parameters: 0 }]
  if (typeof node === 'function') return [{ path, said: say(node as () => unknown), parameters: node.length }]
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, value]) => leaves(value, `${path}.${key}`))
}

/** Refusals take data, not words; they are heard in `refuse.test.ts`. */
const sentences = (language: Language): readonly Leaf[] => leaves({ ...texts(language), refusals: {} })

const english = sentences('en')
const chinese = sentences('zh-CN')
const han = /\p{Script=Han}/u

describe('the dictionaries', () => {
  it('say the same things in both languages', () => {
    expect(chinese.map(({ path }) => path).toSorted()).toEqual(english.map(({ path }) => path).toSorted())
    expect(english.length).toBeGreaterThan(300)
  })

  it('take as many parameters in Chinese as in English', () => {
    const known = new Map(english.map(({ path, parameters }) => [path, parameters]))
    expect(chinese.filter(({ path, parameters }) => known.get(path) !== parameters)).toEqual([])
  })

  it('say nothing empty', () => {
    expect([...english, ...chinese].filter(({ said }) => said.trim() === '').map(({ path }) => path)).toEqual(
      [],
    )
  })

  it('hold no English where Chinese is read: a sentence of several words is never the same in both', () => {
    const said = new Map(english.map((leaf) => [leaf.path, leaf.said]))
    const same = chinese.filter(
      (leaf) => said.get(leaf.path) === leaf.said && /[a-z]+ [a-z]+ [a-z]+/i.test(leaf.said),
    )
    expect(same).toEqual([])
    // The name of a language is written in that language.
    const foreign = english.filter(({ path, said: words }) => han.test(words) && !/language/i.test(path))
    expect(foreign).toEqual([])
  })

  it('keep to British spelling and to the marks of each language', () => {
    const american = /\b\w*(?:iz(?:e|ed|ing|ation)|olor|enter(?!\w))\b|\b(?:canceled|center|license|gray)\b/i
    expect(english.filter(({ said }) => american.test(said)).map(({ said }) => said)).toEqual([])
    expect(english.filter(({ said }) => /'|[，。：；？！]/.test(said)).map(({ said }) => said)).toEqual([])
    expect(
      chinese
        .filter(({ said }) => /\p{Script=Han}[,;:?!.]|[,;:?!.]\p{Script=Han}/u.test(said))
        .map(({ said }) => said),
    ).toEqual([])
  })

  it('set no blank between Chinese and what is not, but for what is typed as a command', () => {
    const spaced = /\p{Script=Han} [{`\w]|[}`\w] \p{Script=Han}/u
    const unquoted = ({ said }: Leaf) => said.replaceAll(/“[^”]*”/g, '“”')
    const page = leaves(zhCN).map(({ said, ...leaf }) => ({
      ...leaf,
      said: said.replaceAll('@Accord ', '@Accord'),
    }))
    expect([...chinese, ...page].map(unquoted).filter((said) => spaced.test(said))).toEqual([])
    expect(page.length).toBeGreaterThan(80)
  })
})
