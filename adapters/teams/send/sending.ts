import type { Posted, WriteLog } from '../../../src/chat/adapter.ts'
import type { Posts } from '../../../src/chat/posts.ts'
import type { References } from '../../../src/chat/references.ts'
import type { TeamsParts } from '../parts.ts'
import type { TeamsPort } from '../wire/port.ts'
import type { Budget } from './budget.ts'
import type { Notices } from './notices.ts'

/** What posting, drawing anew and looking up share. */
export type Sending = {
  readonly port: Pick<TeamsPort, 'send' | 'update' | 'openDirect'>
  readonly references: Omit<References, 'all'>
  /** What was begun and what stands: Teams cannot be asked. */
  readonly posts: Posts
  readonly budget: Budget
  readonly notices: Notices
  readonly clock: () => number
  /** 0 ≤ n < 1, for jitter. */
  readonly dice: () => number
  readonly onFault: WriteLog
  readonly onUnreachable?: TeamsParts['onUnreachable']
}

/** How a post ended that stands nowhere, as far as is known. */
export type NotSent = Exclude<Posted, { readonly outcome: 'sent' }>
