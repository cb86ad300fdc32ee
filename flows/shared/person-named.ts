import type { Choice } from '../../src/chat/form.ts'
import { fold } from '../../src/domain/ticket/suggest/fold.ts'

/** The person whose name or id the words begin with (`to Wang: …`, `王强 …`), and the words after it. */
export const personNamed = (
  words: string,
  people: readonly Choice[],
): { readonly id: string; readonly rest: string } | undefined => {
  const said = words.replace(/^(?:to |给)/i, '')
  const folded = fold(said)
  const named = people
    .flatMap(({ id, label }) => [label, id].map((name) => ({ id, name })))
    .filter(({ name }) => name !== '' && folded.startsWith(fold(name)))
    .sort((one, other) => other.name.length - one.name.length)[0]
  return named && { id: named.id, rest: said.slice(named.name.length).replace(/^[\s:：,，]{1,3}/, '') }
}
