import { type Card, card } from '../../../src/chat/card.ts'
import type { Reading } from '../../../src/chat/reading.ts'
import type { Language } from '../../../src/domain/people/sides.ts'
import { speak } from '../../../src/view/reading.ts'
import type { Parcel, ParcelRefusal } from './parcel.ts'

const en = {
  status: { sent: 'on its way', collected: 'collected', refused: 'refused' },
  collect: 'I have it',
  refuse: 'Send it back',
  reminder: (id: string) => `${id} waits to be collected.`,
  outcome: (id: string, status: Parcel['status']) => `${id} is ${en.status[status]}.`,
  toDo: 'Collect it.',
  history: (id: string) => `${id}: the parcel’s record`,
  about: { 'parcel.sent': 'parcel sent', 'parcel.reminded': 'parcel reminder' } as Record<string, string>,
  list: 'Parcels on their way',
  refusals: {
    parcel_missing: () => 'There is no such parcel.',
    parcel_gone: (status: string) => `This parcel is ${status} already.`,
    parcel_not_yours: () => 'This parcel is not for you.',
  },
}

const zh: typeof en = {
  status: { sent: '运送中', collected: '已领取', refused: '已拒收' },
  collect: '已收到',
  refuse: '退回',
  reminder: (id) => `${id} 等待领取。`,
  outcome: (id, status) => `${id}：${zh.status[status]}。`,
  toDo: '请领取。',
  history: (id) => `${id}：包裹记录`,
  about: { 'parcel.sent': '寄出包裹', 'parcel.reminded': '领取提醒' },
  list: '运送中的包裹',
  refusals: {
    parcel_missing: () => '没有这个包裹。',
    parcel_gone: (status) => `这个包裹${status}。`,
    parcel_not_yours: () => '这个包裹不是给您的。',
  },
}

/** What is said of parcels. */
export const parcelWords = (language: Language): typeof en => (language === 'en' ? en : zh)

/** A parcel's card: what it holds, how it stands, what was said, and for the customer what can be done. */
export const parcelCard = (parcel: Parcel, seq: number, reading: Reading): Card => {
  const t = parcelWords(reading.language)
  const { id, content, status, words } = parcel
  const press = (flow: string) => ({ flow, item: id, seen: seq })
  return card({
    title: `${id} · ${content}`,
    summary: `${id}: ${content}, ${t.status[status]}`,
    blocks: [
      { type: 'text', text: t.status[status] },
      ...words.map(({ text }) => ({ type: 'quote', text }) as const),
    ],
    buttons:
      reading.audience === 'customer' && status === 'sent'
        ? [
            { label: t.collect, press: press('collect'), style: 'primary' },
            { label: t.refuse, press: press('send_back'), style: 'danger' },
          ]
        : [],
  })
}

/** How it stands, for a notice that offers less than when it was sent. */
export const parcelStands = (parcel: Parcel, reading: Reading): string =>
  `${speak(reading).dated(reading.now)}: ${parcelWords(reading.language).status[parcel.status]}`

/** An expected no about a parcel. */
export const parcelRefusal = (refusal: ParcelRefusal, { language }: Pick<Reading, 'language'>): string => {
  const t = parcelWords(language)
  return refusal.code === 'parcel_gone'
    ? t.refusals.parcel_gone(t.status[refusal.status])
    : t.refusals[refusal.code]()
}
