import type { Account } from '../domain/people/directory.ts'
import { directoryId } from '../domain/people/tenant.ts'
import type { Directories, Tenant } from './directories.ts'
import { type createDirectoryCache, type Stand, unknown } from './directory-cache.ts'
import { createGather } from './gather.ts'
import type { Sql } from './sql.ts'

const nameOf = ({ platform, team, user }: Account): string => JSON.stringify([platform, team, user])

const byId = `select i.id, i.seq, i.supplier from items i where i.id = any($1)`
const byAccounts = `
select a.platform, a.team, a.usr as "user", i.id, i.seq
from unnest($1::text[], $2::text[], $3::text[]) g(platform, team, usr) join tenant_account a using (platform, team, usr)
join items i on i.id = 'directory/' || a.supplier`
const atPlace = `
select supplier, standing from tenant_place where platform = $1 and team = $2 and conversation = $3
order by standing in ('room', 'proposal') desc, supplier`
const onWorkspace = `
select distinct supplier from (
  select supplier from tenant_account where platform = $1 and team = $2 order by usr limit $3) a order by supplier`
const tenants = 'select supplier, people, customers from tenant order by supplier'

/** The tables `tenant…` and the items they lead to. */
export const createDirectories = (
  sql: Sql,
  present: ReturnType<typeof createDirectoryCache>,
): Directories => {
  const standing = (suppliers: Iterable<string>) =>
    sql<Stand & { readonly supplier: string }>(byId, [[...suppliers].map(directoryId)])
  /** Everybody who asks while others are looked up shares the next look, which begins after they asked. */
  const findAccount = createGather<Account, Stand | undefined>({
    run: async (accounts) => {
      const columns = (['platform', 'team', 'user'] as const).map((part) => accounts.map((one) => one[part]))
      const found = await sql<Account & Stand>(byAccounts, columns)
      const stands = new Map(found.map((stand) => [nameOf(stand), stand]))
      return accounts.map((account) => stands.get(nameOf(account)))
    },
    most: 200,
    isOfOne: () => false,
  })
  return {
    of: async (supplier) => {
      const [stand] = await standing([supplier])
      return stand === undefined ? unknown : present(stand)
    },
    some: async (suppliers) => {
      const wanted = new Set(suppliers)
      const found = wanted.size === 0 ? [] : await standing(wanted)
      return new Map(
        await Promise.all(
          found.map(async (stand) => [stand.supplier, (await present(stand)).directory] as const),
        ),
      )
    },
    whose: async (account) => {
      const stand = await findAccount(account)
      return stand && (await present(stand)).directory
    },
    at: ({ platform, team, conversation }) => sql(atPlace, [platform, team, conversation]),
    on: async ({ platform, team }, most) =>
      (await sql<{ supplier: string }>(onWorkspace, [platform, team, most])).map(({ supplier }) => supplier),
    tenants: () => sql<Tenant>(tenants),
  }
}
