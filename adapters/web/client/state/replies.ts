import type { Card } from '../../../../src/chat/card.ts'
import type { Reply } from '../../../../src/chat/reply.ts'
import { passingMs } from '../passing.ts'
import { texts } from '../texts.ts'
import type { Spot } from '../wire.ts'
import { newKey } from './api.ts'
import type { Desk, Toast } from './desk.ts'
import { openForm } from './forms.ts'
import { personOf } from './people.ts'
import { rootOf, shelfOf } from './shelf.ts'

const mostCards = 6

/** The page's words in this person's language. */
export const textsOf = (person: string) => texts(personOf(person)?.language ?? 'en')

/** A code of the server as a sentence. */
export const sentenceOf = (person: string, code: string): string => {
  const { failed } = textsOf(person)
  return Object.entries(failed).find(([name]) => name === code)?.[1] ?? failed.other
}

/** Shows the bot's answer to the person who acted, and to nobody else. `from`: the private card it was pressed on. */
export const show = (desk: Desk, spot: Spot, reply: Reply, from?: string): void => {
  switch (reply.kind) {
    case 'done':
      if (reply.saying) toast(desk, 'good', reply.saying)
      break
    case 'refuse':
      toast(desk, 'no', reply.saying)
      break
    case 'fault':
      toast(desk, 'fault', faultWords(desk, reply))
      break
    case 'amend':
      toast(desk, 'no', reply.problems.map(({ message }) => message).join('\n'))
      break
    case 'ask':
      openForm(desk, spot, reply.form, from)
      break
    case 'show':
      showCard(desk, spot, reply.card, from)
      break
  }
}

const showCard = (desk: Desk, spot: Spot, card: Card, from: string | undefined): void => {
  const others = desk.cards.value.filter(({ id }) => id !== from)
  desk.cards.value = [...others, { ...spot, id: newKey(), after: lastOf(spot), card }].slice(-mostCards)
  desk.spoken.value = card.summary
}

/** What a fault says, with the reference to ask about. */
export const faultWords = ({ person }: Desk, fault: Extract<Reply, { kind: 'fault' }>): string =>
  `${fault.saying}\n${textsOf(person).reference(fault.reference)}`

/** Says a passing word. */
export const toast = (desk: Desk, tone: Toast['tone'], text: string): void => {
  const id = newKey()
  desk.toasts.value = [
    ...desk.toasts.value.filter(({ tone }) => tone === 'good').slice(-2),
    { id, tone, text },
  ]
  if (tone === 'good') setTimeout(() => untoast(desk, id), passingMs)
}

/** Takes a word away. */
export const untoast = (desk: Desk, id: string): void => {
  desk.toasts.value = desk.toasts.value.filter((other) => other.id !== id)
}

const lastOf = (spot: Spot): string =>
  shelfOf(spot).value.messages.at(-1)?.id ?? (spot.thread && rootOf(spot.thread).value?.id) ?? '0'
