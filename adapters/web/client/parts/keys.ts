import { type Desk, deskOf, openConversation, shownOn } from '../state/desk.ts'
import { inboxOf, unreadIn } from '../state/inbox.ts'
import { activate, active, visible } from '../state/panes.ts'
import { focusComposer } from './composer-focus.ts'
import { focusMessage } from './focus.ts'
import { leave } from './leave.ts'

/** What one can go to with `g` and a letter. */
export const goals = ['a', 'c', 't', 'u', 'p', 'e'] as const
export type Goal = (typeof goals)[number]

const paneOf = (person: string): HTMLElement | null =>
  document.querySelector(`.pane[data-person="${CSS.escape(person)}"]`)

/** The list of messages one is in: an open thread's before its conversation's. */
const listIn = (person: string): HTMLElement | null => {
  const pane = paneOf(person)
  return (
    pane?.querySelector<HTMLElement>('.thread .scroller') ??
    pane?.querySelector<HTMLElement>('.scroller') ??
    null
  )
}

/** To the message after or before the one that has the focus; without one to the latest. */
const step = (person: string, by: 1 | -1): void => {
  const list = document.activeElement?.closest<HTMLElement>('.scroller') ?? listIn(person)
  const messages = [...(list?.querySelectorAll<HTMLElement>('.message') ?? [])]
  const at = messages.findIndex((message) => message.contains(document.activeElement))
  focusMessage(at < 0 ? messages.at(-1) : messages[at + by])
}

const next = <Item>(all: readonly Item[], isHere: (item: Item) => boolean): Item | undefined =>
  all[(all.findIndex(isHere) + 1) % all.length]

const open = (desk: Desk, conversation: string | undefined): void => {
  if (conversation === undefined) return
  openConversation(desk, conversation)
  focusComposer(desk.person, { conversation })
}

const goTo: { readonly [goal in Goal]: (desk: Desk) => void } = {
  a: (desk) => open(desk, `direct:${desk.person}`),
  c: (desk) => open(desk, nextRoom(desk, 'customer')),
  t: (desk) => open(desk, nextRoom(desk, 'supplier')),
  u: (desk) => {
    const inbox = inboxOf(desk.person).value
    const waits = inbox?.conversations.find(
      ({ conversation }) => unreadIn(inbox, conversation, shownOn(desk)) > 0,
    )
    open(desk, waits?.conversation)
  },
  p: ({ person }) => {
    const to = next(visible.value, (id) => id === person) ?? person
    activate(to)
    const { conversation, thread } = deskOf(to)
    focusComposer(to, { conversation: conversation.value, ...(thread.value ? { thread: thread.value } : {}) })
  },
  e: ({ person }) =>
    focusMessage([...(listIn(person)?.querySelectorAll<HTMLElement>('.message') ?? [])].at(-1)),
}

const nextRoom = (desk: Desk, kind: 'customer' | 'supplier'): string | undefined => {
  const rooms = inboxOf(desk.person).value?.conversations.filter((room) => room.kind === kind) ?? []
  return next(rooms, ({ conversation }) => conversation === desk.conversation.value)?.conversation
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null

/** What the keyboard does not leave before it closes itself. */
const isModal = (): boolean => document.querySelector('dialog[open]') !== null

const isGoal = (key: string): key is Goal => goals.some((goal) => goal === key)

const chordMs = 1_500

/** Acts on single keys, while nobody types: `help` shows which there are. The function returned stops it. */
export const listenToKeys = (help: () => void): (() => void) => {
  let goingUntil = 0

  const act = (key: string, desk: Desk): boolean => {
    if (goingUntil > performance.now() && isGoal(key)) goTo[key](desk)
    else if (key === 'j') step(desk.person, 1)
    else if (key === 'k') step(desk.person, -1)
    else if (key === 'c')
      focusComposer(desk.person, shownOn(desk).at(-1) ?? { conversation: desk.conversation.value })
    else return false
    return true
  }
  const onKey = (event: KeyboardEvent): void => {
    const { key, target, defaultPrevented } = event
    if (defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    if (active.value === undefined || isModal()) return
    const desk = deskOf(active.value)
    // Whatever has the focus, also where what was opened has not got it yet.
    if (key === 'Escape') {
      if (leave(desk)) event.preventDefault()
      return
    }
    if (isTyping(target)) return
    if (key === '?') help()
    else if (desk.form.value !== undefined) return
    else if (key === 'g' && goingUntil <= performance.now()) {
      goingUntil = performance.now() + chordMs
      return
    } else if (!act(key, desk)) {
      goingUntil = 0
      return
    }
    goingUntil = 0
    event.preventDefault()
  }
  document.addEventListener('keydown', onKey)
  return () => document.removeEventListener('keydown', onKey)
}
