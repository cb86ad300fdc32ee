import { priorities } from '../domain/agreement/matrix.ts'
import type { Reach, Recipient, Rung } from '../domain/escalation/policy.ts'
import { percent } from './agreed-words.ts'
import type { Speech } from './reading.ts'

const reachWords = (reach: Reach, { target }: Rung, { t, duration }: Speech): string => {
  const words = t.agreed.levels
  if ('share' in reach) return words.share(percent(reach.share), target)
  const steps = priorities.flatMap((priority) => {
    const after = reach.after[priority]
    return after === undefined ? [] : [{ priority, after }]
  })
  if (steps.every(({ after }) => after === 0))
    return words.atOnce(t.common.list(steps.map(({ priority }) => priority)))
  const said = steps.map(({ priority, after }) => words.afterOf(priority, duration(after)))
  return words.after(t.common.row(said), target)
}

/** When a rung is reached, in words: each way, whichever comes first. */
export const whenWords = (rung: Rung, speech: Speech): string =>
  speech.t.agreed.levels.or(rung.reach.map((reach) => reachWords(reach, rung, speech)))

/** Whom a rung tells, in words: roles with their side. */
export const whomWords = (recipients: readonly Recipient[], { t }: Speech): string =>
  t.common.row(
    recipients.map(({ side, role }) => t.agreed.levels.of(t.ticket.sides[side], t.ticket.role(side, role))),
  )
