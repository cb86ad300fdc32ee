/** Answers to what people ask of tickets in their own words, and what is asked back where words alone do not say enough. */
export const asked = {
  /** Who works on it. */
  has: (id: string, person: string) => `${person} ${person === 'you' ? 'are' : 'is'} working on ${id}.`,
  nobodyYet: (id: string) => `Nobody has taken ${id} yet.`,
  queued: (id: string, person: string) =>
    `Nobody has taken ${id} yet; it is in ${person === 'you' ? 'your' : `${person}’s`} queue.`,
  /** When. */
  responds: (due: string) => `Somebody responds by ${due}.`,
  solves: (due: string) => `A solution is promised by ${due}.`,
  wasDue: (due: string) => `A solution was promised by ${due}. That time has passed.`,
  paused: 'Until then the clock stands still.',
  noTime: 'No time is promised for it.',
  /** What is awaited. */
  proposed: (id: string, person: string) => `${person} proposed a solution for ${id}.`,
  consent: (people: string) => `Is it solved? ${people} can say so.`,
  confirmation: (people: string) => `It was agreed to; ${people} still confirms the closing.`,
  ended: (id: string, status: string) => `${id} is ${status}.`,
  endedAt: (id: string, status: string, at: string) => `${id} is ${status} since ${at}.`,
  lastHeard: (person: string, at: string) => `${person} wrote ${at}:`,
  /** Words were passed on beside the answer. */
  passedOn: 'The supplier has read your question too.',
  which: 'Which ticket is this about?',
  whichNote: 'Nothing was noted yet: press one, and your words go there.',
  /** To a question that names something nobody knows here; the open tickets follow as buttons. */
  thisOne: 'Do you mean this one?',
  noneNamed: 'I found no open ticket about that. These are open:',
  nothingNamed: 'I found no open ticket about that, and nothing else is open. Is it new? Then report it.',
  welcome: 'You are welcome.',
  /** What words in a ticket’s thread came to, before who is on it and until when. */
  toldOf: {
    haste: (id: string) => `I passed on that ${id} is urgent for you.`,
    deadline: (id: string) => `I passed on your deadline for ${id}.`,
    fails: (id: string) => `Noted in ${id} and passed on.`,
  },
  tooLate: 'If that is too late, escalate: the next level on both sides hears of it at once.',
  worksNow: (id: string) => `Good to hear; it is noted in ${id}.`,
  notNeeded: (id: string) => `Noted in ${id}. Is nothing to be done any more? Then withdraw it.`,
  confirmFirst: 'You will be asked to confirm before it is closed.',
  again: (id: string, at: string) =>
    `Added to ${id}, which was closed ${at} and is no longer worked on. Is it that again? Then reopen it; if it is something new, report it.`,
  /** To those who work on it: what a customer’s person wanted and could not. */
  inVain: (person: string, act: string, why: string) => `${person} tried “${act}” and could not: ${why}`,
  passedOnInVain: (id: string) => `Your words stand in ${id} for the engineers to read.`,
  notSent: (update: string) =>
    `Your words were not sent and not recorded. To tell the customer, use “${update}”.`,
  goodToHear: 'Good to hear. You have nothing open at the moment.',
  nothingOpen:
    'What is wrong? You have no ticket open that this could be about: write in your own words what does not work.',
}
