import type { SlackCall } from '../../../adapters/slack/setup/api.ts'
import type { Account, Directory, Person } from '../../domain/people/directory.ts'
import { type Finding, fix, note, ok } from './finding.ts'
import type { Workspace } from './slack-tokens.ts'

const about = 'people'
const named = 10
const correct = 'Correct the account in the organisation file.'

type User = { readonly deleted?: unknown; readonly is_bot?: unknown; readonly team_id?: unknown }

const checkAccount = async (
  { name }: Person,
  { team, user }: Account,
  workspaces: readonly Workspace[],
  call: SlackCall,
): Promise<Finding | undefined> => {
  const own = workspaces.find((workspace) => workspace.team === team)
  const who = `${name} (${user} of ${team})`
  const [asked = own] = own === undefined ? workspaces : [own]
  if (asked === undefined) return undefined
  const { ok: known, error, body } = await call('users.info', asked.token, { user })
  if (!known && own === undefined)
    return note(
      about,
      `${who} belongs to a workspace where the app is not installed, and is not seen from ${asked.name} (${error}).`,
      'They are reached once they are in a channel that both workspaces share.',
    )
  if (!known) return fix(about, `${who} is not in ${asked.name} (${error}).`, correct)
  const { deleted, is_bot, team_id } = (body.user ?? {}) as User
  if (deleted === true)
    return fix(
      about,
      `${who} is deactivated on Slack: nothing reaches them.`,
      `${correct} Let somebody else have their roles.`,
    )
  if (is_bot === true) return fix(about, `${who} is a bot's account.`, correct)
  if (typeof team_id === 'string' && team_id !== team)
    return fix(
      about,
      `${who} is of workspace ${team_id} for Slack: they are taken for a stranger.`,
      `Write team: ${team_id} in the organisation file.`,
    )
  return undefined
}

/** Looks whether every person's Slack account is there and active, and who has none. */
export const checkSlackPeople = async (
  directory: Directory,
  workspaces: readonly Workspace[],
  call: SlackCall,
): Promise<readonly Finding[]> => {
  const people = Object.values(directory.people)
  const findings: Finding[] = []
  let accounts = 0
  for (const person of people)
    for (const account of person.accounts.filter(({ platform }) => platform === 'slack')) {
      accounts += 1
      const finding = await checkAccount(person, account, workspaces, call)
      if (finding !== undefined) findings.push(finding)
    }
  const without = people.filter((person) => person.accounts.every(({ platform }) => platform !== 'slack'))
  const more = without.length > named ? ` and ${without.length - named} more` : ''
  if (without.length > 0)
    findings.push(
      note(
        about,
        `Without a Slack account: ${without
          .slice(0, named)
          .map(({ name }) => name)
          .join(', ')}${more}.`,
        'Add one in the organisation file to whoever uses Slack.',
      ),
    )
  if (accounts > 0 && !findings.some(({ state }) => state === 'fix'))
    findings.unshift(ok(about, `${accounts} accounts are there and active`))
  return findings
}
