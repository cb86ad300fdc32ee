import { effect } from '@preact/signals'
import { looking } from './looking.ts'

const againMs = 1_500

/** Listens to the server; `tell` is called when it rings, when it is back, and when it is away. */
const listen = (tell: () => void): (() => void) => {
  let source: EventSource | undefined
  let again: ReturnType<typeof setTimeout> | undefined
  const open = () => {
    const mine = new EventSource('/api/live')
    source = mine
    mine.onopen = tell
    mine.addEventListener('ring', tell)
    mine.onerror = () => {
      tell()
      // The browser tries again by itself until it is refused; then it is ours to do.
      if (mine.readyState === EventSource.CLOSED) again = setTimeout(open, againMs)
    }
  }
  open()
  return () => {
    clearTimeout(again)
    source?.close()
  }
}

/** Does the work while no other window of this browser does it; the function returned gives it up, or no longer waits for it. */
const alone = (work: () => () => void): (() => void) => {
  if (!('locks' in navigator)) return work()
  const leave = new AbortController()
  const { signal } = leave
  const held = () =>
    new Promise<void>((resolve) => {
      const end = work()
      signal.addEventListener('abort', () => {
        end()
        resolve()
      })
    })
  // Given up while it waited: nothing was begun.
  navigator.locks.request('accord-bell', { signal }, held).catch(() => {})
  return () => leave.abort()
}

/**
 * Calls `ring` when something changed on the server. A browser has six connections to a server for all its windows: one of those in
 * front listens and tells the others, and when it is closed or goes behind another, the next one does.
 */
export const onRing = (ring: () => void): void => {
  const others = 'BroadcastChannel' in window ? new BroadcastChannel('accord-bell') : undefined
  others?.addEventListener('message', ring)
  const tell = () => {
    ring()
    others?.postMessage('ring')
  }
  effect(() => (looking.value ? (others ? alone(() => listen(tell)) : listen(tell)) : undefined))
}
