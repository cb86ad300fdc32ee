import { type Fields, textOf } from '../../fake/fields.ts'
import { mentionsDrawn } from '../wire/mentions.ts'
import type { World } from '../world/create-world.ts'
import { messageAt } from '../world/find.ts'
import type { Spot } from '../world/records.ts'
import { viewKey } from '../world/write-message.ts'
import { buttonsIn, inputsIn, wordsIn } from './card-parts.ts'

/** What one person sees in a message now. */
export type Seen = {
  readonly text: string
  /** The card of this person: `own` when it is not everybody's. */
  readonly card?: Fields
  readonly own: boolean
  readonly deleted: boolean
  /** What the buttons say. */
  readonly buttons: readonly string[]
  /** The names of the fields, and what stands in them. */
  readonly fields: { readonly [name: string]: string }
  /** All that can be read, line by line. */
  readonly words: string
}

/** What one person sees in a message: the view an answer drew for them, else what everybody sees. */
export const viewOf = (world: World, spot: Spot, person: string): Seen => {
  const { text, card: shared, deleted } = messageAt(world, spot)
  const own = world.views.get(viewKey(spot, person))
  const card = deleted ? undefined : (own ?? shared)
  const said = deleted ? '' : text
  if (card === undefined) return { text: said, own: false, deleted, buttons: [], fields: {}, words: said }
  return {
    text: said,
    card,
    own: own !== undefined,
    deleted,
    buttons: buttonsIn(card).map(({ title }) => title),
    fields: Object.fromEntries(inputsIn(card).map(({ id, value }) => [textOf(id), textOf(value)])),
    words: [said, wordsIn(mentionsDrawn(card))].filter((one) => one !== '').join('\n'),
  }
}
