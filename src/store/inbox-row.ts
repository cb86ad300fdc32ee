import type { Inbound } from '../chat/inbound.ts'
import { toJson } from './json.ts'

/** What the inbox keeps of an inbound, in the order of its columns: whose, under which key, as which message, the whole. */
export const inboxRow = (inbound: Inbound): readonly (string | null)[] => {
  const { platform } = inbound.who
  // Whoever points at a message, from whichever workspace: it is the same message.
  const team = inbound.kind === 'adopt' ? inbound.place.team : inbound.who.team
  const message = inbound.kind === 'message' ? inbound.message : undefined
  return [
    platform,
    team,
    inbound.key,
    message?.conversation ?? null,
    message?.message ?? null,
    toJson(inbound),
  ]
}

/** Lays a row into the inbox unless it is there. After the columns of `inboxRow`: when it came, and how long it is leased. */
export const layInbox = `
insert into inbox (platform, team, key, conversation, message, inbound, received_at, lease_until)
values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`
