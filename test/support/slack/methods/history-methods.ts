import { type Fields, isYes, textOf } from '../../fake/fields.ts'
import type { World } from '../world/create-world.ts'
import type { Channel, Install, Message } from '../world/records.ts'
import { scopeFor, seenBy } from '../world/sight.ts'
import { standing } from '../world/standing.ts'
import type { Methods } from './method.ts'
import { page } from './page.ts'
import { need, refuse } from './refuse.ts'

const reach = (world: World, install: Install, id: unknown): Channel => {
  if (!['channels', 'groups', 'im', 'mpim'].some((kind) => install.scopes.includes(`${kind}:history`)))
    need(install, 'channels:history', 'groups:history', 'mpim:history', 'im:history')
  const channel = seenBy(world, install, id) ?? refuse('channel_not_found')
  need(install, scopeFor(channel, 'history'))
  if (!channel.members.includes(install.botUser)) return refuse('not_in_channel')
  return channel
}

const between = (args: Fields) => {
  const oldest = Number(textOf(args.oldest) || 0)
  const latest = Number(textOf(args.latest) || Number.POSITIVE_INFINITY)
  if (Number.isNaN(oldest)) refuse('invalid_ts_oldest')
  if (Number.isNaN(latest)) refuse('invalid_ts_latest')
  return ({ ts }: Message): boolean => {
    const at = Number(ts)
    return isYes(args.inclusive) ? at >= oldest && at <= latest : at > oldest && at < latest
  }
}

const shown = (messages: readonly Message[], args: Fields): readonly Fields[] =>
  messages.map(({ metadata, ...message }) =>
    metadata !== undefined && isYes(args.include_all_metadata) ? { ...message, metadata } : message,
  )

const most = (world: World): { readonly usual: number; readonly most: number } =>
  world.rules.histories ? { usual: 15, most: 15 } : { usual: 100, most: 999 }

const answer = (world: World, args: Fields, messages: readonly Message[]): Fields => {
  const limits = most(world)
  const asked = args.limit === undefined ? limits.usual : Number(args.limit)
  const { items, response_metadata } = page(
    messages,
    { ...args, limit: Math.min(asked, limits.most) },
    limits,
  )
  const more = response_metadata.next_cursor !== ''
  return { messages: shown(items, args), has_more: more, ...(more ? { response_metadata } : {}) }
}

/** What was said, for those who are in the conversation. Ephemeral messages are in no history. */
export const historyMethods: Methods = {
  'conversations.history': ({ world, args, install }) => {
    const channel = reach(world, install, args.channel)
    const top = standing(world, channel.id)
      .filter(
        ({ ts, thread_ts, subtype }) =>
          thread_ts === undefined || thread_ts === ts || subtype === 'thread_broadcast',
      )
      .filter(between(args))
      .reverse()
    return { ...answer(world, args, top), pin_count: 0 }
  },
  'conversations.replies': ({ world, args, install }) => {
    const channel = reach(world, install, args.channel)
    const all = standing(world, channel.id)
    const asked = all.find(({ ts }) => ts === args.ts) ?? refuse('thread_not_found')
    const root = asked.thread_ts ?? asked.ts
    const parent = all.filter(({ ts }) => ts === root)
    const replies = all.filter(({ ts, thread_ts }) => thread_ts === root && ts !== root).filter(between(args))
    return answer(world, args, [...parent, ...replies])
  },
}
