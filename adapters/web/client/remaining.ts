import type { Bar } from '../../../src/chat/card.ts'
import type { PageTexts } from './texts.ts'

const second = 1_000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

/** Business time left of a target at `at`, negative when over. Only a running clock moves on from when it was drawn. */
export const remaining = ({ budget, used, asOf, state }: Bar, at: number): number =>
  budget - used - (state === 'running' ? Math.max(0, at - asOf) : 0)

/** What stands beside the bar. */
export const remainingWords = ({ state }: Bar, left: number, { bar, span }: PageTexts): string => {
  const time = spanWords(Math.abs(left), span)
  switch (state) {
    case 'running':
      return left < 0 ? bar.over(time) : bar.left(time)
    case 'paused':
      return bar.paused(time)
    case 'closed_hours':
      return bar.closed(time)
    case 'met':
      return bar.met
    case 'breached':
      return bar.breached
  }
}

/** A length of time: to the second below an hour, then coarser, rounded down. */
export const spanWords = (length: number, span: PageTexts['span']): string => {
  if (length < hour)
    return span.clock(
      Math.floor(length / minute),
      String(Math.floor((length % minute) / second)).padStart(2, '0'),
    )
  if (length < 2 * day) return span.hours(Math.floor(length / hour), Math.floor((length % hour) / minute))
  return span.days(Math.floor(length / day), Math.floor((length % day) / hour))
}
