import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { holdShelf, load, shelfOf } from '../state/shelf.ts'
import { drawn, earlierEnd, laterEnd, stretchOf } from '../window.ts'
import type { Spot } from '../wire.ts'

/** So near the edge of what is drawn the next messages are drawn, px. */
const nearPx = 600

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
  const hadFocus = useRef(false)
  const moving = useRef(false)
  const { messages, earlier, state } = shelfOf(spot).value
  const stretch = stretchOf(messages, end)
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
      setEnd((before) => earlierEnd(now, stretchOf(now, before)))
    })
  const goLater = () => move(() => setEnd(laterEnd(messages, stretch)))

  // What lies behind the end that is shown is needed again.
  useEffect(
    () => (stretch.isAtEnd ? undefined : holdShelf(spot)),
    [stretch.isAtEnd, spot.conversation, spot.thread],
  )
  useLayoutEffect(() => {
    const view = scroller.current
    const kept = anchor.current
    if (!view) return
    // Whoever was on a message that is no longer drawn goes on from the list itself.
    if (
      hadFocus.current &&
      !view.contains(document.activeElement) &&
      document.activeElement === document.body
    )
      view.focus({ preventScroll: true })
    const message = kept && view.querySelector(`ol > .message[data-message="${kept.id}"]`)
    if (message) view.scrollTop += topOf(view, message) - kept.top
    anchor.current = undefined
  }, [shown[0]?.id, shown.at(-1)?.id])

  return {
    ...stretch,
    shown,
    isLoading: state === 'loading',
    hasEarlier: stretch.from > 0 || earlier,
    goEarlier,
    goLater,
    goToEnd: () => setEnd(undefined),
    onFocusIn: () => {
      hadFocus.current = true
    },
    onFocusOut: ({ relatedTarget }: FocusEvent) => {
      // Nobody has it when its holder was taken out of the page.
      hadFocus.current = relatedTarget === null
    },
    /** To be called when the reader scrolled. */
    scrolled: (view: HTMLElement) => {
      const above = view.scrollHeight - view.clientHeight + view.scrollTop
      if (above < nearPx && (stretch.from > 0 || earlier)) void goEarlier()
      else if (-view.scrollTop < nearPx && !stretch.isAtEnd) void goLater()
      // Whoever is back at the end sees what comes in again.
      else if (-view.scrollTop < nearPx) setEnd(undefined)
      // Where all is drawn that may be, what comes in would push out what is read.
      else if (-view.scrollTop > nearPx && shown.length >= drawn) setEnd(shown.at(-1)?.id)
    },
  }
}
