import type { TargetName } from '../../domain/escalation/policy.ts'
import type { AskKind } from '../../domain/ticket/event.ts'

const targets: { readonly [target in TargetName]: string } = {
  response: 'Response',
  resolution: 'Resolution',
}

const awaited: { readonly [ask in AskKind]: string } = {
  information: 'The answer',
  approval: 'The approval',
  access: 'The access',
}

/** Whose something is: the reader’s own, or somebody’s by name. */
const of = (who: string): string => (who === 'you' ? 'your' : `${who}’s`)

/** The living card of a ticket and the receipt, both of which its parties keep open beside the talk. */
export const card = {
  title: (id: string, title: string) => `${id} · ${title}`,
  summary: (id: string, title: string, status: string, priority: string) =>
    `${id} ${title}: ${status}, ${priority}`,
  labels: {
    status: 'Status',
    work: 'Sort of work',
    priority: 'Priority',
    impact: 'Impact',
    urgency: 'Urgency',
    category: 'Category',
    owner: 'Owner',
    promised: 'Promised at first',
    hours: 'Service hours',
    reporter: 'Reported by',
    follows: 'Continues',
    splitFrom: 'Split off from',
    splitOff: 'Split off as',
    breachReason: 'Why a target was missed',
    rating: 'Rating',
  },
  details: 'Details',
  byMatrix: (priority: string) => `${priority}, from impact and urgency`,
  byHand: (priority: string) => `${priority}, set by hand`,
  suggestedByMatrix: (priority: string) => `${priority}, suggested from impact and urgency`,
  suggested: (value: string) => `${value} (suggested; the report does not say)`,
  suggestedFrom: (value: string, words: readonly string[]) =>
    `${value} (suggested from ${words.map((word) => `“${word}”`).join(', ')})`,
  stated: (value: string) => `${value} (stated)`,
  statedBecause: (value: string, reason: string) => `${value} (stated: ${reason})`,
  /** Of a card that is not drawn anew. */
  asOf: (time: string) => `As of ${time}.`,
  promisedAt: (at: string, response: string, resolution: string) =>
    `${at}: response by ${response}, solution by ${resolution}`,
  nobodyYet: 'nobody yet',
  queueOf: (person: string) => `in ${of(person)} queue`,
  /** The customer said it then; the clock started when it was accepted. */
  reportedAt: (person: string, said: string, accepted: string) =>
    said === accepted ? `${person}, ${said}` : `${person}, ${said}; accepted ${accepted}`,
  targets,
  bar: {
    running: (left: string, budget: string, due: string) => `${left} of ${budget} left, due ${due}`,
    closedHours: (left: string, budget: string, due: string) =>
      `${left} of ${budget} left, due ${due}; outside service hours the clock stands still`,
    neverDue: (left: string, budget: string) =>
      `${left} of ${budget} left; the agreed service hours end before, so it never comes due`,
    paused: (left: string, budget: string) => `paused while the customer is asked; ${left} of ${budget} left`,
    breached: (due: string) => `missed: it was due ${due}`,
    breachedBy: (over: string, due: string) => `missed: it was due ${due}; ${over} over by now`,
    breachedPaused: (due: string) => `missed: it was due ${due}; paused now`,
    met: (at: string) => `met ${at}`,
    metLate: (due: string, at: string) => `missed: it was due ${due}, done ${at}`,
  },
  downgrade: (person: string, priority: string) =>
    `${person} proposed to lower the priority to ${priority}. It changes only if the customer agrees.`,
  workProposed: (person: string, work: string, priority: string) =>
    `${person} thinks that it is ${work}, ${priority}. It changes only if the customer agrees.`,
  merging: (person: string, master: string) =>
    `${person} takes this for the same trouble as ${master}. It is merged only if the customer agrees.`,
  asked: (by: string, of: string, what: string) => `${by} asked ${of} for ${what}:`,
  askPauses: (since: string) => `The clock is paused since ${since} and runs again with the answer.`,
  stillAwaited: (people: string, ask: AskKind) => `${awaited[ask]} is still awaited from ${people}.`,
  askOnItsWay: 'The request is on its way; the clock runs until it is delivered.',
  resolution: (person: string, at: string) => `${person} proposed a solution, ${at}:`,
  workaround: (person: string, at: string) => `${person} proposed a workaround for now, ${at}:`,
  awaitsConsent: (people: string) =>
    `It ends only when the customer agrees: ${people} can say whether it is solved.`,
  consented: (person: string, at: string) => `${person} said it is solved, ${at}.`,
  closed: (at: string) => `Closed ${at}, agreed by both parties.`,
  cancelled: (how: string, at: string) => `Ended as ${how}, ${at}. Reason:`,
  duplicateOf: (how: string, master: string, at: string) => `Ended as ${how} of ${master}, ${at}. Reason:`,
  escalated: (rung: string, people: string) => `${rung}; waiting for ${people} to acknowledge.`,
  rating: (score: number) => `${score} of 5`,
  rate: 'Are you satisfied? 1 is poor, 5 is very good.',
  receipt: {
    /** `category`: what it was understood to be about; absent where that is not clear. */
    /** What it was understood to be. */
    filed: (category: string) => `filed under ${category}`,
    request: (category: string | undefined) =>
      category === undefined ? 'taken as a request' : `taken as a request about ${category}`,
    accepted: (id: string, at: string, about: string | undefined) =>
      `Received ${at} as ${id}${about === undefined ? '' : `, ${about}`}.`,
    acceptedFor: (id: string, person: string, at: string, about: string | undefined) =>
      `${person} logged your report ${at}; its number is ${id}${about === undefined ? '' : `, ${about}`}.`,
    splitFrom: (id: string, origin: string, at: string, about: string | undefined) =>
      `Split off from ${origin} as ${id}${about === undefined ? '' : `, ${about}`}; its time counts from ${at}, as that report’s.`,
    promised: (response: string, resolution: string) =>
      `Somebody responds by ${response}; it is solved by ${resolution}.`,
    noPromise: 'No time can be promised for it.',
    whoIsAffected: 'Who is affected?',
    howPressing: 'How pressing is it?',
    questions: 'Two answers set the priority. Without them nothing changes.',
  },
}
