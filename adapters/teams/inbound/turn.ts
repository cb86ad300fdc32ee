import type { Inbound } from '../../../src/chat/inbound.ts'
import type { Instant } from '../../../src/domain/calendar/calendar.ts'
import type { Account } from '../../../src/domain/people/directory.ts'
import type { HeardBy } from './heard.ts'
import { localeOf } from './locale.ts'
import { accountOf, type Where, whereOf } from './place.ts'
import type { Activity } from './shapes.ts'

/** An activity with what every one of them says: who, where, when, and how to tell the bot from others. */
export type Turn = {
  readonly activity: Activity
  /** Absent: no person did it, so that no two bots ever answer each other (T44). */
  readonly who?: Account
  readonly where: Where
  readonly at: Instant
  readonly locale: Pick<Inbound, 'locale'>
  readonly isUs: (id: string) => boolean
}

/** What a person did. */
export type PersonsTurn = Turn & { readonly who: Account }

const botPrefix = '28:'

/** The moment an activity states; when it came, if it states none. */
const momentOf = (stamp: string | null | undefined, now: Instant): Instant => {
  const at = /^\d{4}-\d\d-\d\dT/.test(stamp ?? '') ? Date.parse(stamp ?? '') : Number.NaN
  return Number.isNaN(at) ? now : at
}

const isBot = ({ from, recipient }: Activity): boolean =>
  from.id.startsWith(botPrefix) || from.id === recipient?.id || from.role === 'bot' || from.role === 'skill'

/** Reads who did what where; nothing when it happened in no tenant, or was meant for another bot. */
export const turnOf = (activity: Activity, { appId, now }: HeardBy): Turn | undefined => {
  const { from, recipient, conversation } = activity
  const where = whereOf(activity)
  if (where === undefined) return undefined
  const isElses = recipient?.id.startsWith(botPrefix) && appId !== '' && !recipient.id.endsWith(appId)
  if (isElses) return undefined
  const us = new Set([recipient?.id ?? '', appId, `${botPrefix}${appId}`])
  const home = from.tenantId ?? conversation.tenantId ?? where.team
  return {
    activity,
    where,
    at: momentOf(activity.timestamp, now),
    locale: localeOf(activity),
    isUs: (id) => id !== '' && us.has(id),
    ...(isBot(activity) ? {} : { who: accountOf(home, from.aadObjectId ?? from.id) }),
  }
}
