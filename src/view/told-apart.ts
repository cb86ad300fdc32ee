import type { Choice } from '../chat/form.ts'
import type { Reading } from '../chat/reading.ts'
import type { Directory, Person } from '../domain/people/directory.ts'
import { plain } from '../domain/words/plain.ts'
import { type Texts, texts } from '../text/texts.ts'
import { nameOf } from './reading.ts'

const rolesOf = ({ roles, side }: Person, t: Texts): readonly string[] =>
  roles.map((role) => t.ticket.role(side, role))

/** Where a person is known; of one without an account what the organisation file calls them. */
const accountsOf = ({ id, accounts }: Person, t: Texts): readonly string[] =>
  accounts.length === 0
    ? [id]
    : accounts.map(({ platform, user }) => t.common.labelled(t.views.told.platforms[platform], user))

/** How many are called the same, by what they are called. */
const namesakes = (choices: readonly Choice[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const { label } of choices) {
    const { text } = plain(label)
    counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  return counts
}

const added =
  (directory: Directory, t: Texts, told: (person: Person, t: Texts) => readonly string[]) =>
  (choices: readonly Choice[]): readonly Choice[] => {
    const called = namesakes(choices)
    if (called.size === choices.length) return choices
    return choices.map((choice) => {
      const person = personOf(directory, choice)
      const isAlone = called.get(plain(choice.label).text) === 1
      const more = isAlone || person === undefined ? [] : told(person, t)
      return more.length === 0 ? choice : { ...choice, label: t.common.row([choice.label, ...more]) }
    })
  }

/**
 * People to choose from, no two of them alike: whoever is called like another is named with their roles, and where these
 * are the same too, with their accounts.
 */
export const toldApart = (
  { directory, language }: Pick<Reading, 'directory' | 'language'>,
  choices: readonly Choice[],
): readonly Choice[] => {
  const t = texts(language)
  return added(directory, t, accountsOf)(added(directory, t, rolesOf)(choices))
}

const personOf = ({ people }: Directory, { id }: Choice): Person | undefined =>
  Object.hasOwn(people, id) ? people[id] : undefined

/**
 * A supplier's people by name, each told apart from all others there. A customer sees roles alone: accounts are the supplier's
 * affair.
 */
export const supplierNames = (
  { directory, language, audience }: Pick<Reading, 'directory' | 'language' | 'audience'>,
  supplier: string,
): ((person: string) => string) => {
  const people = Object.values(directory.people).filter(
    ({ side, org }) => side === 'supplier' && org === supplier,
  )
  const choices = people.map(({ id }) => ({ id, label: nameOf(directory, id, language) }))
  const told =
    audience === 'supplier'
      ? toldApart({ directory, language }, choices)
      : added(directory, texts(language), rolesOf)(choices)
  const labels = new Map(told.map(({ id, label }) => [id, label]))
  return (person) => labels.get(person) ?? nameOf(directory, person, language)
}
