import type { Item, Stamp } from '../../../src/domain/item/item.ts'
import { no, yes } from '../../../src/domain/result.ts'
import type { InternalText, MessageRef } from '../../../src/domain/ticket/event.ts'

const hour = 3_600_000

/** Something the supplier sends to a person of the customer, because of a ticket; it is to be collected by a moment. */
export type Parcel = {
  readonly id: string
  readonly supplier: string
  readonly customer: string
  readonly sender: string
  readonly reporter: string
  readonly ticket: string
  readonly content: string
  readonly collectBy: number
  readonly status: 'sent' | 'collected' | 'refused'
  readonly deliveredAt?: number
  readonly remindedAt?: number
  /** What was said of it, as it reads now. */
  readonly words: readonly { readonly text: string; readonly message?: MessageRef }[]
  readonly returns?: string
}

type Said = { readonly message?: MessageRef }

export type ParcelWish =
  | {
      readonly do: 'parcel.send'
      readonly id: string
      readonly supplier: string
      readonly customer: string
      readonly to: string
      readonly ticket: string
      readonly content: string
      readonly collectBy: number
      readonly returns?: string
    }
  | { readonly do: 'parcel.collect' }
  | { readonly do: 'parcel.refuse'; readonly reason: string }
  | ({ readonly do: 'parcel.note'; readonly text: InternalText } & Said)
  | ({ readonly do: 'parcel.say'; readonly text: string } & Said)
  | { readonly do: 'parcel.correct'; readonly message: MessageRef; readonly text?: string }
  | { readonly do: 'parcel.record_delivered'; readonly deliveredAt: number }
  | { readonly do: 'parcel.loop'; readonly with: string; readonly turn: number }
  | { readonly do: 'parcel.wake' }

type Fact =
  | (Omit<Extract<ParcelWish, { do: 'parcel.send' }>, 'do'> & { readonly type: 'parcel.sent' })
  | { readonly type: 'parcel.collected' }
  | { readonly type: 'parcel.refused'; readonly reason: string }
  | ({ readonly type: 'parcel.noted'; readonly text: InternalText } & Said)
  | ({ readonly type: 'parcel.said'; readonly text: string } & Said)
  | { readonly type: 'parcel.corrected'; readonly message: MessageRef; readonly text?: string }
  | { readonly type: 'parcel.delivered'; readonly deliveredAt: number }
  | { readonly type: 'parcel.looped'; readonly with: string; readonly turn: number }
  | { readonly type: 'parcel.reminded' }

export type ParcelEvent = Fact & Stamp

export type ParcelRefusal =
  | { readonly code: 'parcel_missing' }
  | { readonly code: 'parcel_gone'; readonly status: Parcel['status'] }
  | { readonly code: 'parcel_not_yours' }

declare module '../../../src/domain/item/kinds.ts' {
  interface Kinds {
    readonly parcel: {
      readonly state: Parcel
      readonly wish: ParcelWish
      readonly event: ParcelEvent
      readonly refusal: ParcelRefusal
    }
  }
}

const reminderAt = ({ status, collectBy, remindedAt }: Parcel): number | undefined =>
  status === 'sent' ? (remindedAt === undefined ? collectBy : remindedAt + 24 * hour) : undefined

const factOf = (parcel: Parcel, wish: ParcelWish, { at, by }: Stamp): Fact | ParcelRefusal | undefined => {
  switch (wish.do) {
    case 'parcel.send':
      return undefined
    case 'parcel.collect':
      if (by.kind !== 'person' || by.org !== parcel.customer) return { code: 'parcel_not_yours' }
      if (parcel.status === 'collected') return undefined
      if (parcel.status !== 'sent') return { code: 'parcel_gone', status: parcel.status }
      return { type: 'parcel.collected' }
    case 'parcel.refuse':
      if (parcel.status !== 'sent') return { code: 'parcel_gone', status: parcel.status }
      return { type: 'parcel.refused', reason: wish.reason }
    case 'parcel.note': {
      const { do: _, ...rest } = wish
      return { type: 'parcel.noted', ...rest }
    }
    case 'parcel.say': {
      const { do: _, ...rest } = wish
      return { type: 'parcel.said', ...rest }
    }
    case 'parcel.correct': {
      const { do: _, ...rest } = wish
      return { type: 'parcel.corrected', ...rest }
    }
    case 'parcel.record_delivered':
      return parcel.deliveredAt === undefined
        ? { type: 'parcel.delivered', deliveredAt: wish.deliveredAt }
        : undefined
    case 'parcel.loop':
      return { type: 'parcel.looped', with: wish.with, turn: wish.turn }
    case 'parcel.wake':
      return (reminderAt(parcel) ?? Number.POSITIVE_INFINITY) <= at ? { type: 'parcel.reminded' } : undefined
  }
}

const evolve = (parcel: Parcel | undefined, event: ParcelEvent): Parcel => {
  if (event.type === 'parcel.sent') {
    const { to, type: _, at: __, by, ...sent } = event
    return { ...sent, reporter: to, sender: by.kind === 'person' ? by.id : '', status: 'sent', words: [] }
  }
  if (parcel === undefined) throw new Error(`${event.type} before a parcel was sent`)
  switch (event.type) {
    case 'parcel.collected':
      return { ...parcel, status: 'collected' }
    case 'parcel.refused':
      return { ...parcel, status: 'refused' }
    case 'parcel.noted':
    case 'parcel.looped':
      return parcel
    case 'parcel.said': {
      const { text, message } = event
      return { ...parcel, words: [...parcel.words, { text, ...(message === undefined ? {} : { message }) }] }
    }
    case 'parcel.corrected': {
      const { text } = event
      return {
        ...parcel,
        words: parcel.words.flatMap((word) =>
          word.message?.message !== event.message.message
            ? [word]
            : text === undefined
              ? []
              : [{ ...word, text }],
        ),
      }
    }
    case 'parcel.delivered':
      return { ...parcel, deliveredAt: event.deliveredAt }
    case 'parcel.reminded':
      return { ...parcel, remindedAt: event.at }
  }
}

/** A small kind of work of two parties: sent by one, collected or refused by the other, with a reminder in between. */
export const parcelItem: Item<Parcel, ParcelWish & Stamp, ParcelEvent, ParcelRefusal> = {
  kind: 'parcel',
  version: 1,
  decide: (parcel, { at, by, ...wish }) => {
    const stamp = { at, by }
    if (parcel === undefined) {
      if (wish.do !== 'parcel.send') return no({ code: 'parcel_missing' })
      const { do: _, ...sent } = wish
      return yes([{ type: 'parcel.sent', ...sent, ...stamp }])
    }
    const fact = factOf(parcel, wish, stamp)
    if (fact === undefined) return yes([])
    return 'code' in fact ? no(fact) : yes([{ ...fact, ...stamp }])
  },
  evolve,
  due: (parcel, now) =>
    (reminderAt(parcel) ?? Number.POSITIVE_INFINITY) <= now
      ? [{ do: 'parcel.wake', at: now, by: { kind: 'bot' } }]
      : [],
  nextDue: reminderAt,
}
