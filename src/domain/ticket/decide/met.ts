import type { TargetName } from '../../escalation/policy.ts'
import { dueAt, isOpen } from '../clocks.ts'
import type { TicketEvent } from '../event.ts'
import { ownerOf } from '../permission.ts'
import type { Ground } from './ground.ts'

/**
 * The record of a promise that ran out before the act that meets it now, when no wake-up told of it yet: the breach keeps
 * its true time even if the bot was down at that moment.
 */
export const missed = (target: TargetName, { ticket, stamp, agreement }: Ground): readonly TicketEvent[] => {
  const promised = ticket.promised[target]
  const due = dueAt(ticket, target, agreement)
  if (
    promised.metAt !== undefined ||
    promised.breachedAt !== undefined ||
    due === undefined ||
    due >= stamp.at
  )
    return []
  const rung = agreement.policy.rungs.find((one) => one.mechanism === 'alarm' && one.target === target)
  return [
    {
      ...stamp,
      by: { kind: 'bot' },
      type: 'ticket.breached',
      rung: rung?.id ?? 'alarm',
      mechanism: 'alarm',
      target,
      epoch: promised.epoch,
      dueAt: due,
      late: true,
      passed: true,
      to: [],
      emptyRoles: [],
    },
  ]
}

/** The first human act on a ticket nobody owns makes its actor the owner and meets the response target. */
export const claimed = (ground: Ground): readonly TicketEvent[] =>
  ownerOf(ground.world.directory, ground.ticket) === undefined && isOpen(ground.ticket)
    ? [...missed('response', ground), { ...ground.stamp, type: 'ticket.acknowledged' }]
    : []
