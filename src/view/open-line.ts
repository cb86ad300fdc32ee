import type { QuotedFile } from '../chat/card.ts'
import { isAtOnce } from '../domain/escalation/policy.ts'
import type { OpenEvent } from '../domain/ticket/customer-event.ts'
import type { FileRef } from '../domain/ticket/event.ts'
import { inputsLine, percent, reasonWords, rungName, rungOf, shareOf } from './agreed-words.ts'
import { messageLine } from './message-line.ts'
import { quotedFile } from './quoted-file.ts'
import type { Speech } from './reading.ts'

/** An event in words: what happened, what a person said with it, and the files that came with that. */
export type Line = {
  readonly text: string
  readonly quote?: string
  readonly files?: readonly QuotedFile[]
}

/** A line; nothing said is no quote. */
export const line = (text: string, quote = '', files: readonly FileRef[] = []): Line => ({
  text: text.replace(/^you\b/, 'You'),
  ...(quote.trim() === '' ? {} : { quote }),
  ...(files.length === 0 ? {} : { files: files.map(quotedFile) }),
})

type Cancelled = Extract<OpenEvent, { readonly type: 'ticket.cancelled' }>

const cancelledLine = ({ t, actor }: Speech, event: Cancelled): string => {
  switch (event.how) {
    case 'withdrawn':
      return t.lines.withdrawn(actor(event))
    case 'duplicate':
      return (event.proposedBy === undefined ? t.lines.duplicate : t.lines.mergeAgreed)(
        actor(event),
        event.master ?? '',
      )
    case 'out_of_scope':
      return t.lines.outOfScope(actor(event))
  }
}

const prewarnedLine = (
  speech: Speech,
  event: Extract<OpenEvent, { readonly type: 'ticket.prewarned' }>,
): string => {
  const { lines } = speech.t
  const rung = rungOf(speech, event)
  const share = rung && shareOf(rung)
  if (share !== undefined) return lines.prewarned(percent(share), event.target)
  if (rung === undefined || !isAtOnce(rung)) return lines.prewarnedBy(rungName(speech, event), event.target)
  // A later epoch is another priority or a reopening, long after the report was accepted.
  return event.epoch === 1 ? lines.prewarnedAtStart : lines.prewarnedAtOnce
}

type Prioritised = Extract<OpenEvent, { readonly type: 'ticket.prioritised' }>

const prioritisedLine = ({ t, actor }: Speech, event: Prioritised): string => {
  const { lines, ticket } = t
  const [who, priority] = [actor(event), ticket.priorities[event.priority]]
  if (event.work !== undefined) {
    const changed = event.agreedBy === undefined ? lines.workChanged : lines.workAgreed
    return changed(who, ticket.asWork[event.work], priority)
  }
  const changed = event.agreedBy === undefined ? lines.prioritised : lines.agreedTo
  return changed(who, priority, ticket.priorities[event.was])
}

const joined = ({ t }: Speech, ...sentences: readonly string[]): string => t.common.sentences(sentences)

/** What happened, in the words both parties read. It knows the open fields only, so it cannot say more. */
export const openLine = (event: OpenEvent, speech: Speech): Line => {
  const { t, name, actor, moment, duration } = speech
  const { lines, ticket } = t
  const who = actor(event)
  switch (event.type) {
    case 'ticket.reported': {
      const own = event.by.kind === 'person' && event.by.id === event.reporter
      const said = own
        ? lines.reported(who)
        : lines.logged(who, name(event.reporter), ticket.sources[event.source])
      const apart = event.apartFrom === undefined ? [] : [lines.apartFrom(event.apartFrom)]
      const earlier = [
        ...(event.follows === undefined ? [] : [lines.follows(event.follows)]),
        ...(event.splitFrom === undefined ? [] : [lines.splitFrom(event.splitFrom.ticket)]),
      ]
      return line(joined(speech, said, ...earlier, ...apart), event.text, event.files)
    }
    case 'ticket.acknowledged':
      return line(lines.acknowledged(who))
    case 'ticket.reassigned':
      return line(lines.reassigned(who, name(event.to)))
    case 'ticket.classified':
      return line(lines.classified(who, ticket.category(event.category), ticket.category(event.was)))
    case 'ticket.prioritised': {
      const said = prioritisedLine(speech, event)
      const byHand = event.basis === 'override' ? [lines.byHand] : []
      return line(
        joined(speech, said, inputsLine(speech, event), ...byHand),
        reasonWords(speech, event.reason),
      )
    }
    case 'ticket.downgrade_proposed':
      return line(
        joined(
          speech,
          event.work === undefined
            ? lines.downgradeProposed(who, ticket.priorities[event.priority])
            : lines.workProposed(who, ticket.asWork[event.work], ticket.priorities[event.priority]),
          inputsLine(speech, event),
        ),
        event.reason,
      )
    case 'ticket.downgrade_reminded':
      return line(lines.downgradeReminded)
    case 'ticket.downgrade_declined':
      return line(lines.downgradeDeclined(who), event.reason)
    case 'ticket.progress_reported':
      return line(lines.progressReported(who), event.text)
    case 'ticket.message_added':
      return line(messageLine(speech, event), event.text, event.files)
    case 'ticket.message_edited':
      return line(lines.messageEdited(who), event.text)
    case 'ticket.message_deleted':
      return line(lines.messageDeleted(who))
    case 'ticket.customer_asked':
      return line(lines.customerAsked(who, name(event.of), event.ask), event.text)
    case 'ticket.ask_delivered':
      return line(lines.askDelivered(moment(event.deliveredAt)))
    case 'ticket.customer_answered':
      return line(
        event.verdict === undefined ? lines.customerAnswered(who) : lines.verdict(who, event.verdict),
        event.text,
        event.files,
      )
    case 'ticket.pause_contested':
      return line(lines.pauseContested(who, moment(event.from), duration(event.struck)), event.reason)
    case 'ticket.resolved': {
      const said = event.workaround ? lines.resolvedByWorkaround(who) : lines.resolved(who)
      const cause = event.breachReason === undefined ? [] : [lines.breachReason(event.breachReason)]
      return line(joined(speech, said, ...cause), event.description)
    }
    case 'ticket.solution_confirmed':
      return line(lines.solutionConfirmed(who))
    case 'ticket.solution_rejected':
      return line(
        joined(
          speech,
          lines.solutionRejected(who),
          lines.waitCounts(
            event.waitCounts,
            duration(event.elapsedIfRunning),
            duration(event.elapsedIfPaused),
          ),
        ),
        event.reason,
      )
    case 'ticket.closed':
      return line(lines.closed(who))
    case 'ticket.reopened':
      return line(lines.reopened(who), event.reason)
    case 'ticket.cancelled':
      return line(cancelledLine(speech, event), event.reason)
    case 'ticket.contested':
      return line(lines.contested(who), event.reason)
    case 'ticket.duplicate_linked':
      return line(lines.duplicateLinked(who, event.duplicate, name(event.reporter)))
    case 'ticket.duplicate_unlinked':
      return line(lines.duplicateUnlinked(who, event.duplicate), event.reason)
    case 'ticket.merge_proposed':
      return line(lines.mergeProposed(who, event.master), event.reason)
    case 'ticket.merge_reminded':
      return line(lines.mergeReminded)
    case 'ticket.merge_declined':
      return line(lines.mergeDeclined(who), event.reason)
    case 'ticket.split_off':
      return line(lines.splitOff(who, event.into))
    case 'ticket.prewarned':
      return line(prewarnedLine(speech, event))
    case 'ticket.breached': {
      const late = event.late ? [lines.late(moment(event.dueAt))] : []
      return line(joined(speech, lines.breached(event.target, moment(event.dueAt)), ...late))
    }
    case 'ticket.escalated':
      return line(lines.escalated(rungName(speech, event), event.target))
    case 'ticket.escalation_repeated':
      return line(lines.escalationRepeated(rungName(speech, event)))
    case 'ticket.escalation_acknowledged':
      return line(lines.escalationAcknowledged(who))
    case 'ticket.escalated_by_hand':
      return line(lines.escalatedByHand(who, event.side), event.reason)
    case 'ticket.consent_reminded':
      return line(lines.consentReminded(event.count))
    case 'ticket.answer_reminded':
      return line(lines.answerReminded)
    case 'ticket.rated':
      return event.comment === undefined
        ? line(lines.rated(who, event.score))
        : line(lines.ratedBecause(who, event.score), event.comment)
  }
}
