import type { IntakeChannel } from '../../domain/agreement/agreement.ts'
import type { TargetName } from '../../domain/escalation/policy.ts'

const channels: { readonly [kind in IntakeChannel['kind']]: string } = {
  chat: 'Chat',
  phone: 'Phone',
  fax: 'Fax',
  mail: 'E-mail',
  web: 'Web',
}

/** What both parties agreed, in words: levels, promises, ladder, ways to report, people on duty. */
export const agreed = {
  levels: {
    title: (agreement: string) => `Response levels: ${agreement}`,
    version: (version: number, from: string, to: string) => `Version ${version}, valid ${from} to ${to}.`,
    matrix: 'Urgency \\ impact',
    impacts: 'Impact',
    urgencies: 'Urgency',
    targets: ['Priority', 'Response', 'Resolution', 'Progress update', 'Counted'],
    requests: 'Service requests (something new, an access, a question):',
    every: (length: string) => `every ${length}`,
    ladder: ['Step', 'When', 'Who is told'],
    share: (share: string, target: TargetName) => `${share} of the ${target} time`,
    after: (steps: string, target: TargetName) =>
      target === 'response' ? `no response for ${steps}` : `not solved for ${steps}`,
    afterOf: (priority: string, length: string) => `${priority} ${length}`,
    atOnce: (priorities: string) => `${priorities}: with the report`,
    of: (side: string, role: string) => `${role} (${side})`,
    or: (ways: readonly string[]) => ways.join(', or '),
    acknowledged: 'A manager who is told of an escalation is told again until they acknowledge.',
    closure: (reminders: string, window: string) =>
      `A ticket ends only when the customer agrees and the supplier confirms. Without an answer the reporter is reminded after ${reminders} of service time; there is no automatic close. It can be reopened for ${window} of service time.`,
  },
  channels: {
    title: (supplier: string) => `How to reach ${supplier}`,
    kinds: channels,
    here: 'Or write here: every message is a report, accepted at once.',
    hours: 'Service hours',
  },
  duty: {
    title: 'On duty now',
    columns: ['Line', 'On duty', 'Next'],
    nobody: 'nobody',
    standsIn: (who: string, away: string) => `${who}, for ${away}`,
    empty: 'Nobody is on a roster.',
    at: (time: string) => `As of ${time}.`,
  },
}
