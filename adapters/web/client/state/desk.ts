import { type Signal, signal } from '@preact/signals'
import type { Card } from '../../../../src/chat/card.ts'
import type { Form, Problem } from '../../../../src/chat/form.ts'
import type { Spot } from '../wire.ts'
import { remembered } from './remembered.ts'

/** A word to the person that goes away: `good` by itself, the others when dismissed or at the next act. */
export type Toast = { readonly id: string; readonly tone: 'good' | 'no' | 'fault'; readonly text: string }

/** A card only this person sees, after the message `after` of its place. */
export type PrivateCard = Spot & { readonly id: string; readonly after: string; readonly card: Card }

/** The form at the side, what was typed so far, and what is wrong with it. */
export type OpenForm = {
  readonly id: string
  readonly spot: Spot
  readonly form: Form
  readonly values: { readonly [field: string]: string }
  readonly problems: readonly Problem[]
  /** Fields typed in since: what was wrong with them is no longer shown. */
  readonly mended: readonly string[]
  /** A refusal or fault of the whole form. */
  readonly no?: string
  readonly state: 'open' | 'sending'
  /** The card it was opened on. */
  readonly from?: string
  /** What had the focus when it opened, and has it again afterwards. */
  readonly opener: Element | null
}

/** How a button stands after it was pressed. */
export type Pressed = 'busy' | 'done'

/** What one person has in front of them. It stays when another chat is shown in between. */
export type Desk = {
  readonly person: string
  /** The conversation shown, and the thread opened in it. */
  readonly conversation: Signal<string>
  readonly thread: Signal<string | undefined>
  readonly form: Signal<OpenForm | undefined>
  readonly toasts: Signal<readonly Toast[]>
  readonly cards: Signal<readonly PrivateCard[]>
  /** The cards, by their messages, of which what is folded away is open. */
  readonly unfolded: Signal<readonly string[]>
  readonly pressed: Signal<{ readonly [button: string]: Pressed }>
  /** The last thing to be read out. */
  readonly spoken: Signal<string>
  /** The key of a report just made: the first answer of the bot opens its thread. */
  readonly awaited: Signal<string | undefined>
}

const desks = new Map<string, Desk>()

const wordOr =
  <Other>(other: Other) =>
  (found: unknown): string | Other =>
    typeof found === 'string' ? found : other

/** A form that was open when the page was left is open again. Under its id it has one effect, also if it was on its way. */
const formOr = (found: unknown): OpenForm | undefined =>
  isForm(found) ? { ...found, opener: null, state: 'open' } : undefined

const isForm = (found: unknown): found is OpenForm =>
  typeof found === 'object' && found !== null && 'form' in found

/** The desk of a person. At first it shows the conversation with the bot. */
export const deskOf = (person: string): Desk => {
  const found = desks.get(person)
  if (found) return found
  const desk: Desk = {
    person,
    conversation: remembered(sessionStorage, `conversation|${person}`, wordOr(`direct:${person}`)),
    thread: remembered(sessionStorage, `thread|${person}`, wordOr(undefined)),
    form: remembered(sessionStorage, `form|${person}`, formOr),
    toasts: signal([]),
    cards: signal([]),
    unfolded: signal([]),
    pressed: signal({}),
    spoken: signal(''),
    awaited: signal(undefined),
  }
  desks.set(person, desk)
  return desk
}

/** The places this person is looking at. */
export const shownOn = ({ conversation, thread }: Desk): readonly Spot[] => [
  { conversation: conversation.value },
  ...(thread.value === undefined ? [] : [{ conversation: conversation.value, thread: thread.value }]),
]

/** Shows another conversation, or a thread of the present one. */
export const openConversation = (desk: Desk, conversation: string): void => {
  desk.thread.value = undefined
  desk.toasts.value = []
  desk.conversation.value = conversation
}

const drafts = new Map<string, Signal<string>>()

/** What the person has typed here and not sent. It is there again after a reload. */
export const draftOf = (person: string, { conversation, thread = '' }: Spot): Signal<string> => {
  const key = `${person}|${conversation}|${thread}`
  const found = drafts.get(key) ?? remembered(localStorage, `draft|${key}`, wordOr(''))
  drafts.set(key, found)
  return found
}
