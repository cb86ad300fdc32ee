import type { TargetName } from '../../domain/escalation/policy.ts'
import type { Side } from '../../domain/people/sides.ts'
import type { AskKind } from '../../domain/ticket/event.ts'

const asked: { readonly [ask in AskKind]: string } = {
  information: 'for information',
  approval: 'for an approval',
  access: 'for access',
}

/** Whose something is: the reader’s own, or somebody’s by name. */
const of = (who: string): string => (who === 'you' ? 'your' : `${who}’s`)

/** What happened, one sentence per event, the same in histories and notices. Names, moments and lengths arrive as words. */
export const lines = {
  reported: (reporter: string) => `${reporter} reported this.`,
  logged: (actor: string, reporter: string, source: string) =>
    `${actor} logged ${of(reporter)} report, received by ${source}.`,
  follows: (earlier: string) => `It continues ${earlier}.`,
  splitFrom: (origin: string) => `It was split off from ${origin}.`,
  dispatched: (to: string, tier: string) => `It is in ${of(to)} queue, ${tier}.`,
  dispatchedToNobody: (tier: string) => `Nobody is on duty for the ${tier}, so nobody has it yet.`,
  openedAnew: 'There is work on it again.',
  ownerLeft: (was: string) => `${was}, who had it, is no longer on the team.`,
  acknowledged: (actor: string) => `${actor} took the ticket.`,
  reassigned: (actor: string, to: string) => `${actor} reassigned the ticket to ${to}.`,
  reassignedFrom: (actor: string, from: string, to: string) =>
    `${actor} reassigned the ticket from ${from} to ${to}.`,
  reason: (reason: string) => `Reason: ${reason}`,
  classified: (actor: string, category: string, was: string) =>
    category === was
      ? `${actor} confirmed the category: ${category}.`
      : `${actor} changed the category from ${was} to ${category}.`,
  agreedTo: (actor: string, priority: string, was: string) =>
    `${actor} agreed: the priority is lowered from ${was} to ${priority}.`,
  prioritised: (actor: string, priority: string, was: string) =>
    priority === was
      ? `${actor} answered; the priority stays ${priority}.`
      : `${actor} changed the priority from ${was} to ${priority}.`,
  workChanged: (actor: string, work: string, priority: string) =>
    `${actor} ${actor === 'you' ? 'say' : 'says'} that it is ${work}; its priority is now ${priority}.`,
  workAgreed: (actor: string, work: string, priority: string) =>
    `${actor} agreed: it is ${work} from now on, ${priority}.`,
  workProposed: (actor: string, work: string, priority: string) =>
    `${actor} thinks that it is ${work}, ${priority}. It changes only if the customer agrees.`,
  inputs: (impact: string, urgency: string) => `Impact ${impact}, urgency ${urgency}.`,
  byHand: 'Set by hand instead of by the matrix.',
  downgradeProposed: (actor: string, priority: string) =>
    `${actor} proposed to lower the priority to ${priority}. It changes only if the customer agrees.`,
  downgradeReminded:
    'Whoever was asked about the lower priority is no longer one of the customer’s people; others who can agree to it are asked now.',
  downgradeDeclined: (actor: string) => `${actor} kept it as it is.`,
  noteAdded: (actor: string) => `${actor} added an internal note.`,
  progressReported: (actor: string) => `${actor} reported progress.`,
  apartFrom: (other: string) => `It was said in ${other} first, and is a problem of its own.`,
  apartAs: (actor: string, other: string) =>
    `${actor} reported this as ${other}; it is not about this ticket:`,
  presses: (actor: string) => `${actor} asked to speed it up:`,
  needsBy: (actor: string) => `${actor} named a deadline:`,
  messageAdded: (actor: string) => `${actor} wrote:`,
  messageEdited: (actor: string) => `${actor} edited a message. The earlier text stays in the record.`,
  messageDeleted: (actor: string) => `${actor} deleted a message. Its text stays in the record.`,
  customerAsked: (actor: string, of: string, ask: AskKind) => `${actor} asked ${of} ${asked[ask]}.`,
  askDelivered: (at: string) => `The request was delivered; the clock is paused since ${at}.`,
  customerAnswered: (actor: string) => `${actor} answered; the clock runs again.`,
  verdict: (actor: string, verdict: 'approved' | 'refused') =>
    verdict === 'approved'
      ? `${actor} approved the request; the clock runs again.`
      : `${actor} refused the request; the clock runs again.`,
  /** Of a ticket that was merged into this one. */
  verdictOn: (actor: string, verdict: 'approved' | 'refused', ticket: string) =>
    verdict === 'approved'
      ? `${actor} approved what ${ticket}, merged into this one, asked for.`
      : `${actor} refused what ${ticket}, merged into this one, asked for.`,
  pauseContested: (actor: string, from: string, struck: string) =>
    `${actor} did not accept that the clock was paused from ${from}, so that time counts after all: ${struck} of service time.`,
  resolved: (actor: string) => `${actor} proposed a solution.`,
  resolvedByWorkaround: (actor: string) => `${actor} proposed a workaround for now.`,
  breachReason: (reason: string) => `Why a target was missed: ${reason}`,
  solutionConfirmed: (actor: string) => `${actor} said it is solved.`,
  solutionRejected: (actor: string) => `${actor} said it is not solved, so the work goes on.`,
  waitCounts: (counts: 'running' | 'paused', running: string, paused: string) =>
    counts === 'running'
      ? `The wait for this answer counts as time worked: ${running} used so far, ${paused} without it.`
      : `The wait for this answer does not count as time worked: ${paused} used so far, ${running} with it.`,
  closed: (actor: string) => `${actor} confirmed the closing. Both parties agreed; the ticket is closed.`,
  reopened: (actor: string) => `${actor} reopened the ticket.`,
  withdrawn: (actor: string) => `${actor} withdrew the report.`,
  duplicate: (actor: string, master: string) => `${actor} marked this as a duplicate of ${master}.`,
  outOfScope: (actor: string) => `${actor} marked this as out of scope.`,
  contested: (actor: string) =>
    `${actor} contested the decision. The ticket is open again; only a lead can decide it again.`,
  duplicateLinked: (actor: string, duplicate: string, reporter: string) =>
    `${actor} merged ${duplicate} into this; ${reporter} ${reporter === 'you' ? 'are' : 'is'} told what happens here.`,
  duplicateUnlinked: (actor: string, duplicate: string) =>
    `${actor} contested the merge: ${duplicate} is a ticket of its own again and no longer part of this.`,
  mergeProposed: (actor: string, master: string) =>
    `${actor} takes this for the same trouble as ${master} and proposes to merge it. It is merged only if the customer agrees.`,
  mergeReminded:
    'Whoever was asked about the merge is no longer one of the customer’s people; others who can agree to it are asked now.',
  mergeDeclined: (actor: string) => `${actor} said it is another trouble: it goes on by itself.`,
  mergeAgreed: (actor: string, master: string) =>
    `${actor} agreed that it is the same trouble: it goes on as ${master}.`,
  splitOff: (actor: string, into: string) =>
    `${actor} split off another trouble of this report: it goes on as ${into}.`,
  prewarned: (share: string, target: TargetName) => `${share} of the ${target} time is used.`,
  prewarnedAtStart: 'Told at once, as agreed.',
  prewarnedAtOnce: 'Told at once, as agreed for this priority.',
  prewarnedBy: (rung: string, target: TargetName) => `${rung} on the ${target} target.`,
  breached: (target: TargetName, at: string) => `The ${target} time was missed: it was due ${at}.`,
  escalated: (rung: string, target: TargetName) =>
    target === 'response' ? `${rung}: nobody has responded yet.` : `${rung}: it is not solved yet.`,
  handedTo: (person: string, tier: string) => `It goes to ${person}, ${tier}.`,
  handedToNobody: 'Nobody is on duty to take it.',
  escalationRepeated: (rung: string) => `${rung} again: not acknowledged yet.`,
  escalationAcknowledged: (actor: string) => `${actor} acknowledged the escalation.`,
  escalatedByHand: (actor: string, side: Side) => `${actor} (${side}) escalated the ticket.`,
  consentReminded: (count: number) =>
    `Reminder ${count}: the customer’s word on whether it is solved is awaited.`,
  confirmationReminded: 'Reminder: the closing waits for the supplier’s person in charge.',
  answerReminded: 'Reminder: the customer’s answer is awaited.',
  askedLeft: (who: string) =>
    `${who}, who was asked, is no longer one of the customer’s people; you can ask somebody else.`,
  updateNudged: 'The customer has heard nothing for too long; an update is due.',
  neverDue: (target: TargetName) =>
    `The ${target} target never comes due: the agreed service hours end before its time is used up.`,
  rated: (actor: string, score: number) => `${actor} rated the support ${score} of 5.`,
  /** The words to a rating, which may come after it. */
  ratedBecause: (actor: string, score: number) => `${actor} on the support, rated ${score} of 5:`,
  told: (names: string) => `Told: ${names}.`,
  emptyRoles: (roles: string) => `Nobody holds this role: ${roles}. The next level was told.`,
  late: (due: string) => `Late: it was due ${due}.`,
  passed: 'The same people heard it another way, so it was not sent again.',
  rungs: {
    atOnce: 'Notice at once',
    prewarning: (share: string) => `Warning at ${share} of the time`,
    prewarningNamed: 'Early warning',
    alarm: 'Overdue alarm',
    /** Where the work goes: to the next engineer, to a higher line. */
    handedOn: {
      next: 'Next engineer asked',
      2: 'Second line asked',
      3: 'Third line asked',
      nobody: 'More hands asked for',
    },
    told: (roles: string) => `${roles} told`,
    escalatedTo: (roles: string) => `escalation to ${roles}`,
    again: (news: string) => `${news}, asked again`,
    bothSides: (role: string) => `both ${role}s`,
    daily: 'Daily executive brief',
    byHand: 'Escalation asked for',
    of: (rung: string, target: TargetName) => `${rung} (${target})`,
  },
}
