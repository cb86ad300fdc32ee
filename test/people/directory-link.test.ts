import { describe, expect, it } from 'vitest'
import type { Actor } from '../../src/domain/item/item.ts'
import type { Conversation, Customer, Directory, Person, Room } from '../../src/domain/people/directory.ts'
import { directoryItem } from '../../src/domain/people/directory-item.ts'
import { emptyDirectory } from '../../src/domain/people/evolve-directory.ts'
import { isClosed, proposalAt, roomAt } from '../../src/domain/people/find.ts'
import type { DirectoryWish, Entry } from '../../src/domain/people/wish.ts'

const zone = 'Asia/Shanghai'
const supplier = (id: string) => ({ id, name: id, language: 'en', zone }) as const
const customer = (id: string, of: string): Customer => ({
  ...{ id, name: `${id} Ltd`, key: id.slice(0, 2).toUpperCase(), supplier: of, language: 'en', zone },
})
const person = (
  id: string,
  side: Person['side'],
  org: string,
  roles: Person['roles'],
  platform: 'slack' | 'web' = 'slack',
): Person => ({
  ...{ id, name: id, side, org, roles, language: 'en', zone },
  accounts: [{ platform, team: 'T1', user: id }],
})
const stated: Room = {
  ...{ id: 'help', name: 'help', side: 'customer', org: 'huaxin', platform: 'slack', team: 'T1' },
  conversation: 'C-stated',
}
const people = [
  person('li', 'supplier', 'yunheng', ['engineer']),
  person('chen', 'supplier', 'yunheng', ['administrator']),
  person('wu', 'supplier', 'yunheng', ['administrator']),
  person('rival', 'supplier', 'other', ['administrator']),
  person('zhao', 'customer', 'huaxin', ['reporter']),
  person('sun', 'customer', 'huaxin', ['contact']),
  person('oliver', 'customer', 'bluebird', ['contact']),
  person('ada', 'customer', 'webonly', ['contact'], 'web'),
  person('max', 'customer', 'theirs', ['contact']),
]
const entries: readonly Entry[] = [
  ...['yunheng', 'other'].map((id): Entry => ({ kind: 'supplier', value: supplier(id) })),
  ...['huaxin', 'bluebird', 'webonly'].map(
    (id): Entry => ({ kind: 'customer', value: customer(id, 'yunheng') }),
  ),
  { kind: 'customer', value: customer('theirs', 'other') },
  ...people.map((value): Entry => ({ kind: 'person', value })),
  { kind: 'room', value: stated },
]

const as = (id: string): Actor => {
  const found = people.find((one) => one.id === id)
  if (found === undefined) throw new Error(`nobody is called ${id}`)
  return { kind: 'person', id, side: found.side, org: found.org }
}
const place: Conversation = { platform: 'slack', team: 'T1', conversation: 'C1' }

const decided = (state: Directory, by: Actor, wish: DirectoryWish) =>
  directoryItem.decide(state, { ...wish, at: 7, by }, { directory: state })

/** What somebody is refused with. */
const refusal = (state: Directory, who: string, wish: DirectoryWish) => {
  const decision = decided(state, as(who), wish)
  if (decision.ok) throw new Error(`it was not refused: ${JSON.stringify(decision.value)}`)
  return decision.no
}

/** The directory after somebody did this. */
const becomes = (state: Directory, by: string | Actor, wish: DirectoryWish): Directory => {
  const decision = decided(state, typeof by === 'string' ? as(by) : by, wish)
  if (!decision.ok) throw new Error(decision.no.code)
  return decision.value.reduce<Directory>(directoryItem.evolve, state)
}
const applied = (state: Directory, stating: readonly Entry[]) =>
  becomes(state, { kind: 'operator' }, { do: 'directory.apply', entries: stating })

const known = applied(emptyDirectory, entries)
const link = (org: string, where = place): DirectoryWish => ({ do: 'directory.link', place: where, org })
const confirm = (org: string, where = place): DirectoryWish => ({
  do: 'directory.confirm_link',
  place: where,
  org,
})
const refuse = (org: string): DirectoryWish => ({ do: 'directory.refuse_link', place, org })
const unlink: DirectoryWish = { do: 'directory.unlink', place }
const here = (state: Directory) => roomAt(state, 'slack', 'T1', 'C1')

const proposed = becomes(known, 'chen', link('huaxin'))
const linked = becomes(proposed, 'sun', confirm('huaxin'))

describe('a proposal to link', () => {
  it('leaves the conversation unknown, and says who proposed what and when', () => {
    expect(here(proposed)).toBeUndefined()
    expect(proposalAt(proposed, place)).toEqual({
      id: 'slack/T1/C1',
      name: 'huaxin Ltd',
      side: 'customer',
      org: 'huaxin',
      ...place,
      linked: { by: 'chen', at: 7 },
    })
  })

  it('is made by an administrator of the supplier only, for a customer of theirs only', () => {
    for (const who of ['li', 'zhao', 'sun'])
      expect(refusal(known, who, link('huaxin'))).toEqual({ code: 'link_administrators_only' })
    expect(refusal(known, 'rival', link('huaxin'))).toEqual({ code: 'link_no_customer' })
    expect(refusal(known, 'chen', link('theirs'))).toEqual({ code: 'link_no_customer' })
    expect(refusal(known, 'chen', link('constructor'))).toEqual({ code: 'link_no_customer' })
  })

  it('T47 counts what the directory says of who acts, not what they claim', () => {
    const forged: readonly Actor[] = [
      { kind: 'person', id: 'zhao', side: 'supplier', org: 'yunheng' },
      { kind: 'person', id: 'nobody', side: 'supplier', org: 'yunheng' },
      { kind: 'bot' },
      { kind: 'operator' },
    ]
    for (const by of forged) expect(decided(known, by, link('huaxin')).ok, JSON.stringify(by)).toBe(false)
  })

  it('is not made where nobody could confirm it', () => {
    expect(refusal(known, 'chen', link('webonly'))).toEqual({ code: 'link_no_contact', org: 'webonly' })
  })

  it('gives way to the next one of the same supplier, and to none of another', () => {
    const second = becomes(proposed, 'wu', link('bluebird'))
    expect(Object.values(second.proposals)).toMatchObject([{ org: 'bluebird', linked: { by: 'wu' } }])
    expect(refusal(second, 'sun', confirm('huaxin'))).toEqual({ code: 'link_not_proposed' })
    expect(refusal(proposed, 'rival', link('theirs'))).toEqual({ code: 'link_of_others' })
  })

  it('can be made again when its question went by', () => {
    expect(decided(proposed, as('chen'), link('huaxin'))).toMatchObject({
      value: [{ type: 'directory.link_proposed' }],
    })
  })

  it('is not made for a conversation that is a room, and does not say whose when it is another supplier’s', () => {
    const at = { ...place, conversation: 'C-stated' }
    expect(refusal(known, 'chen', link('bluebird', at))).toEqual({ code: 'link_exists', org: 'huaxin' })
    expect(refusal(known, 'rival', link('theirs', at))).toEqual({ code: 'link_of_others' })
  })
})

describe('the customer’s answer', () => {
  it('makes it a room when a contact of that customer confirms, and names them', () => {
    expect(here(linked)).toMatchObject({
      org: 'huaxin',
      linked: { by: 'chen', at: 7, confirmedBy: 'sun', confirmedAt: 7 },
    })
    expect(linked.proposals).toEqual({})
  })

  it('T50 T51 counts from nobody else: not another customer, not a reporter, not the supplier', () => {
    for (const answer of [confirm('huaxin'), refuse('huaxin')])
      for (const who of ['oliver', 'max', 'zhao', 'chen', 'li'])
        expect(refusal(proposed, who, answer), who).toEqual({ code: 'link_contacts_only', org: 'huaxin' })
    expect(refusal(proposed, 'oliver', confirm('bluebird'))).toEqual({ code: 'link_not_proposed' })
    expect(decided(proposed, { kind: 'bot' }, confirm('huaxin')).ok).toBe(false)
  })

  it('T55 counts no more once they are no contact', () => {
    const removed = applied(
      proposed,
      entries.map((entry) =>
        entry.kind === 'person' && entry.value.id === 'sun'
          ? { kind: 'person', value: { ...entry.value, roles: ['reporter'] } }
          : entry,
      ),
    )
    expect(refusal(removed, 'sun', confirm('huaxin'))).toMatchObject({ code: 'link_contacts_only' })
  })

  it('leaves it unknown when they refuse, and a second answer finds nothing', () => {
    const refused = becomes(proposed, 'sun', refuse('huaxin'))
    expect(here(refused)).toBeUndefined()
    expect(refusal(refused, 'sun', confirm('huaxin'))).toEqual({ code: 'link_not_proposed' })
    expect(refusal(linked, 'sun', confirm('huaxin'))).toEqual({ code: 'link_exists', org: 'huaxin' })
    expect(refusal(linked, 'oliver', confirm('huaxin'))).toEqual({ code: 'link_not_proposed' })
  })
})

describe('a supplier’s own room', () => {
  it('needs no customer', () => {
    const own = becomes(proposed, 'wu', link('yunheng'))
    expect(here(own)).toMatchObject({ side: 'supplier', org: 'yunheng', linked: { by: 'wu' } })
    expect(own.proposals).toEqual({})
    expect(refusal(known, 'rival', link('yunheng'))).toEqual({ code: 'link_no_customer' })
  })
})

describe('unlinking', () => {
  it('takes a room or a proposal back, by any administrator of the supplier', () => {
    const gone = becomes(linked, 'wu', unlink)
    expect(here(gone)).toBeUndefined()
    expect(isClosed(gone, place)).toBe(true)
    expect(becomes(proposed, 'wu', unlink)).toEqual(known)
    expect(here(becomes(becomes(gone, 'chen', link('huaxin')), 'sun', confirm('huaxin')))).toBeDefined()
  })

  it('is nobody else’s, and not for what the file states', () => {
    for (const who of ['li', 'sun', 'oliver'])
      expect(refusal(linked, who, unlink)).toEqual({ code: 'link_administrators_only' })
    expect(refusal(linked, 'rival', unlink)).toEqual({ code: 'link_of_others' })
    expect(refusal(known, 'chen', unlink)).toEqual({ code: 'link_missing' })
    const at = { ...place, conversation: 'C-stated' }
    expect(refusal(known, 'chen', { do: 'directory.unlink', place: at })).toEqual({
      code: 'link_stated',
      org: 'huaxin',
    })
  })
})

describe('the organisation file', () => {
  it('keeps a room that was linked in chat, and a proposal', () => {
    expect(applied(linked, entries)).toEqual(linked)
    expect(applied(proposed, entries)).toEqual(proposed)
  })

  it('wins where it states the same conversation', () => {
    const file: Entry = { kind: 'room', value: { ...stated, id: 'new', org: 'bluebird', ...place } }
    for (const before of [linked, proposed]) {
      const state = applied(before, [...entries, file])
      expect(Object.keys(state.rooms).toSorted()).toEqual(['help', 'new'])
      expect(here(state)).toMatchObject({ id: 'new', org: 'bluebird' })
      expect(state.proposals).toEqual({})
      expect(isClosed(state, place)).toBe(false)
      expect(applied(state, [...entries, file])).toEqual(state)
    }
  })

  it('takes a linked room along when its customer leaves', () => {
    const without = entries.filter(({ value }) => value.id !== 'huaxin' && value.id !== 'help')
    const state = applied(linked, without)
    expect(here(state)).toBeUndefined()
    expect(isClosed(state, place)).toBe(true)
  })

  it('closes the conversation of a room it no longer states, and opens it again', () => {
    const at = { ...place, conversation: 'C-stated' }
    const gone = applied(
      known,
      entries.filter(({ kind }) => kind !== 'room'),
    )
    expect(isClosed(gone, at)).toBe(true)
    expect(isClosed(applied(gone, entries), at)).toBe(false)
    const elsewhere: Entry = { kind: 'room', value: { ...stated, conversation: 'C-new' } }
    expect(isClosed(applied(known, [...entries, elsewhere]), at)).toBe(true)
  })
})

describe('a conversation that gets another id', () => {
  const moved = (state: Directory, from: string, to: string) =>
    becomes(state, { kind: 'bot' }, { do: 'directory.move_room', platform: 'slack', team: 'T1', from, to })

  it('takes its room along, whichever id it is called by; once', () => {
    const state = moved(linked, 'C1', 'C2')
    expect(roomAt(state, 'slack', 'T1', 'C2')).toMatchObject({ id: 'slack/T1/C1', org: 'huaxin' })
    expect(here(state)?.conversation).toBe('C2')
    expect(roomAt(state, 'slack', 'T2', 'C1')).toBeUndefined()
    expect(moved(state, 'C1', 'C2')).toEqual(state)
    expect(moved(known, 'C1', 'C2')).toEqual(known)
  })

  it('is followed through several changes, and back', () => {
    const state = moved(moved(linked, 'C1', 'C2'), 'C2', 'C3')
    expect(here(state)?.conversation).toBe('C3')
    const back = moved(state, 'C3', 'C1')
    for (const id of ['C1', 'C2', 'C3']) expect(roomAt(back, 'slack', 'T1', id)?.conversation, id).toBe('C1')
  })

  it('takes a proposal along: the question is answered under the new id', () => {
    const state = moved(proposed, 'C1', 'C2')
    const confirmed = becomes(state, 'sun', confirm('huaxin', { ...place, conversation: 'C2' }))
    expect(roomAt(confirmed, 'slack', 'T1', 'C2')?.org).toBe('huaxin')
  })

  it('is still the one that the organisation file states under its old id', () => {
    const state = moved(known, 'C-stated', 'C2')
    expect(applied(state, entries)).toEqual(state)
    expect(state.rooms.help?.conversation).toBe('C2')
  })

  it('stays closed', () => {
    const state = moved(becomes(linked, 'chen', unlink), 'C1', 'C2')
    expect(isClosed(state, { ...place, conversation: 'C2' })).toBe(true)
  })

  it('is one room: where the new id is one already, the old one ends', () => {
    const state = moved(linked, 'C1', 'C-stated')
    expect(Object.keys(state.rooms)).toEqual(['help'])
  })

  it('is the bot’s to record, nobody’s in chat', () => {
    const wish = { do: 'directory.move_room', platform: 'slack', team: 'T1', from: 'C1', to: 'C2' } as const
    expect(refusal(linked, 'chen', wish)).toEqual({ code: 'not_permitted' })
  })
})
