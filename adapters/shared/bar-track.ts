import type { Bar } from '../../src/chat/card.ts'

const cells = 10

/** A shape for each state, so that it is told apart without colour. */
const signs: { readonly [state in Bar['state']]: string } = {
  running: '',
  paused: ' ⏸',
  closed_hours: ' ☾',
  met: ' ✓',
  breached: ' ✕',
}

/** How much is used: empty only at the start, full only at the end. */
const filled = ({ budget, used, state }: Bar): number => {
  if (state === 'breached' || used >= budget) return cells
  return used <= 0 ? 0 : Math.min(cells - 1, Math.max(1, Math.floor((used / budget) * cells)))
}

/** How much of a promise is used, as a line of signs that reads without colour. */
export const barTrack = (bar: Bar): string => {
  const used = filled(bar)
  return `${'▰'.repeat(used)}${'▱'.repeat(cells - used)}${signs[bar.state]}`
}
