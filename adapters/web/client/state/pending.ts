import type { ChatFile } from '../../../../src/chat/chat-log.ts'
import type { Spot } from '../wire.ts'

/** Words on their way. `why` is a code of the server when they did not arrive. */
export type Pending = {
  readonly key: string
  readonly person: string
  readonly spot: Spot
  readonly text: string
  readonly files: readonly ChatFile[]
  readonly state: 'sending' | 'failed'
  readonly why?: string
}

/** The key under which the log keeps what this person said. */
export const keyInLog = ({ person, key }: Pick<Pending, 'person' | 'key'>): string => `${person}:${key}`
