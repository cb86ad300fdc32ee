import { actorId, type TicketEvent, type TicketEventOf } from '../domain/ticket/event.ts'
import type { RungFired } from '../domain/ticket/rung-fired.ts'
import { rungName } from './agreed-words.ts'
import { type Line, line, openLine } from './open-line.ts'
import type { Speech } from './reading.ts'

/** Who a rung reached, which roles nobody held, and whether it came late or was passed over (hard rules 2 and 5). */
const rungTail = ({ t, names, moment }: Speech, event: RungFired): readonly string[] => [
  ...(event.passed ? [t.lines.passed] : []),
  ...(event.to.length === 0 ? [] : [t.lines.told(names(event.to))]),
  ...(event.emptyRoles.length === 0 ? [] : [t.lines.emptyRoles(rolesOf(t, event.emptyRoles))]),
  ...(event.late ? [t.lines.late(moment(event.dueAt))] : []),
]

const rolesOf = ({ common, ticket }: Speech['t'], roles: RungFired['emptyRoles']): string =>
  common.list(roles.map(({ side, role }) => ticket.role(side, role)))

/** Whose queue it is in now. */
const queuedLine = (
  { t: { lines, ticket }, name }: Speech,
  { to, tier }: Pick<TicketEventOf<'ticket.dispatched'>, 'to' | 'tier'>,
): string =>
  to === undefined
    ? lines.dispatchedToNobody(ticket.tiers[tier])
    : lines.dispatched(name(to), ticket.tiers[tier])

/** What happened, in the words of the supplier's own people: what both parties read, and what stays inside. */
export const supplierLine = (event: TicketEvent, speech: Speech): Line => {
  const { t, name, names, actor } = speech
  const { lines, ticket, common } = t
  const who = actor(event)
  switch (event.type) {
    case 'ticket.dispatched':
      return line(queuedLine(speech, event))
    case 'ticket.owner_left':
      return line(
        common.sentences([
          ...(event.why === undefined ? [] : [lines.openedAnew]),
          lines.ownerLeft(name(event.was)),
          queuedLine(speech, event),
        ]),
        event.why,
      )
    case 'ticket.reassigned':
      return line(
        event.from === undefined || event.from === actorId(event)
          ? lines.reassigned(who, name(event.to))
          : lines.reassignedFrom(who, name(event.from), name(event.to)),
        event.reason.internal,
      )
    case 'ticket.note_added':
      return line(lines.noteAdded(who), event.text.internal, event.files)
    case 'ticket.prewarned':
      return line(common.sentences([openLine(event, speech).text, ...rungTail(speech, event)]))
    case 'ticket.breached': {
      const { text } = openLine({ ...event, late: false }, speech)
      return line(common.sentences([text, ...rungTail(speech, event)]))
    }
    case 'ticket.escalated': {
      const handed =
        event.mechanism === 'hierarchical' || event.passed
          ? []
          : event.handedTo === undefined || event.tier === undefined
            ? [lines.handedToNobody]
            : [lines.handedTo(name(event.handedTo), ticket.tiers[event.tier])]
      const said = lines.escalated(rungName(speech, event), event.target)
      return line(common.sentences([said, ...handed, ...rungTail(speech, event)]))
    }
    case 'ticket.escalated_by_hand':
    case 'ticket.escalation_repeated':
    case 'ticket.consent_reminded':
    case 'ticket.answer_reminded': {
      const { text, quote } = openLine(event, speech)
      const told = event.to.length === 0 ? [] : [lines.told(names(event.to))]
      const gone = event.type === 'ticket.answer_reminded' && event.gone !== undefined ? [event.gone] : []
      return line(common.sentences([text, ...gone.map((id) => lines.askedLeft(name(id))), ...told]), quote)
    }
    case 'ticket.confirmation_reminded':
      return line(common.sentences([lines.confirmationReminded, lines.told(names(event.to))]))
    case 'ticket.update_nudged':
      return line(common.sentences([lines.updateNudged, lines.told(names(event.to))]))
    case 'ticket.never_due':
      return line(common.sentences([lines.neverDue(event.target), lines.told(names(event.to))]))
    default:
      // All that is left is open to both parties, or this does not compile.
      return openLine(event, speech)
  }
}
