import type { Card } from '../../../../src/chat/card.ts'
import type { Form } from '../../../../src/chat/form.ts'
import type { Reply } from '../../../../src/chat/reply.ts'
import { passingMs } from '../passing.ts'
import { texts } from '../texts.ts'
import type { Spot } from '../wire.ts'
import { newKey } from './api.ts'
import type { Desk, Toast } from './desk.ts'
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

const kept = new Map<string, { readonly [field: string]: string }>()
const draftKey = (desk: Desk, { flow, item = '', choice = '' }: Form) =>
  `${desk.person}|${flow}|${item}|${choice}`

/** Opens a form with what was typed into the same one before, if it was closed unsent. `from`: the card it was opened on. */
export const openForm = (desk: Desk, spot: Spot, form: Form, from?: string): void => {
  const initial = Object.fromEntries(
    form.fields.flatMap(({ name, initial }) => (initial === undefined ? [] : [[name, initial]])),
  )
  const values = { ...initial, ...kept.get(draftKey(desk, form)) }
  const opener = document.activeElement
  const frame = { id: newKey(), spot, opener, ...(from === undefined ? {} : { from }) }
  desk.form.value = { ...frame, form, values, problems: [], mended: [], state: 'open' }
}

/** Closes the form; unsent words are there again when it is opened next. */
export const closeForm = (desk: Desk, sent: boolean): void => {
  const open = desk.form.value
  if (!open) return
  if (sent) kept.delete(draftKey(desk, open.form))
  else kept.set(draftKey(desk, open.form), open.values)
  desk.form.value = undefined
}

const lastOf = (spot: Spot): string =>
  shelfOf(spot).value.messages.at(-1)?.id ?? (spot.thread && rootOf(spot.thread).value?.id) ?? '0'
