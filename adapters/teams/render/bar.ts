import type { Bar } from '../../../src/chat/card.ts'
import { barTrack } from '../../shared/bar-track.ts'
import { plainText } from '../../shared/plain-text.ts'
import type { Element } from './adaptive-card.ts'
import { type Look, rich, runs } from './rich.ts'

/** Colour beside the shapes of the track, which tell the states apart without it. */
const looks: { readonly [state in Bar['state']]: Look } = {
  running: { color: 'Accent' },
  paused: { isSubtle: true },
  closed_hours: { isSubtle: true },
  met: { color: 'Good' },
  breached: { color: 'Attention' },
}

/** The time of a promise: its name, how much is used, and the sentence that says it. */
export const bar = (block: Bar): Element =>
  rich([
    ...runs(plainText(block.label), { weight: 'Bolder' }),
    ...runs(`  ${barTrack(block)}`, looks[block.state]),
    ...runs(`\n${plainText(block.text)}`),
  ])
