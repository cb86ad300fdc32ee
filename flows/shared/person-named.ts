import type { Person } from '../../src/domain/people/directory.ts'
import { type Plain, plain } from '../../src/domain/words/plain.ts'

/**
 * The person whose name, id or account words begin with (`to Wang: …`, `王强 …`, `@王强 …`), and the words after it. `id` is absent
 * where two are called so, or two are named: nobody is guessed.
 */
export type Found = { readonly id?: string; readonly rest: string }

const lead = /^(?:(?:to |[转交]?给 ?)?@?)/
/** A name ends where no word goes on: `listen`, `li-ion`, `li's` and `王芳芳` do not name Li or 王芳. */
const ends = /^(?:$|[\s:,;、。!?()/~…—]|\.(?![\p{L}\p{N}]))/u
const pause = /^[\s:,;、]{0,3}/
/** What stands between two who are named, one of whom would have to be guessed. */
const another = /^ ?(?:(?:and|or|和|或|与|及|跟) ?|[、/&+] ?)@?/
/**
 * Names that are words too: `an engineer knows it` and `will look later` name nobody. They do with an `@` before them, or with a
 * sign or nothing behind.
 */
const everyday = new Set(
  'a an and as be can do fan for go he hang her him his if in it just let long may me men my no of on or our ran see she so some sun the they this to us we who will you your'.split(
    ' ',
  ),
)

const namesOf = ({ id, name, latin = '', accounts }: Person): readonly string[] =>
  [name, latin, id, ...accounts.map(({ user }) => user)]
    .map((one) => plain(one).text)
    .filter((one) => one !== '')

/** The longest name that a text begins with, as words of its own, and who of these people have it. */
const calledIn = (text: string, people: readonly Person[]) => {
  const called = people.flatMap((person) =>
    namesOf(person)
      .filter((name) => text.startsWith(name) && ends.test(text.slice(name.length)))
      .map(({ length }) => ({ id: person.id, length })),
  )
  const length = Math.max(0, ...called.map((one) => one.length))
  return { length, ids: new Set(called.filter((one) => one.length === length).map(({ id }) => id)) }
}

/** Who of these people words begin with, by the longest name that stands there as words of its own. */
export const personNamed = (words: string, people: readonly Person[]): Found | undefined => {
  const said: Plain = plain(words)
  const start = lead.exec(said.text)?.[0].length ?? 0
  const text = said.text.slice(start)
  const { ids, length } = calledIn(text, people)
  const next = text.slice(length)
  const isCalled = said.text[start - 1] === '@'
  if (length === 0 || (!isCalled && everyday.has(text.slice(0, length)) && next.startsWith(' ')))
    return undefined
  const [id] = ids
  const joined = another.exec(next)?.[0].length ?? 0
  if (joined > 0 && calledIn(next.slice(joined), people).length > 0) return { rest: words.trim() }
  const after = start + length
  const rest = said.from(after + (pause.exec(said.text.slice(after))?.[0].length ?? 0)).trim()
  return { rest, ...(ids.size === 1 && id !== undefined ? { id } : {}) }
}
