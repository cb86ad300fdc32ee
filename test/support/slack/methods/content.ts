import { randomBytes } from 'node:crypto'
import { type Fields, fieldsOf, listOf, textOf } from '../../fake/fields.ts'
import { fillIds } from '../blocks/fill-ids.ts'
import { validateBlocks } from '../blocks/validate-blocks.ts'
import type { World } from '../world/create-world.ts'
import { refuse } from './refuse.ts'

/** What a message says, checked as Slack checks it. */
export type Content = {
  readonly text: string
  readonly blocks?: readonly Fields[]
  readonly metadata?: Fields
  readonly warning?: string
}

const metadataIn = (value: unknown): Fields => {
  const { event_type, event_payload, ...rest } = fieldsOf(value)
  if (Object.keys(fieldsOf(value)).length === 0 && typeof value === 'object') return {}
  const payload = typeof event_payload === 'object' && event_payload !== null && !Array.isArray(event_payload)
  if (typeof event_type !== 'string' || event_type === '' || !payload || Object.keys(rest).length > 0)
    return refuse('invalid_metadata_format')
  if (JSON.stringify(value).length > 16_000) return refuse('metadata_too_large')
  return { event_type, event_payload }
}

const blocksIn = (world: World, value: unknown): readonly Fields[] => {
  if (!Array.isArray(value)) return refuse('invalid_blocks_format')
  const problems = validateBlocks(value, 'message')
  if (problems.length > 0)
    refuse('invalid_blocks', {
      errors: problems,
      response_metadata: { messages: problems.map((problem) => `[ERROR] ${problem}`) },
    })
  if (textLength(value) > world.rules.blockText) refuse('msg_blocks_too_long')
  return fillIds(value.map(fieldsOf), randomBytes)
}

/** Characters a reader sees in blocks: every `text` that is a string, wherever it is. */
export const textLength = (value: unknown): number =>
  Array.isArray(value)
    ? value.reduce<number>((sum, item) => sum + textLength(item), 0)
    : typeof value === 'object' && value !== null
      ? Object.entries(value).reduce(
          (sum, [name, item]) =>
            sum + (name === 'text' && typeof item === 'string' ? [...item].length : textLength(item)),
          0,
        )
      : 0

/** Reads text, blocks and metadata of a post or update; refuses what Slack refuses. */
export const content = (world: World, args: Fields): Content => {
  const given = args.blocks !== undefined && args.blocks !== ''
  const blocks = given ? blocksIn(world, args.blocks) : undefined
  const attached = listOf(args.attachments).length
  if (attached > 100) return refuse('too_many_attachments')
  const said = textOf(args.text)
  if (said.trim() === '' && (blocks === undefined ? attached === 0 : world.rules.fallback))
    return refuse('no_text')
  const points = [...said]
  return {
    text: points.slice(0, 40_000).join(''),
    ...(blocks === undefined || blocks.length === 0 ? {} : { blocks }),
    ...(args.metadata === undefined || args.metadata === '' ? {} : { metadata: metadataIn(args.metadata) }),
    ...(points.length > 40_000 ? { warning: 'message_truncated' } : {}),
  }
}
