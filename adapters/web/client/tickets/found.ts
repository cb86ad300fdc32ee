import { signal } from '@preact/signals'
import type { Card } from '../../../../src/chat/card.ts'
import { insist, newKey } from '../state/api.ts'
import { deskOf } from '../state/desk.ts'
import { faultWords, sentenceOf } from '../state/replies.ts'
import type { Acted } from '../wire.ts'
import type { Address } from './address.ts'

/** A list as it came, for whom, or why it did not. */
type Found = { readonly address: Address; readonly card?: Card; readonly failed?: string }

/** The list that is shown. The one before stays until the next is there. */
export const found = signal<Found | undefined>(undefined)
/** Whether a list is on its way. */
export const reading = signal(false)

let latest = 0

const of = (address: Address, { reply }: Acted): Found => {
  if (reply.kind === 'show') return { address, card: reply.card }
  if (reply.kind === 'refuse') return { address, failed: reply.saying }
  const failed =
    reply.kind === 'fault' ? faultWords(deskOf(address.person), reply) : sentenceOf(address.person, 'other')
  return { address, failed }
}

/** Reads the list at an address as its person may see it. An answer that was overtaken is dropped. */
export const readTickets = async (address: Address): Promise<void> => {
  const { person, words } = address
  const turn = ++latest
  reading.value = true
  const press = { flow: 'tickets', choice: words === '' ? 'table' : `table ${words}` }
  const asked = { as: person, conversation: `direct:${person}`, key: newKey(), press }
  const came = await insist<Acted>('/api/press', asked)
  if (turn !== latest) return
  reading.value = false
  found.value = came.ok ? of(address, came.body) : { address, failed: sentenceOf(person, came.error) }
}
