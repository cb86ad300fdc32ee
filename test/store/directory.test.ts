import { describe, expect, it } from 'vitest'
import { emptyDirectory } from '../../src/domain/people/evolve-directory.ts'
import { createStore } from '../../src/store/create-store.ts'
import { withPresentState } from '../../src/store/kinds.ts'
import { createPool } from '../../src/store/pool.ts'
import { createSql } from '../../src/store/sql.ts'
import { begins, continues, said } from './samples.ts'
import { only, withStores } from './with-store.ts'

describe('the directory', () => {
  const { one, two } = withStores()
  const named = (name: string) => ({
    ...emptyDirectory,
    suppliers: { accord: { id: 'accord', name, language: 'en', zone: 'Asia/Shanghai' } },
  })
  const organisation = {
    kind: 'directory',
    index: { supplier: 'accord', open: false, status: 'kept' },
  } as const

  it('is empty before any organisation was applied', async () => {
    expect(await one().directory()).toEqual({ seq: 0, directory: emptyDirectory })
  })

  it('is the same object until it moves, then what another process committed', async () => {
    await one().commit([begins('directory', { ...organisation, state: named('Accord') })])
    const first = await one().directory()
    expect(first).toEqual({ seq: 1, directory: named('Accord') })
    expect((await one().directory()).directory).toBe(first.directory)
    const loaded = await only(two(), 'directory')
    await two().commit([continues(loaded, { ...organisation, state: named('Accord Ltd') })])
    expect(await one().directory()).toEqual({ seq: 2, directory: named('Accord Ltd') })
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
