import type { Card } from '../../../../src/chat/card.ts'
import type { Language } from '../wire.ts'
import { BlockView } from './block.tsx'
import { CardButton, type CardPlace } from './card-button.tsx'

/** One line of news needs no frame. */
const isLine = ({ title, tone, blocks, buttons }: Card): boolean =>
  title === undefined &&
  buttons.length === 0 &&
  (tone === 'neutral' || tone === 'good') &&
  blocks.every(({ type }) => type === 'text' || type === 'quote')

/** A card of the bot. Every text in it is put in as text. */
export const CardView = ({ card, language, ...place }: CardPlace & { card: Card; language: Language }) => (
  <article
    class="card"
    data-tone={card.tone}
    data-line={isLine(card)}
    lang={language}
    aria-label={card.summary}
  >
    {card.title !== undefined && (
      <h3 class="title" dir="auto">
        {card.title}
      </h3>
    )}
    {card.title === undefined && card.blocks.length === 0 && <p class="text">{card.summary}</p>}
    {card.blocks.map((block, index) => (
      <BlockView key={index} block={block} language={language} {...place} />
    ))}
    {card.buttons.length > 0 && (
      <div class="buttons">
        {card.buttons.map((button) => (
          <CardButton key={JSON.stringify(button.press)} button={button} {...place} />
        ))}
      </div>
    )}
  </article>
)
