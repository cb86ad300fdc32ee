/** How a deadline came about, and what would happen next. */
export const why = {
  title: (id: string) => `${id}: why these deadlines`,
  promise: (target: string, budget: string, hours: string) => `${target}: ${budget}, counted ${hours}.`,
  started: (accepted: string) => `The clock started when the report was accepted: ${accepted}.`,
  startedLater: (said: string, accepted: string) =>
    `Reported ${said}; the clock started when the report was accepted: ${accepted}.`,
  columns: ['From', 'To', 'Counts'],
  causes: {
    asked: 'paused: awaiting the customer',
    struck: 'pause contested and struck',
    waited: 'awaiting confirmation',
    waitedLong: 'paused: awaiting confirmation for longer than agreed',
    closed: 'paused: solved and closed, until it was reopened',
  },
  counts: (length: string, why: readonly string[]) => `${length} (${why.join('; ')})`,
  beyond: 'over the time promised',
  /** Both readings of a stretch the parties may see differently. */
  otherwise: {
    struck: (from: string, other: string, used: string) =>
      `The pause that began ${from} was contested and counts: ${used} in all. Had it stood: ${other}.`,
    waited: (from: string, other: string, used: string) =>
      `The wait for confirmation from ${from} counts, because the solution was rejected in time: ${used} in all. Without it: ${other}.`,
    waitedLong: (from: string, other: string, used: string) =>
      `The wait for confirmation from ${from} does not count, because it was longer than agreed: ${used} in all. With it: ${other}.`,
  },
  more: (count: number) =>
    count === 1 ? '1 earlier stretch is left out.' : `${count} earlier stretches are left out.`,
  due: (due: string) => `Together that is the time promised: it runs out ${due}.`,
  met: (used: string, at: string) => `Met ${at}, after ${used}.`,
  metLate: (used: string, at: string, due: string, over: string) =>
    `It ran out ${due} and was met ${at}, after ${used}: over by ${over}.`,
  overBy: (due: string, over: string) => `It ran out ${due}: over by ${over} so far.`,
  soFar: (used: string) => `${used} counted so far; while the clock is paused no deadline can be named.`,
  neverDue: (used: string) =>
    `${used} counted so far; the agreed service hours end before the time promised is used up, so it never runs out.`,
  before: (priority: string, until: string, due: string) =>
    `Until ${until} it was ${priority}, promised by ${due}.`,
  over: 'Nothing is owed any more.',
  preview: {
    title: (id: string) => `${id}: who would be told when`,
    columns: ['When', 'Step', 'Who'],
    note: 'If nothing happens from now on. This is a preview; nobody is told by it.',
    none: 'As things stand nobody would be told: nothing is owed, or the clock is paused.',
    step: (rung: string, target: string) => `${rung} (${target})`,
    handed: (person: string) => `${person} (work goes to them)`,
  },
}
