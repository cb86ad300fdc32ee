import type { Fields } from '../../fake/fields.ts'
import { activityFrom, personFields } from '../deliver/activity.ts'
import type { Delivery } from '../deliver/delivery.ts'
import { conversationOf, personOf } from '../world/find.ts'
import { personalOf } from '../world/populate.ts'
import type { Conversation, Person, Team } from '../world/records.ts'
import type { Stage } from './stage.ts'

/** Where the app is installed: for a person, for a team with its standard channels, or in one chat or channel. */
export type Target =
  | { readonly person: string; readonly by?: string }
  | { readonly team: string; readonly by?: string }
  | { readonly conversation: string; readonly by?: string }

/** What happens to chats and teams, and to the app in them. Each resolves when the bot has answered, or could not. */
export const happenings = (stage: Stage) => {
  const { world, deliveries } = stage

  const teamOf = (id: string): Team => {
    const team = world.teams.get(id)
    if (team === undefined) throw new Error(`Teams knows no team ${id}`)
    return team
  }

  const ofTarget = (target: Target): Conversation =>
    conversationOf(
      world,
      'person' in target
        ? personalOf(world, personOf(world, target.person))
        : 'team' in target
          ? target.team
          : target.conversation,
    )

  const actor = (conversation: Conversation, by: string | undefined): Person => {
    const id = by ?? conversation.members[0]
    if (id === undefined) throw new Error(`Nobody is in ${conversation.id}: say by whom`)
    return personOf(world, id)
  }

  const put = (target: Target, installed: boolean): void => {
    const { id } = ofTarget(target)
    const also = (one: Conversation): boolean =>
      'team' in target && one.team === id && one.channel === 'standard'
    for (const one of [...world.conversations.values()])
      if (one.id === id || also(one)) world.conversations.set(one.id, { ...one, installed })
    if ('person' in target) {
      const person = personOf(world, target.person)
      world.people.set(person.id, { ...person, installed })
    }
    if ('team' in target) world.teams.set(id, { ...teamOf(id), installed })
    world.signal.changed()
  }

  const tell = async (conversation: Conversation, by: Person, activities: readonly Fields[]) => {
    const told: Delivery[] = []
    for (const activity of activities)
      told.push(await deliveries.deliver(activityFrom(world, by, conversation, activity)))
    return told
  }

  const installation = (conversation: Conversation, action: 'add' | 'remove'): Fields => ({
    type: 'installationUpdate',
    action,
    channelData: {
      source: { name: 'message' },
      ...(conversation.kind === 'channel' ? { settings: { selectedChannel: { id: conversation.id } } } : {}),
    },
  })

  const members = (conversation: Conversation, way: 'Added' | 'Removed', who: Fields): Fields => ({
    type: 'conversationUpdate',
    [`members${way}`]: [who],
    ...(conversation.kind === 'channel' ? { channelData: { eventType: `teamMember${way}` } } : {}),
  })

  const roster = (conversation: Conversation, change: (members: readonly string[]) => readonly string[]) => {
    const kept = change(conversation.members)
    const also = (one: Conversation): boolean =>
      conversation.channel === 'standard' && one.team === conversation.team && one.channel === 'standard'
    for (const one of [...world.conversations.values()])
      if (one.id === conversation.id || also(one)) world.conversations.set(one.id, { ...one, members: kept })
    const team = conversation.channel === 'standard' ? world.teams.get(conversation.team ?? '') : undefined
    if (team !== undefined) world.teams.set(team.id, { ...team, members: kept })
  }

  const bot = { id: world.bot.user }

  return {
    /** Installs the app: by the person concerned or the first member, unless told otherwise. */
    install: async (target: Target): Promise<readonly Delivery[]> => {
      put(target, true)
      const at = ofTarget(target)
      return tell(at, actor(at, target.by), [members(at, 'Added', bot), installation(at, 'add')])
    },
    /** Removes the app; the bot hears of it, and cannot write there from then on. */
    uninstall: async (target: Target): Promise<readonly Delivery[]> => {
      put(target, false)
      const at = ofTarget(target)
      const gone = at.kind === 'personal' ? [] : [members(at, 'Removed', bot)]
      return tell(at, actor(at, target.by), [...gone, installation(at, 'remove')])
    },
    /** Somebody comes into a chat, channel or (by its id) team. */
    join: async (at: string, id: string): Promise<readonly Delivery[]> => {
      const conversation = conversationOf(world, at)
      const person = personOf(world, id)
      roster(conversation, (them) => [...new Set([...them, person.id])])
      if (!conversation.installed) return []
      const who = personFields(person, conversation.tenant)
      return tell(conversation, actor(conversation, undefined), [members(conversation, 'Added', who)])
    },
    /** Somebody leaves it. */
    leave: async (at: string, id: string): Promise<readonly Delivery[]> => {
      const conversation = conversationOf(world, at)
      const person = personOf(world, id)
      roster(conversation, (them) => them.filter((one) => one !== person.id))
      if (!conversation.installed) return []
      const who = personFields(person, conversation.tenant)
      return tell(conversation, person, [members(conversation, 'Removed', who)])
    },
    /** A chat or channel is no more; nobody tells the bot. */
    vanish: (at: string): void => {
      world.conversations.delete(conversationOf(world, at).id)
      world.signal.changed()
    },
    /** From now on another address of the service counts, as activities say; the old one answers no more. */
    moveService: (region: string): void => {
      world.region = region
    },
  }
}
