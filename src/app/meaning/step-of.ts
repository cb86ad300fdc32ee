import type { Flow, Step } from '../../chat/flow.ts'
import type { Inbound } from '../../chat/inbound.ts'
import type { Running } from '../running/step.ts'
import type { Speaking } from '../speaker/speaking.ts'
import { adopt } from './adopt.ts'
import { message } from './message.ts'
import { withNames } from './named.ts'
import { press } from './press.ts'
import { written } from './written.ts'

const wordsIn = ({ text, mentions = [], place }: Extract<Inbound, { kind: 'command' }>) => ({
  text,
  mentions,
  place,
})

/** What somebody wants by what came, whatever kind of act it was: the first step of an answer. */
export const stepOf = (
  running: Running & { readonly flows: readonly Flow[] },
  came: Inbound,
  speaking: Speaking,
): Promise<Step> => {
  const inbound = withNames(came, speaking)
  switch (inbound.kind) {
    case 'message':
      return message(running, inbound, speaking)
    case 'command':
      return message(running, { ...wordsIn(inbound), addressed: true }, speaking)
    case 'edit':
    case 'delete':
      return written(running, inbound)
    case 'press':
    case 'submit':
      return press(running, inbound, speaking)
    case 'adopt':
      return adopt(running, inbound, speaking)
  }
}
