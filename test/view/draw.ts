import type { Block, Card } from '../../src/chat/card.ts'

const drawButtons = (buttons: Card['buttons']): readonly string[] =>
  buttons.length === 0 ? [] : [buttons.map(({ label }) => `[${label}]`).join(' ')]

const drawBlock = (block: Block): readonly string[] => {
  switch (block.type) {
    case 'text':
      return [block.text]
    case 'note':
    case 'stamp':
      return [`(${block.text})`]
    case 'quote':
      return [
        ...block.text.split('\n').map((line) => `> ${line}`),
        ...(block.files ?? []).map(({ label }) => `> 📎 ${label}`),
      ]
    case 'facts':
      return block.facts.map(({ label, value }) => `${label}: ${value}`)
    case 'table':
      return [
        block.columns.join(' | '),
        ...block.rows.map(({ cells, tag, button }) =>
          [...(tag ? [`● ${tag.label}`] : []), ...cells, ...(button ? [`[${button.label}]`] : [])].join(
            ' | ',
          ),
        ),
      ]
    case 'details':
      return [
        `▸ ${block.label}`,
        ...[...block.blocks.flatMap(drawBlock), ...drawButtons(block.buttons)].map((line) => `  ${line}`),
      ]
    case 'divider':
      return ['---']
    case 'bar':
      return [`${block.label} [${block.state}] ${block.text}`]
  }
}

/** A card as a person would read it aloud, for golden files. */
export const draw = ({ title, state, tone, blocks, buttons, below = [], summary }: Card): string =>
  [
    `# ${title ?? ''} (${tone})`,
    ...(state === undefined ? [] : [`● ${state.tag.label} · ${state.text}`]),
    ...blocks.flatMap(drawBlock),
    ...drawButtons(buttons),
    ...below.flatMap(drawBlock),
    `= ${summary}`,
  ].join('\n')
