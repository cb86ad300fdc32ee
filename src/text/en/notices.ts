/** What follows from an event for the person who is told: the next step, and by when. */
export const notices = {
  summary: (id: string, said: string) => `${id}: ${said}`,
  priority: (priority: string) => `Priority ${priority}.`,
  /** An outage held the notice up. */
  delayed: (at: string) => `Late: this was due ${at}; it could not be delivered before.`,
  /** How the ticket stood when a notice lost its buttons. */
  stands: (at: string, status: string, owner: string | undefined) =>
    owner === undefined
      ? `As of ${at}: ${status}.`
      : `As of ${at}: ${status}, ${owner === 'you' ? 'yours' : `owner ${owner}`}.`,
  /** The all-clear for whoever was alarmed. */
  over: (said: string) => `Over: ${said}`,
  /** Several tickets in one message. */
  together: {
    title: (count: number) => (count === 1 ? '1 ticket needs you' : `${count} tickets need you`),
    digest: 'Good to know',
    over: 'Nothing here needs you any more',
    /** `Alarm: HX-1 and HX-2`. */
    of: (what: string, tickets: string) => `${what}: ${tickets}`,
    line: (parts: readonly string[]) => parts.join('; '),
    more: (count: number) => `and ${count} more: type “queue” or “at risk” for all`,
  },
  customer: {
    atOnce: (priority: string) => `Priority ${priority}: you are told at once, as agreed.`,
    updates: (every: string) => `You will hear of progress at least every ${every}.`,
    updatesInHours: (every: string) => `You will hear of progress at least every ${every} of service time.`,
    downgrade: 'Do you agree? Until you do, nothing changes.',
    approval:
      'Press a button to decide; words alone decide nothing. Until then the clock is paused; contest the pause if you see it otherwise.',
    ask: 'Reply in the ticket’s thread or press a button. While your answer is awaited the clock is paused; contest the pause if you see it otherwise.',
    askCalled:
      'Press a button, or reply in the ticket’s thread and mention me: there I hear nothing else. While your answer is awaited the clock is paused; contest the pause if you see it otherwise.',
    askReminder: 'The answer is still missing, and the clock stays paused until it comes.',
    consent: 'Is it solved for you? The ticket ends only if you agree.',
    confirmation: (people: string) =>
      `Next the closing is confirmed by ${people}; then the ticket is closed.`,
    survey: (until: string) =>
      `How was the support, from 1 (poor) to 5 (very good)? The ticket can be reopened until ${until}.`,
    mergedEnded: (tickets: string) =>
      `${tickets} was merged into it, so nobody works on that any more. If the trouble goes on, contest: it is open again at once.`,
    mergedOn: (tickets: string) =>
      `${tickets} was merged into it and moves on with it. If that is something else, contest: it is open again at once.`,
    merging: (master: string) =>
      `Is it the same trouble as ${master}? Until you say so this one goes on by itself.`,
    splitOff: 'If both are one trouble, say so: they are put together again.',
    contest: 'If you see it otherwise, contest it: the ticket is open again at once.',
    breached: 'You can escalate it now.',
    acknowledge: 'Press Acknowledge once you have seen it; until then you are told again.',
  },
  /** A notice that reached somebody else in a person's place. */
  insteadOf: (name: string) => `This was for ${name}, who could not be reached: “you” is them.`,
  supplier: {
    takeBy: (due: string) => `Take it by ${due}.`,
    take: 'Take it now.',
    assign: 'Take it or give it to somebody.',
    yours: 'It is yours now.',
    join: (owner: string) => `${owner} has it: help them, or take it over by reassigning it.`,
    freed: 'It is no longer in your hands.',
    plan: 'Say how it will still be met: update the customer, or leave a note.',
    handOn: 'If it cannot be met, hand it on or escalate it now.',
    contingency: 'Check whether a contingency plan applies.',
    cause: 'The cause is asked for when it is resolved.',
    heard: (at: string) => `Last contact with the customer: ${at}.`,
    unheard: 'Nobody has spoken to the customer yet.',
    sentTo: (person: string) => `Nobody has taken it yet; it was sent to ${person}.`,
    owner: (owner: string) => `Owner: ${owner}.`,
    acknowledge: 'Press Acknowledge once you have seen it; until then you are told again.',
    acknowledgeEvery: (every: string) =>
      `Press Acknowledge once you have seen it; until then you are told again every ${every}.`,
    confirm: 'Confirm the closing. Only then is the ticket closed.',
    decideAgain: 'Look at it again: take it, or mark it again with a reason.',
    askThem: 'Ask them. The ticket stays open until they agree.',
    update: 'Write what is known, even if it is little.',
    watch:
      'No alarm will come of it. Watch it yourselves, and agree with the customer on service hours that go on.',
    nothingToDo: 'Nothing more to do.',
    lowRating: 'Ask what was unsatisfactory.',
    unreached: (name: string) =>
      `This was for ${name}. Nobody of the customer could be reached: tell them another way.`,
  },
}
