import type { Plain } from '../../../../src/chat/card.ts'
import type { Language } from '../wire.ts'
import { BarView } from './bar.tsx'
import type { CardPlace } from './card-button.tsx'
import { TableView } from './table.tsx'

type Props = CardPlace & { block: Plain; language: Language }

/** One part of a card that is not folded. */
export const BlockView = ({ block, language, ...place }: Props) => {
  switch (block.type) {
    case 'text':
      return (
        <p class="text" dir="auto">
          {block.text}
        </p>
      )
    case 'note':
    case 'stamp':
      return (
        <p class="note" dir="auto">
          {block.text}
        </p>
      )
    case 'quote':
      return (
        <blockquote>
          {block.text !== '' && <p dir="auto">{block.text}</p>}
          {block.files?.map(({ label, link }) => (
            <p key={label} dir="auto">
              {'📎 '}
              {link === undefined ? (
                label
              ) : (
                <a href={link} target="_blank" rel="noreferrer">
                  {label}
                </a>
              )}
            </p>
          ))}
          {block.by !== undefined && <footer dir="auto">{block.by}</footer>}
        </blockquote>
      )
    case 'facts':
      return (
        <dl class="facts">
          {block.facts.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ))}
        </dl>
      )
    case 'table':
      return <TableView table={block} {...place} />
    case 'divider':
      return <hr />
    case 'bar':
      return <BarView bar={block} language={language} desk={place.desk} />
  }
}
