import { flows as conversations } from '../../../flows/index.ts'
import { offered } from '../../../flows/shared/offered.ts'
import { onItem } from '../../../flows/shared/on-ticket.ts'
import { order } from '../../../flows/shared/order.ts'
import { unlessMoved } from '../../../flows/shared/unless-moved.ts'
import { client, either, staff } from '../../../flows/shared/who.ts'
import { defineFlow, type Flow } from '../../../src/chat/flow.ts'
import { isOf } from '../../../src/domain/item/kinds.ts'
import { kinds as product } from '../../../src/work/kinds.ts'
import { parcelKind } from './parcel-kind.ts'
import { parcelWords } from './parcel-words.ts'

/** So long has somebody time to collect a parcel that was sent in words, ms. */
export const collectWithin = 10 * 60_000

const none = { en: [], 'zh-CN': [] }

const own: readonly Flow[] = [
  defineFlow({
    name: 'send_parcel',
    opensWith: { en: ['parcel'], 'zh-CN': ['包裹'] },
    takes: 'text',
    about: 'ticket',
    may: staff,
    begin: ({ ticket, words, now }) =>
      ticket === undefined
        ? { kind: 'refuse', saying: 'which ticket?' }
        : {
            kind: 'order',
            orders: [
              {
                newFor: ticket.customer,
                wish: {
                  ...{ do: 'parcel.send', supplier: ticket.supplier, customer: ticket.customer },
                  ...{
                    to: ticket.reporter,
                    ticket: ticket.id,
                    content: words,
                    collectBy: now + collectWithin,
                  },
                },
              },
            ],
          },
  }),
  defineFlow({
    name: 'collect',
    opensWith: { en: ['collect'], 'zh-CN': ['领取'] },
    about: 'parcel',
    may: client,
    begin: onItem((context) =>
      unlessMoved(context, { staleAfter: ['parcel.refused'] }, () =>
        order(context, { do: 'parcel.collect' }, context.item.id),
      ),
    ),
  }),
  defineFlow({
    name: 'send_back',
    opensWith: none,
    about: 'parcel',
    may: client,
    begin: ({ item }) => {
      if (item === undefined || !isOf('parcel', item)) return { kind: 'refuse', saying: 'which parcel?' }
      const reason = `not for ${item.state.reporter}`
      return { kind: 'order', orders: [{ item: item.id, wish: { do: 'parcel.refuse', reason } }] }
    },
  }),
  defineFlow({
    name: 'parcels',
    opensWith: { en: ['parcels'], 'zh-CN': ['包裹列表'] },
    about: 'nothing',
    may: either,
    begin: (context) =>
      offered(context, parcelWords(context.language).list, { kind: 'parcel', list: 'open' }),
  }),
]

/** The product with a second kind of work. */
export const withParcels = {
  kinds: { ...product, parcel: parcelKind },
  flows: [...conversations, ...own],
}
