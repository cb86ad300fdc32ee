import type { KnownBlock, RichTextElement, View } from '@slack/types'
import type { SlackMessage } from '../../../adapters/slack/render.ts'

const fields = (value: unknown): { readonly [name: string]: unknown } => value as never

const text = (value: unknown): string => {
  const { type, text: words } = fields(value)
  return type === 'mrkdwn' ? `${String(words)} ‹mrkdwn›` : String(words)
}

const runs = (elements: readonly RichTextElement[]): string =>
  elements
    .map((one) =>
      one.type === 'text'
        ? one.style?.bold
          ? `**${one.text}**`
          : one.text
        : one.type === 'link'
          ? `[${one.text}](${one.url})`
          : `‹${one.type}›`,
    )
    .join('')

const option = (value: unknown): string => {
  const { text: words, description } = fields(value)
  return description === undefined ? text(words) : `${text(words)} (${text(description)})`
}

/** What a button sends: its flow, item and choice. */
const pressed = (value: unknown): string => {
  const { flow, item, choice } = fields(JSON.parse(String(value)))
  return [flow, item, choice].filter((one) => one !== undefined).join(' ')
}

/** A button, menu or input in one line: what it says, and what it would send. */
const element = (value: unknown): string => {
  const { type, action_id, accessibility_label: aloud, style, value: sent, ...more } = fields(value)
  if (type === 'button')
    return `[${text(more.text)}]${style ? ` ${style}` : ''}${aloud ? ` “${aloud}”` : ''} → ${pressed(sent)}`
  const options = ((more.options ?? []) as readonly unknown[]).map(option)
  const groups = ((more.option_groups ?? []) as readonly unknown[]).map(
    (group) => `${text(fields(group).label)}: ${(fields(group).options as readonly unknown[]).length}`,
  )
  const begun =
    more.initial_value ?? more.initial_date ?? more.initial_time ?? fields(more.initial_option ?? {}).value
  return [
    `<${type} ${action_id}${more.multiline ? ' multiline' : ''}${more.max_length ? ` ≤${more.max_length}` : ''}>`,
    ...(begun === undefined ? [] : [`= ${begun}`]),
    ...[...options, ...groups].map((one) => `\n    ( ) ${one}`),
  ].join(' ')
}

const rich = (part: Extract<KnownBlock, { type: 'rich_text' }>['elements'][number]): readonly string[] => {
  switch (part.type) {
    case 'rich_text_section':
      return runs(part.elements).split('\n')
    case 'rich_text_list':
      return part.elements.map(({ elements }) => `• ${runs(elements)}`)
    default:
      return runs(part.elements)
        .split('\n')
        .map((line) => `│ ${line}`)
  }
}

/** One block as lines, the first of them naming its type. */
const lines = (block: KnownBlock): readonly string[] => {
  switch (block.type) {
    case 'section': {
      const pairs = (block.fields ?? []).map(text)
      return [
        ...(block.text ? text(block.text).split('\n') : []),
        ...pairs.flatMap((one, index) => (index % 2 === 0 ? [`${one}  ⇥  ${pairs[index + 1]}`] : [])),
        ...(block.accessory ? [element(block.accessory)] : []),
      ]
    }
    case 'header':
      return [text(block.text)]
    case 'context':
      return block.elements.map(text)
    case 'actions':
      return block.elements.map(element)
    case 'rich_text':
      return block.elements.flatMap(rich)
    case 'input':
      return [
        `${block.block_id}: ${text(block.label)}${block.optional ? ' (optional)' : ''}`,
        element(block.element),
        ...(block.hint ? [`hint: ${text(block.hint)}`] : []),
      ]
    case 'divider':
      return ['']
    default:
      throw new Error(`no outline of ${block.type}`)
  }
}

/** Blocks as one reads them, each with its type in the margin. */
export const outline = (blocks: readonly unknown[]): string =>
  (blocks as readonly KnownBlock[])
    .flatMap((block) =>
      lines(block).map((line, index) => `${(index === 0 ? block.type : '').padEnd(10)}${line}`),
    )
    .join('\n')

/** Messages of one card as one reads them, with what a notification says. */
export const outlineMessages = (messages: readonly SlackMessage[]): string =>
  messages
    .map(({ text: words, blocks }) => `${outline(blocks)}\n${'text'.padEnd(10)}${words}`)
    .join('\n~~~\n')

/** A modal or Home as one reads it. */
export const outlineView = (view: View): string => {
  const { title, submit, close } = fields(view)
  const frame = [title, submit, close].filter((one) => one !== undefined).map(text)
  return [
    `${view.type} ${view.callback_id}${frame.length === 0 ? '' : `: ${frame.join(' | ')}`}`,
    ...(view.private_metadata === undefined ? [] : [`memory    ${view.private_metadata}`]),
    outline(view.blocks),
  ].join('\n')
}
