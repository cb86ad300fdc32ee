import { describe, expect, it } from 'vitest'
import type { Supplier } from '../../src/domain/people/directory.ts'
import type { DirectoryEvent } from '../../src/domain/people/directory-event.ts'
import { emptyDirectory, evolveDirectory } from '../../src/domain/people/evolve-directory.ts'
import { directoryId } from '../../src/domain/people/tenant.ts'
import { createStore } from '../../src/store/create-store.ts'
import { withPresentState } from '../../src/store/kinds.ts'
import { createPool } from '../../src/store/pool.ts'
import { createSql } from '../../src/store/sql.ts'
import { begins, continues, said, t0 } from './samples.ts'
import { only, withStores } from './with-store.ts'

const named = (name: string): Supplier => ({ id: 'accord', name, language: 'en', zone: 'Asia/Shanghai' })
const organisation = {
  kind: 'directory',
  version: 3,
  index: { supplier: 'accord', open: false, status: 'kept' },
} as const
const set = (name: string): DirectoryEvent => ({
  type: 'directory.set',
  entry: { kind: 'supplier', value: named(name) },
  at: t0,
  by: { kind: 'operator' },
})
const directory = (name: string) => evolveDirectory(emptyDirectory, set(name))

describe('a directory', () => {
  const { one, two } = withStores()

  it('is empty before any organisation was applied', async () => {
    expect(await one().directories.of('accord')).toMatchObject({ seq: 0, directory: emptyDirectory })
    expect(await one().directories.some(['accord'])).toEqual(new Map())
  })

  it('is the same object until it moves, then what another process committed', async () => {
    const events = [set('Accord')]
    const id = directoryId('accord')
    await one().commit([begins(id, { ...organisation, events, state: directory('Accord') })])
    const first = await one().directories.of('accord')
    expect(first).toMatchObject({ seq: 1, directory: directory('Accord') })
    expect((await one().directories.of('accord')).directory).toBe(first.directory)
    const loaded = await only(two(), id)
    const change = { ...organisation, events: [set('Accord Ltd')], state: directory('Accord Ltd') }
    await two().commit([continues(loaded, change)])
    const second = await one().directories.of('accord')
    expect(second).toMatchObject({ seq: 2, directory: directory('Accord Ltd') })
    expect(second.head).toBe((await only(two(), id)).head)
  })

  it('is never due and never missed by the auditor', async () => {
    expect(await one().due.missing(10)).toEqual([])
  })
})

const evolve = (state: unknown, event: object) => `${state ?? ''}${'text' in event ? event.text : ''}`

describe('a snapshot of an older version', () => {
  const { one, url } = withStores()

  it('is rebuilt from its events up to its seq, wherever it is read', async () => {
    await one().commit([begins('K-1', { events: [said('a'), said('b')], state: 'old' }), begins('K-2')])
    const store = await createStore({ url: url(), kinds: { ticket: { version: 2, evolve } } })
    expect(
      (await store.load(['K-1', 'K-2'])).map(({ id, version, state }) => [id, version, state]).toSorted(),
    ).toEqual([
      ['K-1', 2, 'ab'],
      ['K-2', 2, 'report of K-2'],
    ])
    const scoped = store.as({ person: 'zhao', side: 'customer', org: 'huaxin' })
    expect(await scoped.item('K-1')).toMatchObject({ version: 2, state: 'ab' })
    expect((await scoped.list({ list: 'open' })).map(({ state }) => state)).toEqual(['ab', 'report of K-2'])
    await store.close()
  })

  it('holds nothing that was committed after it was read', async () => {
    await one().commit([begins('K-3', { events: [said('a'), said('b')] })])
    const pool = createPool({ url: url() })
    const read = { id: 'K-3', kind: 'ticket', seq: 1, version: 1, state: 'old' }
    const kinds = { ticket: { version: 2, evolve } }
    expect(await withPresentState(kinds, createSql(pool), [read])).toEqual([
      { ...read, version: 2, state: 'a' },
    ])
    await pool.end()
  })
})
