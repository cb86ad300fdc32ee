import { signal } from '@preact/signals'

/** How far the server's clock is ahead of this machine's. */
let ahead = 0

/** The server told its time. */
export const setClock = (serverNow: number): void => {
  ahead = serverNow - Date.now()
  now.value = serverNow
}

/** The server's time, moving on each second; every tenth where motion is unwelcome. Read only where something runs. */
export const now = signal(Date.now())

const calm = matchMedia('(prefers-reduced-motion: reduce)')

/** Starts the clock that live times follow. */
export const startClock = (): void => {
  let second = 0
  setInterval(() => {
    second += 1
    if (!calm.matches || second % 10 === 0) now.value = Date.now() + ahead
  }, 1_000)
}
