import { z } from 'zod'
import { heardAct } from './act.ts'
import { adopt } from './adopt.ts'
import { type Heard, ignored, unknownInvoke } from './heard.ts'
import { clientOf } from './locale.ts'
import type { PersonsTurn, Turn } from './turn.ts'

const executed = z.object({
  action: z.object({ data: z.unknown().optional() }),
  trigger: z.string().nullish(),
})
const inWindow = z.object({ data: z.unknown().optional() })

const sentIn = (value: unknown): unknown => inWindow.safeParse(value).data?.data

/** The message an act was done in. */
const messageOf = ({ activity }: Turn): { readonly message?: string } =>
  activity.replyToId ? { message: activity.replyToId } : {}

/** A button of a card was pressed. */
export const heardExecute = (turn: PersonsTurn): Heard => {
  const read = executed.safeParse(turn.activity.value)
  if (!read.success) return unknownInvoke('a malformed press')
  const { action, trigger } = read.data
  // Clients ask again by themselves; nobody waits for it.
  if (trigger === 'automatic') return ignored('a card that draws itself anew')
  // The clients of Teams say on which platform they run, and all of these have windows.
  const windows = Boolean(clientOf(turn.activity).platform)
  return heardAct(turn, action.data, (frame) => ({ kind: 'execute', ...messageOf(turn), frame, windows }))
}

/** Something was done in a window: one that a card opened, or one of a message's menu. */
export const heardInWindow =
  (of: 'task' | 'message_action') =>
  (turn: PersonsTurn): Heard =>
    heardAct(turn, sentIn(turn.activity.value), () => ({ kind: 'dialog', of, ...messageOf(turn) }))

/** Somebody points at a message through its menu. */
export const heardAdoption = (turn: PersonsTurn): Heard => adopt(turn, turn.activity.value)
