import type { Reader } from '../domain/item/reading.ts'
import type { AskedOverview, Overview } from '../domain/list/overview.ts'
import { asksOf } from './list-sql.ts'
import type { Sql } from './sql.ts'

const asksCustomer = `i.waiting_for && '{consent,answer,downgrade,merge}'`

type Scope = {
  readonly sql: Sql
  readonly reader: Reader
  readonly names: readonly string[]
  readonly own: string
}

type Counted = { readonly customer: string | null } & Omit<Overview, 'customer'>

/**
 * How many there are of each customer: what is open by how it stands, and what a period brought. `own` is the reader's scope,
 * on `$1`; `$2` the kinds, `$3` the one person whose they are.
 */
export const countOverview = async (
  { sql, reader, names, own }: Scope,
  { reporter, from, to, now, soon }: AskedOverview,
): Promise<readonly Overview[]> => {
  const all = `${own} and i.kind = any ($2) and ($3::text is null or i.reporter = $3)`
  const rows = await sql<Counted>(
    `with standing as (
       select i.customer, count(*) as open,
         count(*) filter (where ${asksCustomer}) as customer_next,
         count(*) filter (where i.due_at <= $7 or i.waiting_for @> '{acknowledgement}') as at_risk,
         count(*) filter (where i.due_at <= $6) as overdue,
         count(*) filter (where ${asksOf('$8')}) as "toAcknowledge",
         count(*) filter (where i.assignee is null) as unclaimed
       from items i where ${all} and i.open group by 1
     ), came as (
       select i.customer, count(*) as reported
       from items i where ${all} and i.reported_at >= $4 and i.reported_at < $5 group by 1
     ), went as (
       select i.customer, count(*) as closed, count(*) filter (where not i.missed) as met
       from items i where ${all} and not i.open and i.status = 'closed' and i.ended_at >= $4 and i.ended_at < $5 group by 1
     )
     select customer, coalesce(open, 0) as open, coalesce(customer_next, 0) as "waitingForCustomer",
       coalesce(open - customer_next, 0) as "waitingForSupplier", coalesce(at_risk, 0) as "atRisk",
       coalesce(overdue, 0) as overdue, coalesce("toAcknowledge", 0) as "toAcknowledge", coalesce(unclaimed, 0) as unclaimed,
       coalesce(reported, 0) as reported, coalesce(closed, 0) as closed, coalesce(met, 0) as met
     from standing full join came using (customer) full join went using (customer)
     order by open desc nulls last, customer`,
    [reader.org, names, reporter ?? null, from, to, now, soon, reader.person],
  )
  return rows.map(({ customer, ...counts }) => ({ ...(customer === null ? {} : { customer }), ...counts }))
}
