import { describe, expect, it } from 'vitest'
import { restoredNotices } from '../../src/deliver/tell-restored.ts'
import { directoryIn } from '../announce/worlds.ts'
import { hours, monday } from '../ticket/world.ts'

const back = {
  from: monday,
  to: monday + hours,
  items: [
    { item: 'HX-1', was: 9, is: 4 },
    { item: 'HX-2', was: 3, is: 0 },
    { item: 'ZZ-7', was: 5, is: 1 },
    { item: 'directory/others', was: 5, is: 1 },
  ],
  notices: [
    { id: '1', item: 'HX-1' },
    { id: '2', item: 'ZZ-7' },
    { id: '3', item: '' },
  ],
}

describe.each(['en', 'zh-CN'] as const)('T27 what a restored backup took back, in %s', (language) => {
  const directory = directoryIn(language)
  const told = (what: Parameters<typeof restoredNotices>[0]) =>
    restoredNotices(what, directory, monday + 2 * hours)
  const text = (what: Parameters<typeof restoredNotices>[0]) => JSON.stringify(told(what)[0]?.card)

  it('is told to people of the supplier alone, each once', () => {
    const notices = told(back)
    expect(notices.length).toBeGreaterThan(0)
    expect(
      notices.every(({ side, supplier }) => side === 'supplier' && supplier === directory.supplier),
    ).toBe(true)
    const people = notices.map(({ to }) => to.kind === 'person' && directory.people[to.person]?.side)
    expect(new Set(people)).toEqual(new Set(['supplier']))
    expect(new Set(notices.map(({ key }) => key)).size).toBe(notices.length)
  })

  it('names the tickets that went back and are gone, and no other supplier’s', () => {
    const said = text(back)
    for (const ticket of ['HX-1', 'HX-2']) expect(said).toContain(ticket)
    expect(said).not.toContain('ZZ')
    expect(said).not.toMatch(/directory|人员/i)
    expect(text({ ...back, items: [{ item: `directory/${directory.supplier}`, was: 5, is: 1 }] })).not.toBe(
      text({ ...back, items: [] }),
    )
  })

  it('names no more than fifty, and says how many more there are', () => {
    const items = Array.from({ length: 60 }, (_, index) => ({ item: `HX-${index + 1}`, was: 2, is: 1 }))
    const said = text({ ...back, items })
    expect(said).toContain('HX-50')
    expect(said).not.toContain('HX-51')
    expect(said).toMatch(/10 more|10个/)
  })

  it('says so where nobody knows how far it had come', () => {
    const { to: _, ...unknown } = back
    expect(text({ ...unknown, items: [] })).toMatch(/cannot tell|无法得知/)
  })
})
