import { failureOf } from './failure.ts'

const tooLarge: ReadonlySet<string> = new Set([
  'msg_blocks_too_long',
  'msg_too_long',
  'invalid_blocks',
  'invalid_blocks_format',
])

/** Whether Slack would not take a message for its size or its blocks: in smaller pieces it may. */
export const isTooLarge = (error: unknown): boolean => {
  const failure = failureOf(error)
  return failure.kind === 'refused' && tooLarge.has(failure.code)
}
