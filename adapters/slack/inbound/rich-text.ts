import { listOf, type Node } from './nodes.ts'
import { id } from './shapes.ts'

/** Formatted text nests at most this deep; what is deeper is not a person's. */
const maxDepth = 8

/**
 * The words of `rich_text` blocks, in the notation of Slack's plain `text`, so that both are read by the same rules.
 * Anything that is not as documented is left out.
 */
export const richText = (blocks: unknown): string =>
  listOf(blocks)
    .filter(({ type }) => type === 'rich_text')
    .map((block) => within(block, '\n', 1))
    .join('\n')

const within = ({ elements }: Node, between: string, depth: number): string =>
  listOf(elements)
    .map((element) => notation(element, depth))
    .join(between)

const notation = (node: Node, depth: number): string => {
  if (depth > maxDepth) return ''
  switch (node.type) {
    case 'text':
      return quoted(node.text)
    case 'link':
      return mark(quoted(node.url).replaceAll('|', '%7C'), quoted(node.text))
    case 'user':
      return mark(prefixed('@', node.user_id))
    case 'channel':
      return mark(prefixed('#', node.channel_id))
    case 'usergroup':
      return mark(prefixed('!subteam^', node.usergroup_id))
    case 'broadcast':
      return mark(prefixed('!', node.range))
    case 'emoji':
      return `:${quoted(node.name)}:`
    case 'date':
      return quoted(node.fallback)
    case 'color':
      return quoted(node.value)
    case 'rich_text_list':
      return listOf(node.elements)
        .map((item) => `• ${notation(item, depth + 1)}`)
        .join('\n')
    case 'rich_text_section':
    case 'rich_text_quote':
    case 'rich_text_preformatted':
      return within(node, '', depth + 1)
    default:
      return ''
  }
}

const quoted = (text: unknown): string =>
  typeof text === 'string'
    ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    : ''

const prefixed = (prefix: string, named: unknown): string => {
  const read = id.safeParse(named)
  return read.success ? `${prefix}${read.data}` : ''
}

const mark = (target: string, label = ''): string =>
  target === '' ? label : `<${target}${label === '' ? '' : `|${label}`}>`
