import type { carry } from '../form/carried.ts'
import { limits } from '../limits.ts'
import type { Action } from './adaptive-card.ts'
import { literal } from './literal.ts'

type Executed = {
  readonly title: string
  readonly data: ReturnType<typeof carry>
  readonly style?: 'positive' | 'destructive'
  readonly tooltip?: string
  /** The fields of the card are neither checked nor sent. */
  readonly associatedInputs?: 'none'
}

/** An act that is answered at its card; a client that does not know it sends the same as a message. */
export const execute = ({ title, ...more }: Executed): Action => {
  const action = { title: literal(title, limits.button), ...more }
  return {
    type: 'Action.Execute',
    verb: 'accord',
    ...action,
    fallback: { type: 'Action.Submit', ...action },
  }
}
