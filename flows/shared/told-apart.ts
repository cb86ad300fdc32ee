import type { Context } from '../../src/chat/flow.ts'
import type { Choice } from '../../src/chat/form.ts'
import type { Directory, Person } from '../../src/domain/people/directory.ts'
import { plain } from '../../src/domain/words/plain.ts'
import { type Texts, texts } from '../../src/text/texts.ts'

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

/**
 * People to choose from, no two of them alike: whoever is called like another is named with their roles, and where these
 * are the same too, with their accounts.
 */
export const toldApart = (
  { directory, language }: Pick<Context, 'directory' | 'language'>,
  choices: readonly Choice[],
): readonly Choice[] => {
  const t = texts(language)
  const added = (told: (person: Person, t: Texts) => readonly string[]) => (all: readonly Choice[]) => {
    const called = namesakes(all)
    return all.map((choice) => {
      const person = personOf(directory, choice)
      const isAlone = called.get(plain(choice.label).text) === 1
      const more = isAlone || person === undefined ? [] : told(person, t)
      return more.length === 0 ? choice : { ...choice, label: t.common.row([choice.label, ...more]) }
    })
  }
  return added(accountsOf)(added(rolesOf)(choices))
}

const personOf = ({ people }: Directory, { id }: Choice): Person | undefined =>
  Object.hasOwn(people, id) ? people[id] : undefined
