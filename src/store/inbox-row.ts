import type { Inbound } from '../chat/inbound.ts'
import { toJson } from './json.ts'

/** What an inbound is known by: whose it is, under which key, as which message. */
export const identityOf = (inbound: Inbound) => {
  const message = inbound.kind === 'message' ? inbound.message : undefined
  return {
    platform: inbound.who.platform,
    // Whoever points at a message, from whichever workspace: it is the same message.
    team: inbound.kind === 'adopt' ? inbound.place.team : inbound.who.team,
    key: inbound.key,
    conversation: message?.conversation ?? null,
    message: message?.message ?? null,
  }
}

/** What the inbox keeps of an inbound, in the order of its columns: what it is known by, and the whole. */
export const inboxRow = (inbound: Inbound): readonly (string | null)[] => {
  const { platform, team, key, conversation, message } = identityOf(inbound)
  return [platform, team, key, conversation, message, toJson(inbound)]
}

/** Lays a row into the inbox unless it is there. After the columns of `inboxRow`: when it came, and how long it is leased. */
export const layInbox = `
insert into inbox (platform, team, key, conversation, message, inbound, received_at, lease_until)
values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`
