import { z } from 'zod'
import { type Heard, type HeardBy, ignored } from './heard.ts'
import type { Envelope } from './message.ts'
import { accountOf, directWith, placeOf } from './place.ts'
import { id } from './shapes.ts'

const opened = z.object({ user: id, tab: z.string().nullish() })
const joined = z.object({ user: id, channel: id, inviter: id.nullish() })
const left = z.object({ channel: id })
const moved = z.object({ old_channel_id: id, new_channel_id: id })
const person = z.object({ user: z.object({ id, team_id: id.nullish() }) })
const revoked = z.object({ tokens: z.object({ bot: z.array(id).nullish() }) })

/** Somebody looks at the bot's page. Its other tab is their conversation with the bot, where nothing is drawn. */
export const openedHome = (raw: unknown, { team, eventId }: Envelope): Heard => {
  const read = opened.safeParse(raw)
  if (!read.success) return ignored('a malformed opening of Home')
  const { user, tab } = read.data
  if (tab && tab !== 'home') return ignored('another tab than Home')
  return {
    kind: 'home',
    key: eventId,
    who: accountOf(team, user),
    place: directWith(team, user),
    assumed: [user],
  }
}

/** The bot itself came into a conversation; when people do, nothing follows. */
export const heardJoin = (raw: unknown, { team, eventId }: Envelope, { botUser }: HeardBy): Heard => {
  const read = joined.safeParse(raw)
  if (!read.success) return ignored('a malformed joining')
  const { user, channel, inviter } = read.data
  if (user !== botUser) return ignored('a person joined')
  return {
    kind: 'joined',
    key: eventId,
    place: placeOf(team, channel),
    ...(inviter ? { who: accountOf(team, inviter) } : {}),
    assumed: inviter ? [inviter] : [],
  }
}

/** The bot itself was taken out of a channel. */
export const heardLeaving = (raw: unknown, { team }: Envelope): Heard => {
  const read = left.safeParse(raw)
  return read.success
    ? { kind: 'left', team, conversation: read.data.channel }
    : ignored('a malformed leaving')
}

/** A conversation got another id, as private ones do when sharing them with another organisation begins. */
export const heardMove = (raw: unknown, { team }: Envelope): Heard => {
  const read = moved.safeParse(raw)
  if (!read.success) return ignored('a malformed change of id')
  return { kind: 'moved', team, from: read.data.old_channel_id, to: read.data.new_channel_id }
}

/** A person's profile changed: their language or zone may have. */
export const heardPerson = (raw: unknown, { team }: Envelope): Heard => {
  const read = person.safeParse(raw)
  if (!read.success) return ignored('a malformed change of a person')
  const { user } = read.data
  return { kind: 'user_changed', account: accountOf(user.team_id ?? team, user.id) }
}

/** Tokens were revoked: without the bot's the app is as good as uninstalled, a person's own is none of its business. */
export const heardRevocation = (raw: unknown, { team }: Envelope): Heard => {
  const read = revoked.safeParse(raw)
  if (!read.success) return ignored('a malformed revocation')
  return read.data.tokens.bot?.length ? { kind: 'removed', team } : ignored('not the bot’s token was revoked')
}

/** The app was taken out of the workspace. */
export const heardUninstall = (_: unknown, { team }: Envelope): Heard => ({ kind: 'removed', team })
