import type { RoomRef } from '../ticket/event.ts'

/** Whose an item is: the two parties, who asked for it, and where, if that was a conversation. */
export type Belonging = {
  readonly supplier: string
  readonly customer?: string
  readonly reporter?: string
  readonly place?: RoomRef
}
