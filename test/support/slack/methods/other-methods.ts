import { fieldsOf } from '../../fake/fields.ts'
import { validateBlocks } from '../blocks/validate-blocks.ts'
import { validateView } from '../blocks/validate-view.ts'
import { installsIn, seenBy } from '../world/sight.ts'
import type { Methods } from './method.ts'
import { need, refuse } from './refuse.ts'

const answer = (problems: readonly string[]) =>
  problems.length === 0
    ? {}
    : refuse('invalid_blocks', {
        errors: problems,
        response_metadata: { messages: problems.map((problem) => `[ERROR] ${problem}`) },
      })

/** Files, reactions, and the check of blocks that sends nothing. */
export const otherMethods: Methods = {
  'files.info': ({ world, args, install }) => {
    need(install, 'files:read')
    const file = world.files.get(String(args.file)) ?? refuse('file_not_found')
    const seen = file.channels.some((id) => {
      const channel = seenBy(world, install, id)
      return channel !== undefined && installsIn(world, channel).some(({ team }) => team === install.team)
    })
    return seen
      ? { file: file.fields, comments: [], response_metadata: { next_cursor: '' } }
      : refuse('file_not_found')
  },
  'reactions.get': ({ world, args, install }) => {
    need(install, 'reactions:read')
    const channel = seenBy(world, install, args.channel) ?? refuse('channel_not_found')
    const message =
      world.messages.get(channel.id)?.find(({ ts }) => ts === args.timestamp) ?? refuse('message_not_found')
    return { type: 'message', channel: channel.id, message }
  },
  'blocks.validate': ({ args }) => {
    const given = ['blocks', 'message', 'view'].filter((name) => args[name] !== undefined)
    if (given.length !== 1) return refuse('invalid_arguments')
    if (given[0] === 'view')
      return answer(validateView(args.view, fieldsOf(args.view).type === 'home' ? 'home' : 'modal'))
    return answer(
      validateBlocks(given[0] === 'blocks' ? args.blocks : fieldsOf(args.message).blocks, 'message'),
    )
  },
}
