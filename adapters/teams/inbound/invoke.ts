import { z } from 'zod'
import { heardAct } from './act.ts'
import { adopt } from './adopt.ts'
import { type Heard, ignored, unknownInvoke } from './heard.ts'
import { clientOf } from './locale.ts'
import type { Turn } from './turn.ts'

const executed = z.object({
  action: z.object({ data: z.unknown().optional() }),
  trigger: z.string().nullish(),
})
const inWindow = z.object({ data: z.unknown().optional() })

const sentIn = (value: unknown): unknown => inWindow.safeParse(value).data?.data

/** An act whose person waits for the answer: a button of a card, a window, a message action. */
export const heardInvoke = (turn: Turn): Heard => {
  const { activity, who } = turn
  if (who === undefined) return unknownInvoke('done by a bot')
  const acted = { ...turn, who }
  const message = activity.replyToId ? { message: activity.replyToId } : {}
  switch (activity.name) {
    case 'adaptiveCard/action': {
      const read = executed.safeParse(activity.value)
      if (!read.success) return unknownInvoke('a malformed press')
      const { action, trigger } = read.data
      // Clients ask again by themselves; nobody waits for it.
      if (trigger === 'automatic') return ignored('a card that draws itself anew')
      // The clients of Teams say on which platform they run, and all of these have windows.
      const windows = Boolean(clientOf(activity).platform)
      return heardAct(acted, action.data, (frame) => ({ kind: 'execute', ...message, frame, windows }))
    }
    case 'task/fetch':
    case 'task/submit':
      return heardAct(acted, sentIn(activity.value), () => ({ kind: 'dialog', of: 'task', ...message }))
    case 'composeExtension/fetchTask':
      return adopt(acted, activity.value)
    case 'composeExtension/submitAction':
      return heardAct(acted, sentIn(activity.value), () => ({
        kind: 'dialog',
        of: 'message_action',
        ...message,
      }))
    default:
      return unknownInvoke('an invoke of another name')
  }
}
