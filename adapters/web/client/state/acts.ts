import type { Press } from '../../../../src/chat/card.ts'
import type { ChatMessage } from '../../../../src/chat/chat-log.ts'
import type { Acted, Language, Spot } from '../wire.ts'
import { insist, newKey, post } from './api.ts'
import type { Desk, OpenForm, Pressed } from './desk.ts'
import { closeSent, openForm } from './forms.ts'
import { faultWords, sentenceOf, show, textsOf, toast } from './replies.ts'
import { keep } from './shelf.ts'

/** The name of a button on a desk: the card it is on and what it means. */
export const buttonKey = (card: string, press: Press): string => `${card}|${JSON.stringify(press)}`

const doneMs = 2_500

const mark = (desk: Desk, button: string, pressed: Pressed | undefined): void => {
  const { [button]: _, ...others } = desk.pressed.value
  desk.pressed.value = pressed ? { ...others, [button]: pressed } : others
}

/** Presses a button of a card. While it is at work a second press does nothing. */
export const press = async (desk: Desk, spot: Spot, card: string, pressed: Press): Promise<void> => {
  const button = buttonKey(card, pressed)
  if (desk.pressed.value[button] === 'busy') return
  mark(desk, button, 'busy')
  desk.toasts.value = []
  const came = await insist<Acted>('/api/press', { as: desk.person, ...spot, key: newKey(), press: pressed })
  if (!came.ok) {
    mark(desk, button, undefined)
    return toast(desk, 'fault', sentenceOf(desk.person, came.error))
  }
  const { reply } = came.body
  mark(desk, button, reply.kind === 'done' ? 'done' : undefined)
  if (reply.kind === 'done') setTimeout(() => mark(desk, button, undefined), doneMs)
  show(desk, spot, reply, card)
  if (reply.kind === 'done') await drawAnew(desk, spot, card, pressed.item)
}

/** A card for this person alone follows nothing by itself: once something was done by it, it shows its item as it stands. */
const drawAnew = async (
  desk: Desk,
  spot: Spot,
  card: string | undefined,
  item: string | undefined,
): Promise<void> => {
  const isShown = () => desk.cards.value.some(({ id }) => id === card)
  if (item === undefined || !isShown()) return
  const look = { as: desk.person, ...spot, key: newKey(), press: { flow: 'status', item } }
  const came = await insist<Acted>('/api/press', look)
  if (!came.ok || came.body.reply.kind !== 'show') return
  const { card: now } = came.body.reply
  desk.cards.value = desk.cards.value.map((one) => (one.id === card ? { ...one, card: now } : one))
}

/** Asks for another language to be spoken to this person. */
export const speak = async (desk: Desk, language: Language): Promise<void> => {
  const spot = { conversation: `direct:${desk.person}` }
  await press(desk, spot, 'language', { flow: 'prefer_language', choice: language })
}

/** Sends the open form. Whatever comes back, what was typed stays until it was accepted. */
export const submit = async (desk: Desk, open: OpenForm): Promise<void> => {
  const { form, spot, from } = open
  const problems = form.fields
    .filter(({ name, optional }) => !optional && !open.values[name]?.trim())
    .map(({ name }) => ({ field: name, message: textsOf(desk.person).form.unfilled }))
  if (problems.length > 0) {
    desk.form.value = { ...open, problems, mended: [] }
    return
  }
  desk.form.value = { ...open, problems: [], mended: [], state: 'sending' }
  const came = await insist<Acted>('/api/submit', {
    as: desk.person,
    ...spot,
    // One drawing of a form has one effect, however often it is sent: an answer may have got lost on its way back.
    key: open.id,
    form: identityOf(form),
    values: open.values,
  })
  const now = desk.form.value
  if (now?.id !== open.id) return
  const back = (changes: Partial<OpenForm>) => {
    desk.form.value = { ...now, state: 'open', ...changes }
  }
  if (!came.ok) return back({ no: sentenceOf(desk.person, came.error) })
  const { reply } = came.body
  if (reply.kind === 'amend') return back({ problems: reply.problems })
  if (reply.kind === 'refuse') return back({ no: reply.saying })
  if (reply.kind === 'fault') return back({ no: faultWords(desk, reply) })
  closeSent(desk, reply.kind === 'ask' ? reply.form : undefined)
  if (reply.kind === 'ask') return openForm(desk, spot, reply.form, from)
  show(desk, spot, reply, reply.kind === 'show' ? from : undefined)
  if (reply.kind === 'done') await drawAnew(desk, spot, from, form.item)
}

const identityOf = ({ flow, item, seen, choice }: OpenForm['form']) => ({
  flow,
  ...(item === undefined ? {} : { item }),
  ...(seen === undefined ? {} : { seen }),
  ...(choice === undefined ? {} : { choice }),
})

/** Changes or takes back one's own message. Returns whether it was done. */
export const change = async (desk: Desk, { id, ...spot }: ChatMessage, text?: string): Promise<boolean> => {
  const act = { as: desk.person, message: id }
  const came = await (text === undefined
    ? post<Acted>('/api/erase', act)
    : post<Acted>('/api/edit', { ...act, text }))
  if (!came.ok) {
    toast(desk, 'fault', sentenceOf(desk.person, came.error))
    return false
  }
  if (came.body.message) keep(came.body.message)
  show(desk, spot, came.body.reply)
  return true
}
