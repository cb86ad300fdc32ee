import type { Person } from '../../src/domain/people/directory.ts'
import { type Plain, plain } from '../../src/domain/words/plain.ts'

/**
 * The person whose name, id or account words begin with (`to Wang: …`, `王强 …`, `@王强 …`), and the words after it. `id` is absent
 * where two are called so: nobody is guessed.
 */
export type Found = { readonly id?: string; readonly rest: string }

const lead = /^(?:(?:to |[转交]?给 ?)?@?)/
/** A name ends where no word goes on: `listen`, `li-ion`, `li's` and `王芳芳` do not name Li or 王芳. */
const ends = /^(?:$|[\s:,;、。!?()/~…—]|\.(?![\p{L}\p{N}]))/u
const pause = /^[\s:,;、]{0,3}/

const namesOf = ({ id, name, accounts }: Person): readonly string[] =>
  [name, id, ...accounts.map(({ user }) => user)].map((one) => plain(one).text).filter((one) => one !== '')

/** Who of these people words begin with, by the longest name that stands there as words of its own. */
export const personNamed = (words: string, people: readonly Person[]): Found | undefined => {
  const said: Plain = plain(words)
  const start = lead.exec(said.text)?.[0].length ?? 0
  const text = said.text.slice(start)
  const called = people.flatMap((person) =>
    namesOf(person)
      .filter((name) => text.startsWith(name) && ends.test(text.slice(name.length)))
      .map(({ length }) => ({ id: person.id, length })),
  )
  const length = Math.max(0, ...called.map((one) => one.length))
  if (length === 0) return undefined
  const ids = new Set(called.filter((one) => one.length === length).map(({ id }) => id))
  const [id] = ids
  const after = start + length
  const rest = said.from(after + (pause.exec(said.text.slice(after))?.[0].length ?? 0)).trim()
  return { rest, ...(ids.size === 1 && id !== undefined ? { id } : {}) }
}
