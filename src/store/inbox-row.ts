import { createHash } from 'node:crypto'
import type { Inbound } from '../chat/inbound.ts'
import type { Instant } from '../domain/calendar/calendar.ts'
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

/** An inbound that came, and until when whoever keeps it works on it. */
export type Arrival = {
  readonly inbound: Inbound
  readonly receivedAt: Instant
  readonly leaseUntil: Instant
}

/**
 * Lays `arrivalRows` into the inbox. Those that are in it already, by their key or as that very message, are not among what
 * comes back.
 */
export const layInbox = `
with given as materialized (
  select * from json_to_recordset($1::json) as g(place integer, platform text, team text, key text, conversation text,
    message text, inbound jsonb, "receivedAt" bigint, "leaseUntil" bigint)
), accepted as (
  insert into inbox (platform, team, key, conversation, message, inbound, received_at, lease_until)
  select platform, team, key, conversation, message, inbound, "receivedAt", "leaseUntil" from given order by place
  on conflict do nothing returning id, platform, team, key)
select min(g.place) as place, a.id::text from accepted a join given g using (platform, team, key) group by a.id`

/** The rows of arrivals, in the order they came. */
export const arrivalRows = (arrivals: readonly Arrival[]): string =>
  toJson(arrivals.map((arrival, place) => ({ place, ...identityOf(arrival.inbound), ...arrival })))
