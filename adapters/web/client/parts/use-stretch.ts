import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { ChatMessage } from '../../../../src/chat/chat-log.ts'
import { holdShelf, load, shelfOf } from '../state/shelf.ts'
import { drawnWeight, weightOf } from '../weight.ts'
import { earlierEnd, laterEnd, type Scale, stretchOf } from '../window.ts'
import type { Spot } from '../wire.ts'
import { focusCard, isFocusLost } from './focus.ts'

/** In heights of the view: what is drawn, what it moves by, and how near its edge it moves. Together it never turns back at once. */
const drawnViews = 3
const strideViews = 0.8
const nearViews = 0.5
const usualView = 700

type Anchor = { readonly id: string; readonly top: number }

const topOf = (view: HTMLElement, message: Element): number =>
  message.getBoundingClientRect().top - view.getBoundingClientRect().top

/** The first message that is wholly in view, and where. */
const anchorIn = (view: HTMLElement): Anchor | undefined => {
  for (const message of view.querySelectorAll<HTMLElement>('ol > .message[data-message]')) {
    const top = topOf(view, message)
    const id = message.dataset.message
    if (top >= 0 && id !== undefined) return { id, top }
  }
  return undefined
}

/**
 * Draws a stretch of what is known of a place and no more, so that a page left open for days stays as light as a new one. The
 * stretch goes along as one reads up or down; what is read stays where it is, and so does the keyboard.
 */
export const useStretch = (person: string, spot: Spot, scroller: RefObject<HTMLElement | null>) => {
  const [end, setEnd] = useState<string | undefined>(undefined)
  const anchor = useRef<Anchor | undefined>(undefined)
  const hadFocus = useRef<{ readonly element: Element; readonly card: string | undefined } | undefined>(
    undefined,
  )
  const moving = useRef(false)
  const weights = useRef(new Map<string, number>())
  const lastTop = useRef(0)
  const { messages, earlier, state } = shelfOf(spot).value
  const view = scroller.current?.clientHeight || usualView
  const scale: Scale<ChatMessage> = {
    weigh: (message) => weights.current.get(message.id) ?? weightOf(message),
    room: drawnViews * view,
    stride: strideViews * view,
  }
  const stretch = stretchOf(messages, end, scale)
  const shown = messages.slice(stretch.from, stretch.to)

  const remember = () => {
    const view = scroller.current
    if (view) anchor.current = anchorIn(view)
  }
  /** One scroll is many events: the stretch moves once and is drawn before it moves again. */
  const move = async (step: () => Promise<void> | void) => {
    if (moving.current) return
    moving.current = true
    remember()
    await step()
    requestAnimationFrame(() => {
      moving.current = false
    })
  }
  const goEarlier = () =>
    move(async () => {
      if (stretch.from === 0) await load(person, spot, 'earlier')
      const now = shelfOf(spot).peek().messages
      setEnd((before) => earlierEnd(now, stretchOf(now, before, scale), scale))
    })
  const goLater = () => move(() => setEnd(laterEnd(messages, stretch, scale)))

  // What lies behind the end that is shown is needed again.
  useEffect(
    () => (stretch.isAtEnd ? undefined : holdShelf(spot)),
    [stretch.isAtEnd, spot.conversation, spot.thread],
  )
  useLayoutEffect(() => {
    const view = scroller.current
    const kept = anchor.current
    if (!view) return
    for (const drawn of view.querySelectorAll<HTMLElement>('ol > .message[data-message]'))
      weights.current.set(drawn.dataset.message ?? '', drawnWeight(drawn))
    const message = kept && view.querySelector(`ol > .message[data-message="${kept.id}"]`)
    if (message) view.scrollTop += topOf(view, message) - kept.top
    anchor.current = undefined
  }, [shown[0]?.id, shown.at(-1)?.id])

  useLayoutEffect(() => {
    const had = hadFocus.current
    if (had === undefined || !isFocusLost(had.element)) return
    // The card was drawn anew under the finger: one goes on from it; from the list where it is not drawn any more.
    const view = scroller.current
    if (!focusCard(view, had.card)) view?.focus({ preventScroll: true })
  })

  return {
    ...stretch,
    shown,
    isLoading: state === 'loading',
    hasEarlier: stretch.from > 0 || earlier,
    goEarlier,
    goLater,
    goToEnd: () => setEnd(undefined),
    onFocusIn: ({ target }: FocusEvent) => {
      if (target instanceof Element)
        hadFocus.current = { element: target, card: target.closest<HTMLElement>('.message')?.dataset.card }
    },
    onFocusOut: ({ relatedTarget }: FocusEvent) => {
      // Nobody has it when its holder was taken out of the page.
      if (relatedTarget !== null) hadFocus.current = undefined
    },
    /** To be called when the reader scrolled, with the way they go where they are at an edge. */
    scrolled: (view: HTMLElement, goesUp?: boolean) => {
      const near = nearViews * view.clientHeight
      const isUp = goesUp ?? view.scrollTop < lastTop.current
      lastTop.current = view.scrollTop
      const above = view.scrollHeight - view.clientHeight + view.scrollTop
      const below = -view.scrollTop
      if (isUp && above < near && (stretch.from > 0 || earlier)) void goEarlier()
      else if (!isUp && below < near && !stretch.isAtEnd) void goLater()
      // Whoever is back at the end sees what comes in again.
      else if (below < near && stretch.isAtEnd) setEnd(undefined)
      // Where all is drawn that may be, what comes in would push out what is read.
      else if (below > near && stretch.from > 0) setEnd(shown.at(-1)?.id)
    },
  }
}
