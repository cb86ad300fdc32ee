import type { Installation, Installations } from '../chat/installations.ts'
import type { Sql } from './sql.ts'
import { createTokenBox } from './token-box.ts'
import type { TokenKeys } from './token-keys.ts'

const platform = 'slack'

const columns = `team, enterprise, token, bot_id as "botId", bot_user as "botUser", scopes, installed_at as "installedAt"`
const find = `select ${columns} from installation where platform = $1 and team = $2`
const all = `select ${columns} from installation where platform = $1 order by installed_at, team`
const save = `
insert into installation (platform, team, enterprise, token, bot_id, bot_user, scopes, installed_at)
values ($1, $2, $3, $4, $5, $6, $7, $8)
on conflict (platform, team) do update set
  enterprise = excluded.enterprise, token = excluded.token, bot_id = excluded.bot_id, bot_user = excluded.bot_user,
  scopes = excluded.scopes, installed_at = excluded.installed_at`
const remove = 'delete from installation where platform = $1 and team = $2'
/** Only what was read is replaced: an installation made meanwhile stands. */
const sealAgain = 'update installation set token = $4 where platform = $1 and team = $2 and token = $3'

type Row = Omit<Installation, 'platform' | 'enterprise' | 'botToken'> & {
  readonly enterprise: string | null
  readonly token: string
}

/**
 * The workspaces of Slack the bot was installed in by OAuth. Their tokens are encrypted with the first of `keys`; one that
 * is met under an older key is encrypted anew, so that the old key can be taken out of the ring.
 */
export const createInstallations = (sql: Sql, keys: TokenKeys): Installations => {
  const box = createTokenBox(keys)
  const opened = async ({ token: sealed, enterprise, ...row }: Row): Promise<Installation> => {
    const owner = { platform, team: row.team }
    const { token, old } = box.open(owner, sealed)
    if (old) await sql(sealAgain, [platform, row.team, sealed, box.seal(owner, token)])
    return { platform, ...row, ...(enterprise === null ? {} : { enterprise }), botToken: token }
  }
  return {
    find: async (team) => {
      const [row] = await sql<Row>(find, [platform, team])
      return row && opened(row)
    },
    all: async () => Promise.all((await sql<Row>(all, [platform])).map(opened)),
    save: async ({ team, enterprise = null, botToken, botId, botUser, scopes, installedAt }) => {
      const token = box.seal({ platform, team }, botToken)
      await sql(save, [platform, team, enterprise, token, botId, botUser, scopes, installedAt])
    },
    remove: async (team) => {
      await sql(remove, [platform, team])
    },
  }
}
