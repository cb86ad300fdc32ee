import type { KnownBlock } from '@slack/types'
import { isBlank, lengthOf } from '../../shared/plain-text.ts'
import type { Act } from '../../shared/table-shape.ts'
import { limits } from '../limits.ts'
import { bold } from './bold.ts'
import { button } from './button.ts'
import { said } from './words.ts'

/** A row with its button beside it: what it is about, in bold, and the rest on a second line. */
export const row = ({ lines, button: act, aloud }: Act): readonly KnownBlock[] => {
  const accessory = act === undefined ? {} : { accessory: button(act, { aloud }) }
  const whole = lines.join('\n')
  if (lines.length > 1 && lengthOf(whole) < limits.text)
    return [{ type: 'section', text: bold(lines, limits.text), ...accessory }]
  const parts = said(isBlank(whole) ? '–' : whole)
  return parts.map((part, place) =>
    place === parts.length - 1 ? ({ ...part, ...accessory } as KnownBlock) : part,
  )
}
