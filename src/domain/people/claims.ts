import { conversationKey, conversationOf, presentConversation, roomIn } from './conversation.ts'
import type { Account, Conversation, Directory } from './directory.ts'
import { personByAccount } from './find.ts'

/** What a conversation is to a supplier. `room` and `proposal` are one supplier's alone. */
export type PlaceStanding = 'room' | 'proposal' | 'closed' | 'moved'

/** The id of an organisation, or the letters before its tickets' numbers. Tickets bear both for ever. */
export type Name = {
  readonly kind: 'organisation' | 'key'
  readonly name: string
  readonly customer?: string
}

/** Something that only one supplier may have, and that another one has. */
export type Held =
  | ({ readonly what: 'account' } & Account & { readonly supplier: string })
  | ({ readonly what: 'conversation' } & Conversation & { readonly supplier: string })
  | ({ readonly what: 'name' } & Name & { readonly supplier: string })

/**
 * By what a supplier's directory is found, as one change of it adds and takes away: its accounts, its conversations, the
 * names of its organisations. `people` and `customers` count what it holds now.
 */
export type Claims = {
  readonly supplier: string
  readonly people: number
  readonly customers: number
  readonly accounts: { readonly take: readonly Account[]; readonly free: readonly Account[] }
  readonly places: {
    readonly take: readonly (Conversation & { readonly standing: PlaceStanding })[]
    readonly free: readonly Conversation[]
  }
  readonly names: { readonly take: readonly Name[]; readonly free: readonly Name[] }
}

/** The no to what would take something that another supplier has: in a chat that can only be the conversation. */
export const refusalOfHeld = (
  wished: readonly string[],
  held: readonly Held[],
):
  | { readonly code: 'held_by_others'; readonly held: readonly Held[] }
  | { readonly code: 'link_of_others' } =>
  wished.includes('directory.apply') ? { code: 'held_by_others', held } : { code: 'link_of_others' }

type Section<Kept> = { readonly [id: string]: Kept }

/** What is kept under ids of `after` that is not the same in `before`. */
const added = <Kept>(before: Section<Kept>, after: Section<Kept>): readonly Kept[] =>
  before === after
    ? []
    : Object.entries(after).flatMap(([id, kept]) =>
        Object.hasOwn(before, id) && before[id] === kept ? [] : [kept],
      )

const accountsOf = (before: Directory, after: Directory): Claims['accounts'] => ({
  take: added(before.people, after.people).flatMap(({ accounts }) => accounts),
  free: added(after.people, before.people)
    .flatMap(({ accounts }) => accounts)
    .filter((account) => personByAccount(after, account) === undefined),
})

type Place = Conversation & { readonly standing: PlaceStanding }

/** Every conversation the directory knows, under each of its ids. */
const placesOf = (directory: Directory): ReadonlyMap<string, Place> => {
  const { rooms, proposals, closed, moves } = directory
  const standingOf = (place: Conversation): PlaceStanding =>
    roomIn(rooms, place) !== undefined
      ? 'room'
      : roomIn(proposals, place) !== undefined
        ? 'proposal'
        : Object.hasOwn(closed, conversationKey(place))
          ? 'closed'
          : 'moved'
  const known = [
    ...[...Object.values(rooms), ...Object.values(proposals)].map(
      ({ platform, team, conversation }): Conversation => ({ platform, team, conversation }),
    ),
    ...[...Object.keys(closed), ...Object.keys(moves)].flatMap((key) => conversationOf(key) ?? []),
  ]
  return new Map(
    known.map((place) => [
      conversationKey(place),
      { ...place, standing: standingOf(presentConversation(directory, place)) },
    ]),
  )
}

const placeClaims = (before: Directory, after: Directory): Claims['places'] => {
  const isSame = (['rooms', 'proposals', 'closed', 'moves'] as const).every(
    (section) => before[section] === after[section],
  )
  if (isSame) return { take: [], free: [] }
  const [were, are] = [placesOf(before), placesOf(after)]
  return {
    take: [...are].flatMap(([key, place]) => (were.get(key)?.standing === place.standing ? [] : [place])),
    free: [...were].flatMap(([key, place]) => (are.has(key) ? [] : [place])),
  }
}

const namesOf = ({ suppliers, customers }: Pick<Directory, 'suppliers' | 'customers'>): readonly Name[] => [
  ...Object.keys(suppliers).map((name): Name => ({ kind: 'organisation', name })),
  ...Object.values(customers).flatMap(({ id, key }): readonly Name[] => [
    { kind: 'organisation', name: id, customer: id },
    { kind: 'key', name: key, customer: id },
  ]),
]

const nameClaims = (before: Directory, after: Directory): Claims['names'] => {
  if (before.suppliers === after.suppliers && before.customers === after.customers)
    return { take: [], free: [] }
  const keyOf = ({ kind, name, customer = '' }: Name): string => JSON.stringify([kind, name, customer])
  const [were, are] = [namesOf(before), namesOf(after)].map(
    (names) => new Map(names.map((name) => [keyOf(name), name])),
  )
  return {
    take: [...(are ?? [])].flatMap(([key, name]) => (were?.has(key) ? [] : [name])),
    free: [...(were ?? [])].flatMap(([key, name]) => (are?.has(key) ? [] : [name])),
  }
}

/** What a change of a directory means for how it is found. */
export const claimsOf = (before: Directory, after: Directory): Claims => ({
  supplier: after.supplier,
  people: Object.keys(after.people).length,
  customers: Object.keys(after.customers).length,
  accounts: accountsOf(before, after),
  places: placeClaims(before, after),
  names: nameClaims(before, after),
})
