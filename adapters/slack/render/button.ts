import type { Button as SlackButton } from '@slack/types'
import type { Button } from '../../../src/chat/card.ts'
import { plainClip } from '../../shared/plain-clip.ts'
import { plainText } from '../../shared/plain-text.ts'
import { writePress } from '../../shared/press.ts'
import { limits } from '../limits.ts'
import { plain } from '../plain.ts'

/** A button; `place` tells it from others of its block, `aloud` is what a screen reader says where the label alone is not enough. */
export const button = (
  { label, press, style }: Button,
  { place = 0, aloud }: { readonly place?: number; readonly aloud?: string } = {},
): SlackButton => ({
  type: 'button',
  action_id: `${press.flow}.${place}`,
  text: plain(label, limits.button),
  value: writePress(press),
  ...(style === 'normal' ? {} : { style }),
  ...(aloud === undefined ? {} : { accessibility_label: plainClip(plainText(aloud), limits.button) }),
})
