import { createHash } from 'node:crypto'
import type { Inbound } from '../chat/inbound.ts'
import { toJson } from './json.ts'

/** The same report by the same person within so long is the same one, ms. */
const sameReportMs = 10 * 60_000

/**
 * A form as it was filled in: drawn twice, as in two windows, and sent from both, it is one intention where the same person says
 * the same on the same state of an item; where there is no item yet, within minutes. Nothing where the state is not known.
 */
const filledIn = (
  inbound: Inbound,
): { readonly conversation: string; readonly message: string } | undefined => {
  if (inbound.kind !== 'submit') return undefined
  const { form, values, who, at } = inbound
  if (form.item !== undefined && form.seen === undefined) return undefined
  const when = form.item === undefined ? Math.floor(at / sameReportMs) : form.seen
  const said = Object.entries(values).toSorted(([one], [other]) => (one < other ? -1 : 1))
  const whole = JSON.stringify([form.flow, form.item, form.choice, when, said])
  return { conversation: `form ${who.user}`, message: createHash('sha256').update(whole).digest('hex') }
}

/** What an inbound is known by: whose it is, under which key, as which message. */
export const identityOf = (inbound: Inbound) => {
  const message = inbound.kind === 'message' ? inbound.message : filledIn(inbound)
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
