import type { PoolClient } from 'pg'
import type { Instant } from '../domain/calendar/calendar.ts'
import { isEventOf } from '../domain/item/kinds.ts'
import { carriedOver } from '../domain/people/carry-over.ts'
import { type Claims, claimsOf } from '../domain/people/claims.ts'
import { conversationKey } from '../domain/people/conversation.ts'
import type { Directory } from '../domain/people/directory.ts'
import { directoryItem } from '../domain/people/directory-item.ts'
import { emptyDirectory } from '../domain/people/evolve-directory.ts'
import { directoryId } from '../domain/people/tenant.ts'
import type { Change, Destination } from './change.ts'
import { commitRows } from './commit-rows.ts'
import { toJson } from './json.ts'
import { type EventRow, eventOf, recordedColumns } from './recorded.ts'

/** The one item that held every supplier's directory. */
const shared = 'directory'

/** Claims less those that an earlier supplier has: only one may, and an update must not fail by what was possible once. */
const withoutTaken = (claims: Claims, taken: Set<string>): Claims => {
  const isFirst = (parts: readonly unknown[]): boolean => {
    const key = JSON.stringify(parts)
    return !taken.has(key) && taken.add(key) !== undefined
  }
  const { accounts, places, names } = claims
  return {
    ...claims,
    accounts: {
      ...accounts,
      take: accounts.take.filter(({ platform, team, user }) => isFirst(['account', platform, team, user])),
    },
    places: {
      ...places,
      take: places.take.filter((place) => isFirst(['place', conversationKey(place)])),
    },
    names: { ...names, take: names.take.filter(({ kind, name }) => isFirst([kind, name])) },
  }
}

const beginning = (
  [supplier, state]: readonly [string, Directory],
  from: { readonly seq: number; readonly at: Instant },
  taken: Set<string>,
): Change => {
  const carried = { type: 'directory.carried', from: shared, seq: from.seq, state } as const
  return {
    item: directoryId(supplier),
    kind: directoryItem.kind,
    expected: 0,
    events: [{ ...carried, at: from.at, by: { kind: 'operator' } }],
    state,
    version: directoryItem.version,
    index: { supplier, open: false, status: 'kept' },
    notices: [],
    messages: [],
    claims: withoutTaken(claimsOf(emptyDirectory, state), taken),
  }
}

const isKnownTo = ({ people, rooms, proposals, closed }: Directory, to: Destination): boolean => {
  switch (to.kind) {
    case 'person':
      return Object.hasOwn(people, to.person)
    case 'room':
      return Object.hasOwn(rooms, to.room)
    case 'place': {
      const key = conversationKey(to.place)
      const known = [...Object.values(rooms), ...Object.values(proposals)].map(conversationKey)
      return known.includes(key) || Object.hasOwn(closed, key)
    }
    case 'report_thread':
      return false
  }
}

/** What is owed about no ticket says from now on whose directory knows its addressee. */
const addressOwed = async (
  client: PoolClient,
  directories: ReadonlyMap<string, Directory>,
): Promise<void> => {
  const { rows } = await client.query<{ id: string; to: Destination }>(
    `select id, notice->'to' as to from outbox where status = 'owed' and coalesce(item, $1) = $1`,
    [shared],
  )
  for (const { id, to } of rows) {
    const supplier = [...directories].find(([, directory]) => isKnownTo(directory, to))?.[0]
    if (supplier !== undefined)
      await client.query(
        `update outbox set notice = notice || jsonb_build_object('supplier', $2::text) where id = $1`,
        [id, supplier],
      )
  }
}

/**
 * The directory that all suppliers shared, carried over: each supplier's own begins with an event that holds its state. The
 * shared one stays as it is, history with its chain.
 */
export const carryDirectories = async (client: PoolClient, now: () => Instant): Promise<void> => {
  const { rows } = await client.query<EventRow>(
    `select ${recordedColumns} from events e where e.item = $1 order by e.seq`,
    [shared],
  )
  const directories = carriedOver(rows.map(eventOf).filter((event) => isEventOf('directory', event)))
  const taken = new Set<string>()
  const from = { seq: rows.length, at: now() }
  for (const one of directories) {
    const { items, events } = commitRows([beginning(one, from, taken)], [], new Map(), from.at)
    await client.query('select commit_changes($1, $2, $3, $4, null, true)', [
      toJson(items),
      toJson(events),
      '[]',
      '[]',
    ])
  }
  await addressOwed(client, directories)
}
