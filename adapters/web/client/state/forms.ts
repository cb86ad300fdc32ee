import type { Signal } from '@preact/signals'
import type { Form } from '../../../../src/chat/form.ts'
import type { Spot } from '../wire.ts'
import { newKey } from './api.ts'
import type { Desk, OpenForm } from './desk.ts'
import { remembered } from './remembered.ts'

type Typed = OpenForm['values']

const drafts = new Map<string, Signal<Typed | undefined>>()

const typedOr = (found: unknown): Typed | undefined =>
  typeof found === 'object' && found !== null
    ? Object.fromEntries(
        Object.entries(found).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
      )
    : undefined

/** What this person typed into this form here and did not send; a later drawing of it is the same form. */
const draftOf = ({ person }: Desk, { conversation }: Spot, { flow, item = '', choice = '' }: Form) => {
  const key = `${person}|${conversation}|${flow}|${item}|${choice}`
  const found = drafts.get(key) ?? remembered(localStorage, `typed|${key}`, typedOr)
  drafts.set(key, found)
  return found
}

/** Opens a form with what was typed into the same one before, if it was left unsent. `from`: the card it was opened on. */
export const openForm = (desk: Desk, spot: Spot, form: Form, from?: string): void => {
  const initial = Object.fromEntries(
    form.fields.flatMap(({ name, initial }) => (initial === undefined ? [] : [[name, initial]])),
  )
  const values = { ...initial, ...draftOf(desk, spot, form).peek() }
  const opener = document.activeElement
  const frame = { id: newKey(), spot, opener, ...(from === undefined ? {} : { from }) }
  desk.form.value = { ...frame, form, values, problems: [], mended: [], state: 'open' }
}

/** Something was typed into a field of the open form. */
export const typeInto = (desk: Desk, name: string, value: string): void => {
  const open = desk.form.peek()
  if (!open) return
  const draft = draftOf(desk, open.spot, open.form)
  draft.value = { ...draft.peek(), [name]: value }
  desk.form.value = { ...open, values: { ...open.values, [name]: value }, mended: [...open.mended, name] }
}

/** Closes the form; unsent words are there again when it is opened next. */
export const closeForm = (desk: Desk): void => {
  desk.form.value = undefined
}

/**
 * The form was accepted: what was typed is forgotten. Where the answer asks with the same form again, for the ticket has moved on, it
 * was not, and stays.
 */
export const closeSent = (desk: Desk, asked?: Form): void => {
  const open = desk.form.peek()
  if (!open) return
  const draft = draftOf(desk, open.spot, open.form)
  if (asked === undefined || draftOf(desk, open.spot, asked) !== draft) draft.value = undefined
  desk.form.value = undefined
}
