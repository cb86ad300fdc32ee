import { fieldsOf, textOf } from '../../fake/fields.ts'

const controls = (text: string): readonly string[] => text.match(/<[^<>]+>/g) ?? []

/** Elements of rich text that reach somebody or lead somewhere. */
const reaching = new Set(['user', 'usergroup', 'channel', 'broadcast', 'link', 'team'])

/**
 * What Slack would not show as it is written but act on: mentions, calls to a whole channel, links. Read in the text and
 * in everything formatted; plain text is shown literally.
 */
export const controlsIn = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(controlsIn)
  if (typeof value !== 'object' || value === null) return []
  const { type, text, ...rest } = fieldsOf(value)
  const inside = Object.values(rest).flatMap(controlsIn)
  if (reaching.has(textOf(type))) return [JSON.stringify(value), ...inside]
  if (typeof text !== 'string') return [...controlsIn(text), ...inside]
  const literal = ['plain_text', 'text', 'raw_text'].includes(textOf(type))
  return [...(literal ? [] : controls(text)), ...inside]
}
