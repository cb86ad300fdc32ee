import { type Fields, fieldsOf, textOf } from '../../fake/fields.ts'
import type { Delivery } from '../deliver/delivery.ts'
import { answerTo } from '../world/answer-to.ts'
import type { World } from '../world/create-world.ts'
import { newResponseUrl } from '../world/response-urls.ts'
import { directWith } from '../world/sight.ts'
import { newTrigger } from '../world/triggers.ts'
import { channelOf, commonFields, installOf, personFields, placeFields, type Stage, userOf } from './stage.ts'

/** `should_escape`: mentions of people and channels come with their names. */
const escaped = (world: World, text: string): string =>
  text
    .replace(/<@([UW][A-Z0-9]+)>/g, (_, id) => `<@${id}|${world.users.get(id)?.name ?? ''}>`)
    .replace(/<#([CG][A-Z0-9]+)>/g, (_, id) => `<#${id}|${world.channels.get(id)?.name ?? ''}>`)

/** Commands, shortcuts and Home: only for members of a workspace that has the app. */
export const personCommands = (stage: Stage, person: string) => {
  const { world, deliveries } = stage

  /** The workspace where the person may use them; Slack gives externals none. */
  const member = (channelId?: string): string => {
    const { team, deleted } = userOf(stage, person)
    const host = channelId === undefined ? team : channelOf(stage, channelId).team
    if (deleted) throw new Error(`${person} has left`)
    if (!world.installs.has(team))
      throw new Error(
        `Only members of a workspace with the app can use it that way, not ${person} in ${host}`,
      )
    return installOf(stage, team).team
  }

  const known = (list: readonly string[] | undefined, name: string): void => {
    if (list !== undefined && !list.includes(name)) throw new Error(`The app has no ${name}`)
  }

  return {
    /** Sends a slash command, as `/incident` with `VPN down`. */
    command: async (channelId: string, command: string, text = ''): Promise<Delivery> => {
      const team = member(channelId)
      known(world.app.commands, command)
      const channel = channelOf(stage, channelId)
      const user = userOf(stage, person)
      const place = placeFields(channel)
      const payload: Fields = {
        token: 'verification-token-is-not-used',
        team_id: team,
        team_domain: world.teams.get(team)?.domain,
        channel_id: channelId,
        channel_name: place.name,
        user_id: person,
        user_name: user.name,
        command,
        text: escaped(world, text),
        api_app_id: world.app.id,
        is_enterprise_install: 'false',
        response_url: newResponseUrl(world, { channel: channelId, user: person, ephemeral: true }),
        trigger_id: newTrigger(world, person, team),
      }
      const delivery = await deliveries.deliver({ kind: 'slash_commands', team, payload })
      const said =
        typeof delivery.response === 'string' ? { text: delivery.response } : fieldsOf(delivery.response)
      if (delivery.acked && (textOf(said.text) !== '' || said.blocks !== undefined))
        answerTo(world, { channel: channelId, user: person, ephemeral: true }, said)
      return delivery
    },
    /** Uses a message shortcut on a message. */
    messageShortcut: (channelId: string, ts: string, callback: string): Promise<Delivery> => {
      const team = member(channelId)
      known(world.app.shortcuts, callback)
      const channel = channelOf(stage, channelId)
      const message = world.messages.get(channelId)?.find((one) => one.ts === ts)
      if (message === undefined) throw new Error(`No message ${ts} in ${channelId}`)
      const { metadata: _, ...shown } = message
      return deliveries.deliver({
        kind: 'interactive',
        team,
        payload: {
          type: 'message_action',
          ...commonFields(stage, team),
          action_ts: world.stamp(),
          user: personFields(userOf(stage, person)),
          channel: placeFields(channel),
          callback_id: callback,
          trigger_id: newTrigger(world, person, team),
          response_url: newResponseUrl(world, { channel: channelId, user: person, ephemeral: true }),
          message_ts: ts,
          message: shown,
        },
      })
    },
    /** Uses a global shortcut. */
    shortcut: (callback: string): Promise<Delivery> => {
      const team = member()
      known(world.app.shortcuts, callback)
      const { name: _, ...user } = personFields(userOf(stage, person))
      return deliveries.deliver({
        kind: 'interactive',
        team,
        payload: {
          type: 'shortcut',
          ...commonFields(stage, team),
          action_ts: world.stamp(),
          user,
          callback_id: callback,
          trigger_id: newTrigger(world, person, team),
        },
      })
    },
    /** Opens the app's Home (or its Messages tab). */
    openHome: (tab: 'home' | 'messages' = 'home'): Promise<readonly Delivery[]> => {
      const team = member()
      const view = world.views.get(world.homes.get(`${team}/${person}`) ?? '')
      const direct = directWith(world, installOf(stage, team), person)
      return world.tell({
        event: {
          type: 'app_home_opened',
          user: person,
          channel: direct.id,
          tab,
          event_ts: world.stamp(),
          ...(view === undefined || tab === 'messages' ? {} : { view }),
        },
        team,
      })
    },
  }
}
