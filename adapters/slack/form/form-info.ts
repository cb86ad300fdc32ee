import type { ModalView } from '@slack/types'
import type { Card } from '../../../src/chat/card.ts'
import type { Place } from '../../../src/chat/inbound.ts'
import type { Language } from '../../../src/domain/people/sides.ts'
import { texts } from '../../../src/text/texts.ts'
import { limits } from '../limits.ts'
import { plain } from '../plain.ts'
import { body } from '../render/body.ts'
import { buttonRows } from '../render/button-rows.ts'
import { cut } from '../render/cut.ts'
import { state } from '../render/state.ts'
import { noted, said } from '../render/words.ts'
import { writeMetadata } from './form-metadata.ts'
import { heading } from './heading.ts'

/** A modal that asks nothing: an answer where there is no message to show it in. Text alone is a card with that summary. */
export const infoView = (
  card: Card,
  { title, place, language }: { readonly title?: string; readonly place: Place; readonly language: Language },
): ModalView => {
  const t = texts(language)
  const { short, whole } = heading(card.title ?? title ?? t.common.bot)
  const head = [...(whole === undefined ? [] : noted(whole)), ...state(card, t.common.row)]
  const acts = buttonRows(card, t.common.row)
  const drawn =
    card.blocks.length === 0
      ? said(card.summary)
      : body([...card.blocks, ...(card.below ?? [])], t.common.row)
  return {
    type: 'modal',
    callback_id: 'info',
    private_metadata: writeMetadata({ flow: 'info', place }),
    title: plain(short, limits.view.title),
    close: plain(t.frame.close, limits.view.button),
    blocks: [...head, ...cut(drawn, t, head.length + acts.length), ...acts],
  }
}
