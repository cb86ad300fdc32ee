import type { Button } from '../../../src/chat/card.ts'
import { carry } from '../form/carried.ts'
import { limits } from '../limits.ts'
import type { Action } from './adaptive-card.ts'
import { execute } from './execute.ts'
import { literal } from './literal.ts'

/** What a button stands in, when not in a card of the bot. */
export type ButtonFrame = 'over' | 'own'

const styles = { normal: {}, primary: { style: 'positive' }, danger: { style: 'destructive' } } as const

/** A button; `aloud` is what a screen reader says where the label alone is not enough. */
export const button = (
  { label, press, style }: Button,
  { aloud, frame }: { readonly aloud?: string; readonly frame?: ButtonFrame } = {},
): Action =>
  execute({
    title: label,
    data: carry({ press, ...(frame === undefined ? {} : { frame }) }),
    ...styles[style],
    ...(aloud === undefined ? {} : { tooltip: literal(aloud, limits.button) }),
  })
