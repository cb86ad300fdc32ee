import type { Account, Person } from '../domain/people/directory.ts'
import { readQuiet } from '../domain/people/quiet.ts'
import { customerRoles, type Language, type Side, supplierRoles } from '../domain/people/sides.ts'
import { complete, fields, listOf, need, or, someOf } from './fields.ts'
import { type Draft, type Piece, type Read, refuse, stated, statedWord } from './piece.ts'
import { language, oneOf, reference, text, zone } from './scalars.ts'

/** What people and channels take over from their organisation. */
type Party = {
  readonly side: Side
  readonly language: Language | undefined
  readonly zone: string | undefined
}

/** Suppliers and customers by id. */
export type Parties = ReadonlyMap<string, Party>

const platforms: readonly Account['platform'][] = ['web', 'slack', 'teams']

/** Known by the ids of somebody else's platform, which cannot be left out. */
export const isForeign = (piece: Piece): boolean => ['slack', 'teams'].includes(statedWord(piece, 'platform'))

/** Where on which platform something is known; the web chat is one team, `local`. */
export const platformFields = (piece: Piece) => ({
  platform: need(oneOf(platforms), 'write `platform: web`, `slack` or `teams`'),
  team: isForeign(piece)
    ? need(text, 'write the id of the workspace (Slack) or tenant (Teams)')
    : or(text, 'local'),
})

const account: Read<Account> = (piece) =>
  complete(
    fields<Account>(piece, {
      ...platformFields(piece),
      user: need(text, 'write the platform’s own id of this person'),
    }),
  )

const isStated = (piece: Piece, key: string): boolean => (stated(piece, key) ?? undefined) !== undefined

const rolesOf = {
  supplier: supplierRoles,
  customer: customerRoles,
  unknown: [...supplierRoles, ...customerRoles],
}

const role =
  (side: Side | 'unknown'): Read<Person['roles'][number]> =>
  (piece) => {
    const elsewhere = rolesOf.unknown.some((known) => known === piece.value)
    const otherwise = elsewhere ? `is no role at a ${side}` : 'is not known'
    return oneOf<Person['roles'][number]>(rolesOf[side], otherwise)(piece)
  }

/** What of a person is taken from the organisation because nobody stated it. */
const assumedOf = (piece: Piece): Pick<Person, 'assumed'> => {
  const assumed = {
    ...(isStated(piece, 'language') ? {} : { language: true as const }),
    ...(isStated(piece, 'zone') ? {} : { zone: true as const }),
  }
  return Object.keys(assumed).length === 0 ? {} : { assumed }
}

const quietHours: Read<string> = (piece) =>
  (typeof piece.value === 'string' ? readQuiet(piece.value) : undefined) ??
  refuse(piece, 'is no span of hours', 'write e.g. `quiet: 22:00-07:00`')

/** Reads a person. The side follows from the organisation, and so do language and zone unless they are stated. */
export const readPerson = (id: string, piece: Piece, parties: Parties): Draft<Person> => {
  const party = parties.get(statedWord(piece, 'organisation'))
  const { organisation, latin, quiet, ...person } = fields<
    Omit<Person, 'id' | 'side' | 'org' | 'assumed' | 'latin' | 'quiet'> & {
      readonly organisation: string
      readonly latin: string
      readonly quiet: string | undefined
    }
  >(piece, {
    name: need(text, 'write the name people see'),
    latin: or(text, ''),
    organisation: need(reference(parties.keys()), 'write the id of their supplier or customer'),
    roles: need(
      someOf('role', role(party?.side ?? 'unknown')),
      'write e.g. `roles: [engineer]` or `roles: [reporter]`',
    ),
    language: or(language, party?.language),
    zone: or(zone, party?.zone),
    quiet: or(quietHours, undefined),
    accounts: or(listOf('account', account), []),
  })
  const more = {
    ...(latin ? { latin } : {}),
    ...(quiet === undefined ? {} : { quiet }),
    ...assumedOf(piece),
  }
  return { id, ...person, org: organisation, side: party?.side, ...more }
}
