import type { Inbound } from '../../../src/chat/inbound.ts'
import type { Account } from '../../../src/domain/people/directory.ts'
import { within } from '../../shared/within.ts'
import { fileRef } from '../inbound/file-ref.ts'
import { filesOf } from '../inbound/files.ts'
import type { SlackFile } from '../inbound/heard.ts'
import type { Calls } from '../wire/calls.ts'
import type { Users } from './users.ts'

/** How long Slack is waited for, ms: a file that it does not tell of in time is kept by its id. */
const fileMs = 1_000

/** A file as Slack tells of it when asked: of another organisation's its event gives no more than the id. */
const createLook =
  (calls: Calls) =>
  async (team: string, file: SlackFile): Promise<SlackFile> => {
    const workspace = file.check ? await calls.in(team) : undefined
    const asked = workspace?.client.files.info({ file: file.id })
    const told = asked && (await within(asked, fileMs).catch(() => undefined))
    return filesOf([told?.file])[0] ?? file
  }

/**
 * What was heard, with what Slack's payload left out: the workspace of people it did not state, which decides who they
 * are, the language and zone of the one who acts, and the files that came along.
 */
export const createComplete =
  (users: Users, calls: Calls, look = createLook(calls)) =>
  async <Heard extends Inbound>(
    inbound: Heard,
    assumed: readonly string[],
    came: readonly SlackFile[] = [],
  ): Promise<Heard> => {
    const { team } = inbound.place
    const home = async (account: Account): Promise<Account> =>
      assumed.includes(account.user) ? { ...account, team: await users.team(team, account.user) } : account
    const author = inbound.kind === 'adopt' ? { author: await home(inbound.author) } : {}
    const [who, locale, files] = await Promise.all([
      home(inbound.who),
      users.locale(team, inbound.who.user),
      Promise.all(came.map((file) => look(team, file))),
    ])
    return {
      ...inbound,
      ...author,
      who,
      ...(locale === undefined ? {} : { locale }),
      ...(files.length === 0 ? {} : { files: files.map(fileRef) }),
    }
  }

/** What completes what was heard. */
export type Complete = ReturnType<typeof createComplete>
