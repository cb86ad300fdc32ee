import type { Block, Card, Plain } from '../../../../src/chat/card.ts'
import { textsOf } from '../state/replies.ts'
import { linkTo } from '../tickets/address.ts'
import type { Language } from '../wire.ts'
import { BlockView } from './block.tsx'
import { CardButton, type CardPlace } from './card-button.tsx'
import { DetailsView } from './details.tsx'
import { TagView } from './tag.tsx'

type Props = CardPlace & { card: Card; language: Language }

/** One line of news needs no frame. */
const isLine = ({ title, tone, blocks, buttons, below }: Card): boolean =>
  title === undefined &&
  buttons.length === 0 &&
  below === undefined &&
  (tone === 'neutral' || tone === 'good') &&
  blocks.every(({ type }) => type === 'text' || type === 'quote')

/** A card of the bot. Every text in it is put in as text. */
export const CardView = ({ card, language, ...place }: Props) => {
  const { title, state, tone, summary, blocks, buttons, below = [], list } = card
  const plain = (block: Plain, index: number) => (
    <BlockView key={index} block={block} language={language} {...place} />
  )
  const part = (block: Block, index: number) =>
    block.type === 'details' ? (
      <DetailsView key="details" details={block} of={title ?? summary} {...place}>
        {block.blocks.map(plain)}
      </DetailsView>
    ) : (
      plain(block, index)
    )
  // Nothing found is no table.
  const asTable =
    blocks.some(({ type }) => type === 'table') && list?.controls === undefined ? list : undefined
  return (
    <article class="card" data-tone={tone} data-line={isLine(card)} lang={language} aria-label={summary}>
      {title !== undefined && (
        <h3 class="title" dir="auto">
          {title}
        </h3>
      )}
      {state !== undefined && (
        <p class="state" dir="auto">
          <TagView tag={state.tag} />
          {state.text !== '' && <span class="rest">{state.text}</span>}
        </p>
      )}
      {title === undefined && blocks.length === 0 && <p class="text">{summary}</p>}
      {blocks.map(part)}
      {(buttons.length > 0 || asTable !== undefined) && (
        <div class="buttons">
          {buttons.map((button) => (
            <CardButton key={JSON.stringify(button.press)} button={button} {...place} />
          ))}
          {asTable !== undefined && (
            <a class="button" href={linkTo({ person: place.desk.person, words: asTable.words })}>
              {textsOf(place.desk.person).tickets.open}
            </a>
          )}
        </div>
      )}
      {below.map(part)}
    </article>
  )
}
