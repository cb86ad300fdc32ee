import type { WebDirectory, WebPerson } from '../../adapters/web/who.ts'
import { accountOf, team } from '../../adapters/web/who.ts'
import type { Directory, Person } from '../domain/people/directory.ts'
import { languageOf, personByAccount, zoneOf } from '../domain/people/find.ts'
import { onDuty } from '../domain/people/roster.ts'
import type { Store } from '../store/store.ts'
import { inTheirWords } from '../text/in-their-words.ts'
import { texts } from '../text/texts.ts'
import { orgName } from '../view/org-name.ts'

/** So many are offered to sign in as: the list is for a demo, and a page is only so long. */
const mostListed = 500

/** What somebody is called on the web chat. */
export const accountName = ({ accounts }: Person): string | undefined =>
  accounts.find((account) => account.platform === 'web' && account.team === team)?.user

const roleWords = (directory: Directory, person: Person): string => {
  const t = texts(languageOf(directory, person))
  return t.common.row(person.roles.map((role) => t.ticket.role(person.side, role)))
}

const listed = (directory: Directory, at: number): readonly WebPerson[] => {
  const [asked] = onDuty(directory, directory.supplier, 1, at)
  return Object.values(directory.people).flatMap((person) => {
    const id = accountName(person)
    const { name, side, roles } = person
    const language = languageOf(directory, person)
    return id === undefined
      ? []
      : [
          {
            id,
            name,
            org: orgName(directory, person.org, language),
            side,
            roles,
            ...(asked === person.id ? { onDuty: true as const } : {}),
            role: roleWords(directory, person),
            language,
            zone: zoneOf(directory, person),
          },
        ]
  })
}

/** The directories of those who are offered to sign in as. */
export const listedDirectories = async ({ on, some }: Pick<Store['directories'], 'on' | 'some'>) =>
  some(await on({ platform: 'web', team }, mostListed))

/** What the web chat knows of people and rooms, read from their directory at every act, so that a change counts at once. */
export const webDirectory = (
  { directories }: Pick<Store, 'directories'>,
  now: () => number,
): WebDirectory => ({
  knows: async (user) => (await directories.whose(accountOf(user))) !== undefined,
  people: async () => {
    const known = await listedDirectories(directories)
    const at = now()
    return [...known.values()].flatMap((directory) => listed(directory, at)).slice(0, mostListed)
  },
  rooms: async (user) => {
    const directory = await directories.whose(accountOf(user))
    const person = directory && personByAccount(directory, accountOf(user))
    if (directory === undefined || person === undefined) return []
    const language = languageOf(directory, person)
    return Object.values(directory.rooms)
      .filter(({ platform, side, org }) => {
        if (platform !== 'web') return false
        if (side === person.side) return org === person.org
        // The supplier's people are at home in the rooms of the customers they serve.
        return (
          side === 'customer' &&
          directory.customers[org]?.supplier === person.org &&
          person.side === 'supplier'
        )
      })
      .map(({ conversation, name, side }) => ({ conversation, name: inTheirWords(name, language), side }))
  },
})
