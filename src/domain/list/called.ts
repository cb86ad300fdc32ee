import type { Directory, Person } from '../people/directory.ts'
import { plain } from '../words/plain.ts'

/** Who is meant by a name: a person, or a customer with all of its people. */
export type Named = { readonly person: string } | { readonly customer: string }

/** A name that stands in words, how many characters it took, and everybody who is called so. */
export type Called = { readonly taken: number; readonly who: readonly Named[] }

type Name = { readonly text: string; readonly who: Named }

/** Whose names somebody may know: their own organisation's and its partner's, for a supplier all of its customers'. */
const known = ({ people, customers }: Directory, reader: Pick<Person, 'side' | 'org'>): readonly Name[] => {
  const isKnown = ({ side, org }: Pick<Person, 'side' | 'org'>): boolean =>
    reader.side === 'supplier' || side === 'supplier' || org === reader.org
  return [
    ...Object.values(people)
      .filter(isKnown)
      .flatMap(({ id, name }) => [name, id].map((text) => ({ text, who: { person: id } }))),
    ...Object.values(customers)
      .filter(({ id }) => isKnown({ side: 'customer', org: id }))
      .flatMap(({ id, name, key }) => [name, id, key].map((text) => ({ text, who: { customer: id } }))),
  ].map(({ text, who }) => ({ text: plain(text).text, who }))
}

const goesOn = (name: string, rest: string): boolean => /[a-z0-9]$/.test(name) && /^[a-z0-9]/.test(rest)

const keyOf = (who: Named): string => JSON.stringify(who)

const once = (names: readonly Name[]): readonly Named[] => [
  ...new Map(names.map(({ who }) => [keyOf(who), who])).values(),
]

/** Names as one person knows them, for reading many words. */
export const createNames = (directory: Directory, reader: Pick<Person, 'side' | 'org'>) => {
  const names = known(directory, reader).filter(({ text }) => text !== '')
  return {
    /** The longest whole name that plain text begins with. */
    whole: (text: string): Called | undefined => {
      const at = text.startsWith('@') ? 1 : 0
      const found = names.filter(
        (name) => text.startsWith(name.text, at) && !goesOn(name.text, text.slice(at + name.text.length)),
      )
      const taken = Math.max(0, ...found.map((name) => name.text.length))
      if (taken === 0) return undefined
      return { taken: at + taken, who: once(found.filter((name) => name.text.length === taken)) }
    },
    /** Everybody whose name holds this as a word, or begins so where names have no blanks: `王`, `fang`. */
    partly: (word: string): readonly Named[] => {
      const isLatin = /^[a-z0-9'-]+$/.test(word)
      return once(
        names.filter(({ text }) =>
          isLatin ? text.split(/[ .,_-]+/).includes(word) : /\P{ASCII}/u.test(word) && text.startsWith(word),
        ),
      )
    },
  }
}
