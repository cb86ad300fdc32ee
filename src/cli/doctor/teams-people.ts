import type { Reference } from '../../chat/references.ts'
import type { Account, Directory, Person } from '../../domain/people/directory.ts'
import type { TeamsApp } from '../../settings/teams-config.ts'
import { type Finding, fix, note, ok } from './finding.ts'

const about = 'people'
const named = 10
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const correct = 'Correct the account in the organisation file.'

const list = (people: readonly Person[]): string => {
  const more = people.length > named ? ` and ${people.length - named} more` : ''
  return `${people
    .slice(0, named)
    .map(({ name }) => name)
    .join(', ')}${more}.`
}

/** What is wrong with how an account is written: Teams names people and tenants by ids in small letters. */
const checkWriting = ({ name }: Person, { team, user }: Account): Finding | undefined => {
  if (!guid.test(team.toLowerCase()))
    return fix(about, `${name}: \`team: ${team}\` is not the id of a tenant.`, correct)
  if (!guid.test(user.toLowerCase()) && !user.startsWith('29:'))
    return fix(
      about,
      `${name}: \`user: ${user}\` is not the id of a person.`,
      'Copy their Object ID from Microsoft Entra ID, Users.',
    )
  if (guid.test(team) && (guid.test(user) || user.startsWith('29:'))) return undefined
  return fix(about, `${name}'s ids have capital letters, as Teams never writes them.`, 'Write them small.')
}

const checkAccount = (
  person: Person,
  account: Account,
  { app, references }: { readonly app: TeamsApp | undefined; readonly references: readonly Reference[] },
): Finding | 'unmet' | undefined => {
  const { name } = person
  const written = checkWriting(person, account)
  if (written !== undefined) return written
  const own = references.filter(
    ({ kind, team, user }) => kind === 'personal' && team === account.team && user === account.user,
  )
  const dead = own.find((reference) => reference.dead !== undefined)?.dead
  if (own.some((reference) => reference.dead === undefined)) return undefined
  if (dead !== undefined)
    return fix(
      about,
      `${name} cannot be written to on Teams: ${dead}.`,
      'Ask them to add the app again and to write to it once, or let somebody else have their roles.',
    )
  if (app?.tenant !== undefined && app.tenant !== account.team)
    return note(
      about,
      `${name} is of another tenant than TEAMS_TENANT_ID: they are heard in channels that both share, and not written to alone.`,
    )
  return 'unmet'
}

/** Looks whether every person's Teams account is written right and can be written to, and who has none. */
export const checkTeamsPeople = (
  directory: Directory,
  known: { readonly app: TeamsApp | undefined; readonly references: readonly Reference[] },
): readonly Finding[] => {
  const people = Object.values(directory.people)
  const looked = people.flatMap((person) =>
    person.accounts
      .filter(({ platform }) => platform === 'teams')
      .map((account) => ({ person, found: checkAccount(person, account, known) })),
  )
  const findings = looked.map(({ found }) => found).filter((found) => typeof found === 'object')
  const unmet = looked.filter(({ found }) => found === 'unmet').map(({ person }) => person)
  const without = people.filter((person) => person.accounts.every(({ platform }) => platform !== 'teams'))
  return [
    ...(looked.length > 0 && findings.every(({ state }) => state !== 'fix')
      ? [ok(about, `${looked.length} accounts on Teams, ${looked.length - unmet.length} of them met`)]
      : []),
    ...findings,
    ...(unmet.length > 0
      ? [
          note(
            about,
            `Not met on Teams yet: ${list(unmet)}`,
            'The bot reaches them alone once they added the app; let an administrator of the tenant add it for them.',
          ),
        ]
      : []),
    ...(without.length > 0
      ? [
          note(
            about,
            `Without a Teams account: ${list(without)}`,
            'Add one in the organisation file to whoever uses Teams.',
          ),
        ]
      : []),
  ]
}
