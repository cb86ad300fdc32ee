import { type Fields, fieldsOf, listOf, textOf } from '../../fake/fields.ts'
import type { Delivery } from '../deliver/delivery.ts'
import type { Channel, Message, View } from '../world/records.ts'
import { newResponseUrl } from '../world/response-urls.ts'
import { newTrigger } from '../world/triggers.ts'
import { stackOf } from '../world/write-view.ts'
import { channelOf, commonFields, personFields, placeFields, type Stage, userOf } from './stage.ts'
import { holdersIn, keptFor, viewState } from './view-state.ts'

/** Where a person presses: a message they see, their top modal, or their Home of a workspace. */
export type Spot =
  | { readonly channel: string; readonly ts: string }
  | 'modal'
  | 'home'
  | { readonly home: string }

type Found = { readonly block: Fields; readonly element: Fields }

const every = (blocks: readonly Fields[]): readonly Found[] =>
  blocks.flatMap((block) => [
    ...[block.accessory, block.element, ...listOf(block.elements), ...listOf(block.actions)]
      .filter((one) => one !== undefined)
      .map((one) => ({ block, element: fieldsOf(one) })),
    ...every([...listOf(block.child_blocks)].map(fieldsOf)),
    ...(block.type === 'carousel' ? every(listOf(block.elements).map(fieldsOf)) : []),
  ])

/** The element with this action_id or these words; what the person cannot see cannot be pressed. */
const find = (blocks: readonly Fields[], name: string): Found => {
  const them = every(blocks).filter(({ element }) => element.action_id !== undefined)
  const found =
    them.find(({ element }) => element.action_id === name) ??
    them.find(({ element }) => fieldsOf(element.text).text === name)
  if (found !== undefined) return found
  const there = them.map(
    ({ element }) => `${textOf(fieldsOf(element.text).text)} (${textOf(element.action_id)})`,
  )
  throw new Error(`Nothing to press called ${name}; there are: ${there.join(', ')}`)
}

const chosen = (element: Fields, value: unknown): Fields => {
  if (element.type === 'overflow') {
    const option = listOf(element.options)
      .map(fieldsOf)
      .find((one) => one.value === value || fieldsOf(one.text).text === value)
    if (option === undefined) throw new Error(`${String(value)} is not in the menu`)
    return { selected_option: option }
  }
  const kept = keptFor(element, value)
  const state = viewState(
    [{ block_id: 'b', elements: [{ ...element, action_id: 'a' }] }],
    new Map([['b/a', kept]]),
  )
  const { type: _, ...rest } = fieldsOf(fieldsOf(fieldsOf(state.values).b).a)
  return rest
}

/** What a person does with what the app shows: presses and choices, each a full block_actions. */
export const personActions = (stage: Stage, person: string) => {
  const { world, deliveries, filled } = stage

  const messageAt = (
    channel: Channel,
    ts: string,
  ): { readonly message: Message; readonly ephemeral: boolean } => {
    const alone = world.ephemerals.find(
      ({ channel: at, to, message }) => at === channel.id && to === person && message.ts === ts,
    )
    if (alone !== undefined) return { message: alone.message, ephemeral: true }
    const message = world.messages.get(channel.id)?.find((one) => one.ts === ts)
    if (message === undefined || !channel.members.includes(person))
      throw new Error(`${person} sees no message ${ts} in ${channel.id}`)
    return { message, ephemeral: false }
  }

  const viewAt = (spot: 'modal' | 'home' | { readonly home: string }): View => {
    const team = typeof spot === 'object' ? spot.home : userOf(stage, person).team
    const view =
      spot === 'modal'
        ? stackOf(world, person).at(-1)
        : world.views.get(world.homes.get(`${team}/${person}`) ?? '')
    if (view === undefined) throw new Error(`${person} has no ${spot === 'modal' ? 'modal open' : 'Home'}`)
    return view
  }

  const act = (spot: Spot, name: string, value?: unknown): Promise<Delivery> => {
    const onMessage = typeof spot === 'object' && 'ts' in spot
    const channel = onMessage ? channelOf(stage, spot.channel) : undefined
    const at = onMessage && channel !== undefined ? messageAt(channel, spot.ts) : undefined
    const view = onMessage ? undefined : viewAt(spot)
    const blocks = at?.message.blocks ?? view?.blocks ?? []
    const { block, element } = find(blocks, name)
    const key = view?.id ?? `${person}/${channel?.id}/${at?.message.ts}`
    const values = filled.get(key) ?? new Map<string, unknown>()
    filled.set(key, values)
    const holder = holdersIn([block]).find((one) => one.element.action_id === element.action_id)
    if (holder !== undefined) values.set(holder.key, keptFor(element, value))

    const team = view?.team_id ?? textOf(at?.message.team)
    const user = userOf(stage, person)
    const { options: _, option_groups: __, confirm: ___, url: ____, ...shown } = element
    const action = {
      ...(element.type === 'button'
        ? shown
        : { type: element.type, action_id: element.action_id, ...chosen(element, value) }),
      block_id: block.block_id,
      action_ts: world.stamp(),
    }
    const { metadata: _m, ...message } = at?.message ?? {}
    const thread = at?.message.thread_ts
    return deliveries.deliver({
      kind: 'interactive',
      team,
      payload: {
        type: 'block_actions',
        user: personFields(user),
        // A press in a view names the person's own workspace; in a message, the one the app is installed in.
        ...commonFields(stage, view === undefined ? team : user.team),
        trigger_id: newTrigger(world, person, team, view?.type === 'modal' ? view.id : undefined),
        ...(at === undefined || channel === undefined
          ? {
              container: { type: 'view', view_id: view?.id },
              view: { ...view, state: viewState(blocks, values) },
            }
          : {
              container: {
                type: 'message',
                message_ts: at.message.ts,
                channel_id: channel.id,
                is_ephemeral: at.ephemeral,
                ...(thread === undefined ? {} : { thread_ts: thread }),
              },
              channel: placeFields(channel),
              ...(at.ephemeral ? {} : { message }),
              state: viewState(blocks, values),
              response_url: newResponseUrl(world, {
                channel: channel.id,
                user: person,
                ts: at.message.ts,
                ephemeral: at.ephemeral,
                ...(thread === undefined ? {} : { thread }),
              }),
            }),
        actions: [action],
      },
    })
  }

  return {
    /** Presses a button by its words or action_id. */
    press: (spot: Spot, button: string): Promise<Delivery> => act(spot, button),
    /** Chooses in a menu, a picker or an overflow, by the option's words or value. */
    choose: (spot: Spot, element: string, value: unknown): Promise<Delivery> => act(spot, element, value),
  }
}
