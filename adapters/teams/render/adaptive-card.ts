/** An Adaptive Card 1.5 as plain JSON; see https://adaptivecards.io/explorer. */
export type AdaptiveCard = {
  readonly type: 'AdaptiveCard'
  readonly $schema: 'http://adaptivecards.io/schemas/adaptive-card.json'
  readonly version: '1.5'
  readonly body: readonly Element[]
  readonly actions?: readonly Action[]
  readonly lang?: string
  readonly fallbackText?: string
  readonly speak?: string
  readonly msteams?: { readonly width?: 'Full'; readonly entities?: readonly Mention[] }
}

/** Whoever `text` (`<at>…</at>`) calls where it stands in the card: by their id in the directory, or as the bot knows them. */
export type Mention = {
  readonly type: 'mention'
  readonly text: string
  readonly mentioned: { readonly id: string; readonly name: string }
}

/** Any element or input. */
export type Element = { readonly type: string; readonly [name: string]: unknown }

/** Any action. */
export type Action = { readonly type: string; readonly [name: string]: unknown }

/** One message as Teams takes it: the card, and the sentence for notifications. */
export type TeamsMessage = { readonly summary: string; readonly card: AdaptiveCard }

/** How much of a card something takes, UTF-8 bytes of its JSON. */
export const sizeOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value))
