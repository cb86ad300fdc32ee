import type { WebDirectory } from '../../adapters/web/who.ts'
import { team } from '../../adapters/web/who.ts'
import type { Directory, Person } from '../domain/people/directory.ts'
import { languageOf, zoneOf } from '../domain/people/find.ts'
import { onDuty } from '../domain/people/roster.ts'
import type { Store } from '../store/store.ts'
import { texts } from '../text/texts.ts'

const accountName = ({ accounts }: Person): string | undefined =>
  accounts.find((account) => account.platform === 'web' && account.team === team)?.user

const orgName = ({ suppliers, customers }: Directory, { side, org }: Person): string =>
  (side === 'supplier' ? suppliers : customers)[org]?.name ?? org

const roleWords = (directory: Directory, person: Person): string => {
  const t = texts(languageOf(directory, person))
  return t.common.row(person.roles.map((role) => t.ticket.role(person.side, role)))
}

/** What the web chat knows of people and rooms, read from the directory at every act, so that a change counts at once. */
export const webDirectory = (store: Pick<Store, 'directory'>, now: () => number): WebDirectory => ({
  people: async () => {
    const { directory } = await store.directory()
    const at = now()
    const asked = Object.keys(directory.suppliers).flatMap((id) => onDuty(directory, id, 1, at).slice(0, 1))
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
              org: orgName(directory, person),
              side,
              roles,
              ...(asked.includes(person.id) ? { onDuty: true as const } : {}),
              role: roleWords(directory, person),
              language,
              zone: zoneOf(directory, person),
            },
          ]
    })
  },
  rooms: async (user) => {
    const { directory } = await store.directory()
    const person = Object.values(directory.people).find((one) => accountName(one) === user)
    if (person === undefined) return []
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
      .map(({ conversation, name, side }) => ({ conversation, name, side }))
  },
})
