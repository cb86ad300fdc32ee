import pg from 'pg'
import type { Person } from '../../src/domain/people/directory.ts'
import { directoryId } from '../../src/domain/people/tenant.ts'
import type { Entry } from '../../src/domain/people/wish.ts'
import { createStore } from '../../src/store/create-store.ts'
import type { Store } from '../../src/store/store.ts'
import { kinds } from '../../src/work/kinds.ts'
import { createOrder } from '../../src/work/order.ts'
import { organisation } from './tickets.ts'

const customersEach = 5
const zone = 'Asia/Shanghai'

/** The account of somebody of a supplier of the bench. */
export const accountOf = (supplier: number, person: string) =>
  ({ platform: 'web', team: 'local', user: `s${supplier}-${person}` }) as const

const personOf = (supplier: number, id: string, parts: Pick<Person, 'side' | 'org' | 'roles'>): Entry => ({
  kind: 'person',
  value: {
    ...{ id: `s${supplier}-${id}`, name: `Person ${id}`, language: 'en', zone, ...parts },
    accounts: [accountOf(supplier, id)],
  },
})

/** A supplier with five customers, and so many people altogether; everybody under the terms of the demo. */
export const supplierOf = async (n: number, people: number): Promise<readonly Entry[]> => {
  const terms = (await organisation()).find(({ kind }) => kind === 'agreement')
  if (terms?.kind !== 'agreement') throw new Error('the demo has an agreement')
  const supplier = `s${n}`
  const customers = Array.from({ length: customersEach }, (_, c) => `s${n}-c${c}`)
  return [
    { kind: 'supplier', value: { id: supplier, name: supplier, language: 'en', zone } },
    ...customers.flatMap((id, c): readonly Entry[] => [
      { kind: 'customer', value: { id, name: id, key: `S${n}C${c}`, supplier, language: 'en', zone } },
      { kind: 'agreement', value: { ...terms.value, id: `${id}-terms`, supplier, customer: id } },
    ]),
    personOf(n, 'engineer', { side: 'supplier', org: supplier, roles: ['engineer', 'administrator'] }),
    ...Array.from({ length: people - 1 }, (_, p) =>
      personOf(n, `p${p}`, {
        side: 'customer',
        org: customers[p % customersEach] ?? '',
        roles: p < customersEach ? ['contact'] : ['reporter'],
      }),
    ),
  ]
}

/** A database of its own on that server, with suppliers 0 to `count` − 1 of so many people each, and a store on it. */
export const startWorld = async (
  server: string,
  name: string,
  peopleOf: readonly number[],
): Promise<{ readonly store: Store; readonly url: string }> => {
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  await admin.query(`create database ${name}`)
  await admin.end()
  const url = new URL(server)
  const host = url.searchParams.get('host')
  url.pathname = name
  if (host !== null) url.searchParams.set('host', host)
  const store = await createStore({ url: url.href, kinds })
  const order = createOrder({ store, kinds, now: Date.now, committed: () => {} })
  for (const [n, people] of peopleOf.entries()) {
    const wish = { do: 'directory.apply', entries: await supplierOf(n, people) } as const
    const applied = await order([{ item: directoryId(`s${n}`), wish }], { kind: 'operator' })
    if (!applied.ok) throw new Error(applied.no.code)
  }
  const analyse = new pg.Client({ connectionString: url.href })
  await analyse.connect()
  await analyse.query('vacuum analyze')
  await analyse.end()
  return { store, url: url.href }
}
