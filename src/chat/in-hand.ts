import type { Belonging } from '../domain/item/belonging.ts'
import type { AnyWish } from '../domain/item/kinds.ts'
import type { Recorded } from '../domain/item/reading.ts'
import type { Language } from '../domain/people/sides.ts'
import type { FileRef, MessageRef } from '../domain/ticket/event.ts'
import type { Card } from './card.ts'
import type { Reading } from './reading.ts'

/** What somebody said where it belongs to an item. `internal`: only their own side, the supplier's, reads there. */
export type SaidWords = {
  readonly text: string
  readonly internal: boolean
  readonly message?: MessageRef
  readonly files?: readonly FileRef[]
}

/** The item a conversation is about, whatever its kind: as it stands, and as its kind draws it. */
export type InHand = Belonging & {
  readonly id: string
  readonly kind: string
  readonly seq: number
  readonly state: unknown
  readonly card: (reading: Reading) => Card
  /** Its record in words; `badSeq`: the log is not whole from there on. */
  readonly history: (log: readonly Recorded[], reading: Reading, badSeq?: number) => Card
  /** What a notice was about, in a word or three. */
  readonly about: (what: string, language: Language) => string
  /** What it means for the item that somebody said this in its thread; undefined where it takes no words. */
  readonly said: (words: SaidWords) => AnyWish | undefined
}
