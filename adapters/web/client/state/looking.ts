import { signal } from '@preact/signals'

const isInFront = () => document.visibilityState === 'visible'

/** Whether the page is in front, and not behind another tab. */
export const looking = signal(isInFront())
document.addEventListener('visibilitychange', () => {
  looking.value = isInFront()
})
