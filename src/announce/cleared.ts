import type { TargetName } from '../domain/escalation/policy.ts'
import { alarmed } from '../domain/ticket/alarmed.ts'
import { agreementOf } from '../domain/ticket/clocks.ts'
import type { Occasion } from './occasion.ts'

/** The promises that are an alarm no longer by this event: kept at last, or nobody's to keep. */
const over = ({ event, before }: Occasion): readonly TargetName[] => {
  const unmet = (target: TargetName): boolean =>
    before !== undefined && before.promised[target].metAt === undefined
  switch (event.type) {
    case 'ticket.acknowledged':
      return (['response'] as const).filter(unmet)
    case 'ticket.resolved':
    case 'ticket.cancelled':
      return (['response', 'resolution'] as const).filter(unmet)
    default:
      return []
  }
}

/** Everybody who was alarmed about what is over now: they hear that it is. */
export const cleared = (occasion: Occasion): readonly string[] => {
  const { before, directory, event } = occasion
  const targets = over(occasion)
  return before === undefined || targets.length === 0
    ? []
    : alarmed(before, targets, agreementOf(directory, before), { directory, at: event.at })
}
