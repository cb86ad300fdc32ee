import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

const nearPx = 160

/**
 * Follows what comes in until the reader scrolls away from it, and always what the reader says. A message taller than the view is shown from its
 * beginning, not from its end. The handlers returned tell the reader's scrolling from ours.
 */
export const useFollowing = (
  scroller: RefObject<HTMLElement | null>,
  last: string | undefined,
  isOwn: boolean,
  isAtEnd: boolean,
) => {
  const following = useRef(true)
  const byHand = useRef(false)
  const followed = useRef<string | undefined>(undefined)
  const touched = () => {
    byHand.current = true
  }
  useLayoutEffect(() => {
    const view = scroller.current
    const message = view && latestIn(view)
    // What came while its place was not drawn is followed once it is.
    if (!view || !message || !isAtEnd || followed.current === last) return
    followed.current = last
    if (!(following.current || isOwn)) return
    following.current = true
    byHand.current = false
    if (message.offsetHeight > view.clientHeight) message.scrollIntoView({ block: 'start' })
    else view.scrollTop = 0
  }, [last, isAtEnd])
  return {
    onWheel: touched,
    onTouchMove: touched,
    onPointerDown: touched,
    onKeyDown: touched,
    /** To be called when the view scrolled; says whether it was the reader. */
    scrolled: (view: HTMLElement): boolean => {
      if (byHand.current) following.current = isAtEnd && view.scrollTop > -nearPx
      return byHand.current
    },
  }
}

/** Whether the latest message is wholly below what is seen. */
export const isLatestBelow = (view: HTMLElement): boolean =>
  (latestIn(view)?.getBoundingClientRect().top ?? 0) > view.getBoundingClientRect().bottom

const latestIn = (view: HTMLElement): HTMLElement | undefined =>
  [...view.querySelectorAll<HTMLElement>('.message')].at(-1)
