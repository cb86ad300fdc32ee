import type { Duration, Instant } from '../domain/calendar/calendar.ts'
import type { ListView } from './list-view.ts'

/**
 * A platform-neutral card. All text in it is plain: no markup of any platform, so user text is safe here and is
 * escaped exactly once, in the adapter's renderer.
 */
export type Card = {
  readonly title?: string
  /** How what it is about stands, in one line below the title. */
  readonly state?: { readonly tag: Tag; readonly text: string }
  readonly tone: 'neutral' | 'info' | 'good' | 'warning' | 'alarm'
  readonly blocks: readonly Block[]
  readonly buttons: readonly Button[]
  /** What stands below the buttons: since when and until when, and the rest, folded. */
  readonly below?: readonly Block[]
  /** One sentence for notifications, screen readers and clients that cannot draw the card. */
  readonly summary: string
  /** What it lists, where it answers for a list. */
  readonly list?: ListView
}

export type Block = Plain | Details

/** Told by a colour and a word at once: the colour alone says nothing. */
export type Tag = { readonly colour: 'red' | 'orange' | 'yellow' | 'grey'; readonly label: string }

/** A part of a card that is read at once. */
export type Plain =
  | { readonly type: 'text'; readonly text: string }
  /** Small print: context, guidance. */
  | { readonly type: 'note'; readonly text: string }
  /** As of when its words are, and on whose clock: small print that passes by itself. */
  | { readonly type: 'stamp'; readonly text: string }
  /** What a person wrote, shown as their words. */
  | {
      readonly type: 'quote'
      readonly text: string
      readonly by?: string
      /** The files that came with the words. A link leads to the platform, which decides who may open it. */
      readonly files?: readonly QuotedFile[]
    }
  | { readonly type: 'facts'; readonly facts: readonly { readonly label: string; readonly value: string }[] }
  | {
      readonly type: 'table'
      readonly columns: readonly string[]
      readonly rows: readonly TableRow[]
    }
  | { readonly type: 'divider' }
  | Bar

/**
 * What only some want to read or do: folded behind its label where the platform can fold. Elsewhere `open` is pressed for it,
 * which answers in private with the same unfolded; without that it is drawn in its place.
 */
export type Details = {
  readonly type: 'details'
  readonly label: string
  readonly blocks: readonly Plain[]
  readonly buttons: readonly Button[]
  readonly open?: Press
}

/** A row of a table; its tag leads it. */
export type TableRow = { readonly cells: readonly string[]; readonly tag?: Tag; readonly button?: Button }

/** A file as it is shown: its name and size in words, and where it can be opened if that is known. */
export type QuotedFile = { readonly label: string; readonly link?: string }

/** The remaining time of one target, drawn live where the client can, as a sentence elsewhere. */
export type Bar = {
  readonly type: 'bar'
  readonly label: string
  /** The sentence for clients that draw no bar, and for screen readers. */
  readonly text: string
  readonly state: 'running' | 'paused' | 'closed_hours' | 'met' | 'breached'
  /** Business time of the target, and how much of it was used at `asOf`. */
  readonly budget: Duration
  readonly used: Duration
  readonly asOf: Instant
  readonly dueAt?: Instant
}

/**
 * A button carries identity only: which flow, which item, and the item's seq when it was drawn. Who pressed comes from
 * the platform; permission is checked at the press.
 */
export type Press = {
  readonly flow: string
  readonly item?: string
  readonly seen?: number
  readonly choice?: string
  /** The inbox row of the words it stands for, where a form could not be opened at once: they fill it in. */
  readonly typed?: string
}

/**
 * Stands for the row of the words an answer is given to, until the answer is on its way: a button that carries it begins its
 * form with those words, for whoever said them.
 */
export const justSaid = 'just-said'

/** A button that begins with the words it answers. */
export const withWords = (button: Button): Button => ({
  ...button,
  press: { ...button.press, typed: justSaid },
})

/** The press in what carries one, such as a form that it opens, and nothing else of that. */
export const pressOf = ({ flow, item, seen, choice, typed }: Press): Press => ({
  flow,
  ...(item === undefined ? {} : { item }),
  ...(seen === undefined ? {} : { seen }),
  ...(choice === undefined ? {} : { choice }),
  ...(typed === undefined ? {} : { typed }),
})

export type Button = {
  readonly label: string
  readonly press: Press
  readonly style: 'normal' | 'primary' | 'danger'
}

type Parts = Pick<Card, 'blocks' | 'below' | 'buttons'>

/** Every part of a card in its order, with what is folded away in place of what folds it. */
export const unfolded = ({ blocks, below = [] }: Pick<Parts, 'blocks' | 'below'>): readonly Plain[] =>
  [...blocks, ...below].flatMap((block) => (block.type === 'details' ? block.blocks : [block]))

/** Every button of a card: its own, those in the rows of its tables, and those that are folded away. */
export const buttonsOf = ({ buttons, ...parts }: Parts): readonly Button[] => [
  ...buttons,
  ...[...parts.blocks, ...(parts.below ?? [])].flatMap((block) =>
    block.type === 'details' ? block.buttons : [],
  ),
  ...unfolded(parts).flatMap((block) =>
    block.type === 'table' ? block.rows.flatMap(({ button }) => button ?? []) : [],
  ),
]

const without =
  (stays: (button: Button) => boolean) =>
  <Part extends Block>(block: Part): Part => {
    if (block.type === 'details')
      return {
        ...block,
        blocks: block.blocks.map(without(stays)),
        buttons: block.buttons.filter(stays),
      }
    if (block.type !== 'table') return block
    const rows = block.rows.map(({ button, ...row }) =>
      button === undefined || !stays(button) ? row : { ...row, button },
    )
    return { ...block, rows }
  }

/** A card with those of its buttons alone that stay, wherever they are. */
export const withoutActs = (card: Card, stays: (button: Button) => boolean): Card => ({
  ...card,
  blocks: card.blocks.map(without(stays)),
  buttons: card.buttons.filter(stays),
  ...(card.below === undefined ? {} : { below: card.below.map(without(stays)) }),
})

/** A card's empty frame with the defaults filled in. */
export const card = (parts: Partial<Card> & { readonly summary: string }): Card => ({
  tone: 'neutral',
  blocks: [],
  buttons: [],
  ...parts,
})
