import { randomBytes } from 'node:crypto'
import { type Fields, fieldsOf, isYes, listOf, textOf } from '../../fake/fields.ts'
import { fillIds } from '../blocks/fill-ids.ts'
import { validateBlocks } from '../blocks/validate-blocks.ts'
import type { World } from './create-world.ts'
import type { Message, ResponseUrl } from './records.ts'
import { teamsOf } from './sight.ts'
import { changeMessage, removeMessage, storeMessage } from './write-message.ts'

type Target = Pick<ResponseUrl, 'channel' | 'user' | 'ephemeral' | 'ts' | 'thread'>

/** What a response says, done: a message for one or for all, or a change of the one it came from. An error in Slack's words. */
export const answerTo = (world: World, target: Target, said: Fields): string | undefined => {
  const channel = world.channels.get(target.channel)
  if (channel === undefined) return 'channel_not_found'
  if (said.blocks !== undefined && validateBlocks(said.blocks, 'message').length > 0) return 'invalid_blocks'
  const alone = world.ephemerals.findIndex(
    ({ message, to }) => message.ts === target.ts && to === target.user,
  )
  const standing = world.messages.get(channel.id)?.find(({ ts }) => ts === target.ts)
  const was = alone >= 0 ? world.ephemerals[alone]?.message : standing
  const blocks =
    said.blocks === undefined ? {} : { blocks: fillIds(listOf(said.blocks).map(fieldsOf), randomBytes) }

  if (isYes(said.delete_original) && was !== undefined) {
    if (alone >= 0) world.ephemerals.splice(alone, 1)
    else removeMessage(world, channel, was)
    return undefined
  }
  if (textOf(said.text) === '' && said.blocks === undefined) return 'no_text'
  if (isYes(said.replace_original) && was !== undefined) {
    const { blocks: _, ...kept } = was
    const now: Message = { ...kept, text: textOf(said.text), ...blocks }
    if (alone >= 0) world.ephemerals[alone] = { channel: channel.id, to: target.user, message: now }
    else changeMessage(world, channel, was, now)
    world.signal.changed()
    return undefined
  }
  const install = teamsOf(channel).flatMap((team) => world.installs.get(team) ?? [])[0]
  const thread = textOf(said.thread_ts) || undefined
  const message: Message = {
    type: 'message',
    ts: world.stamp(),
    text: textOf(said.text),
    ...(install === undefined ? {} : { user: install.botUser, bot_id: install.botId, team: install.team }),
    app_id: world.app.id,
    ...(thread === undefined ? {} : { thread_ts: thread }),
    ...blocks,
  }
  if (said.response_type === 'in_channel') storeMessage(world, channel, message)
  else
    world.ephemerals.push({
      channel: channel.id,
      to: target.user,
      message: { ...message, is_ephemeral: true },
    })
  world.signal.changed()
  return undefined
}
