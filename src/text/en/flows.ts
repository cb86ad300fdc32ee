import { help } from './help.ts'

/** What the conversations ask and answer. */
export const flows = {
  help,
  form: {
    reason: 'Reason',
    send: 'Send',
    bothRead: 'Both parties read this in the record.',
    supplierReads: 'Only the supplier’s people read this.',
    required: 'This is needed. One sentence is enough.',
    notOffered: 'Choose one of those offered.',
    tooLong: (length: number, max: number) =>
      `This is ${length} characters long; ${max} fit. Shorten it, the rest can follow in the thread.`,
  },
  whichTicket: 'Which ticket do you mean? Say its number with it, or open one here.',
  whichCustomer: 'Which customer do you mean?',
  typed: 'What you had typed:',
  superseded:
    'That was from before, and the ticket has moved on: nothing changed. This is how it stands now.',
  report: {
    guide: 'Write what is wrong, in your own words. It is reported at once, and you get its number here.',
    example: 'For example: “Our VPN has been down for the whole office since nine.”',
    button: 'Report a problem',
    anew: 'Report it as a new problem',
    reportedAnew: (id: string) =>
      `Reported as a new problem. Those who work on ${id} read that it is not about that one.`,
    reportedBefore: (id: string) => `You reported this as ${id} already.`,
    title: 'Report a problem',
    follows: (earlier: string) => `Report again, continuing ${earlier}`,
    text: 'What is wrong?',
    hint: 'Since when, whom it affects, how pressing it is.',
    offer: 'A new ticket can continue it; both are linked.',
  },
  log: {
    title: 'Log a report for a customer',
    reporter: 'Who reported it?',
    from: (person: string, customer: string) => `${person} (${customer})`,
    source: 'How did it come?',
    text: 'What was said?',
    done: (reporter: string) => `Logged. ${reporter} gets the number and the promised times.`,
  },
  claim: { done: (id: string) => `${id} is yours.` },
  reassign: {
    to: 'To whom?',
    onDuty: 'on duty',
    done: (id: string, person: string) => `${id} now belongs to ${person}.`,
  },
  classify: { category: 'Category', done: (id: string, category: string) => `${id}: ${category}.` },
  assess: {
    impact: 'Who is affected?',
    urgency: 'How pressing is it?',
    done: 'Noted. The priority follows from both answers.',
  },
  override: {
    priority: 'Priority',
    byMatrix: (priority: string) => `The matrix gives ${priority}.`,
    done: (priority: string) => `Noted: ${priority}, set by hand.`,
  },
  changeWork: {
    done: (id: string, work: string) => `${id} is ${work} from now on.`,
    already: (id: string, work: string) => `${id} is ${work} already.`,
  },
  downgrade: {
    proposed: 'Proposed; it changes only if the customer agrees.',
    agreed: 'Agreed; it holds from now on.',
    declined: 'It stays as it is.',
  },
  note: { text: 'Note', done: 'Noted, for the supplier’s people only.' },
  update: {
    text: 'What does the customer need to know?',
    intro: (customer: string) =>
      `${customer} will read this exactly as you write it. Internal words belong in a note.`,
    done: 'Sent to the customer.',
  },
  ask: {
    kind: 'What is needed?',
    kinds: { information: 'Information', approval: 'An approval', access: 'Access' },
    text: 'What exactly?',
    of: 'From whom?',
    intro:
      'They read this as you write it. The clock pauses once it was delivered, and runs again with the answer.',
    approves: 'can approve',
    contactOnly: 'Only a contact of the customer can approve. Choose a contact.',
    done: 'Asked. The clock pauses once the request was delivered.',
  },
  answer: {
    text: 'Your answer',
    verdict: 'Your decision',
    approved: 'Approved',
    refused: 'Not approved',
    asked: (person: string, text: string) => `${person} asked: ${text}`,
    sure: (person: string, text: string) =>
      `You approve what ${person} asked for: “${text}” The work goes on by it at once; an approval cannot be taken back.`,
    done: 'Thank you. The supplier has your answer, and the clock runs again.',
  },
  contest: {
    pause: 'Why should the clock not have stopped?',
    decision: 'Why is the decision wrong?',
    done: 'Your objection is on record, and the supplier was told.',
    reopened: (id: string) => `${id} is open again. Your objection is on record, and the supplier was told.`,
  },
  resolve: {
    description: 'What was done?',
    intro: 'The customer reads this and says whether it is solved.',
    workaround: 'Is it a workaround?',
    solution: 'No, it is solved for good',
    temporary: 'Yes, a workaround for now',
    breachReason: 'Why was a target missed?',
    missed: 'A target of this ticket was missed, so its cause is needed.',
    done: 'Proposed. The customer is asked whether it is solved.',
  },
  confirmSolution: { done: 'Thank you. The supplier’s person in charge now confirms the closing.' },
  rejectSolution: { reason: 'What does not work yet?', done: 'Back to work: the supplier was told why.' },
  close: { done: (id: string) => `${id} is closed, agreed by both parties.` },
  reopen: { reason: 'Why does it need to be opened again?', done: (id: string) => `${id} is open again.` },
  cancel: { reason: 'Why do you withdraw it?', done: (id: string) => `${id} is withdrawn.` },
  markDuplicate: {
    sameWords: (master: string) => `Said in the same words as ${master}, minutes before.`,
    master: 'The same as which ticket?',
    numberHint: (key: string) => `Its number, for example ${key}-3.`,
    notANumber: (key: string) => `Write the ticket’s number, for example ${key}-3.`,
    done: (id: string, master: string) => `${id} is merged into ${master}.`,
  },
  merge: {
    proposed: (id: string, master: string) =>
      `Proposed. ${id} is merged into ${master} only if the customer agrees; until then it goes on by itself.`,
    declined: (id: string) => `Noted: ${id} goes on by itself.`,
    why: 'What is different?',
  },
  split: {
    text: 'What is the other trouble?',
    intro: (id: string) =>
      `Leave only the words of the other trouble. They become a ticket of their own, whose time counts from when ${id} was reported; ${id} stays as it is.`,
    whole: (id: string) => `These are all the words of ${id}. Delete those that stay with it.`,
    done: (id: string) => `Split off from ${id}; it has its own number and goes to whoever is on duty.`,
    rejoined: (origin: string) => `One trouble with ${origin}.`,
  },
  markOutOfScope: {
    reason: 'Why is it out of scope?',
    intro: 'The reporter reads this and may contest it.',
    done: (id: string) => `${id} is out of scope; the reporter was told why.`,
  },
  rate: {
    title: 'How was it handled?',
    which: (score: number) => `You give ${score} of 5. For which ticket?`,
    whichOne: 'Which ticket do you rate?',
    score: 'From 1 (poor) to 5 (very good)',
    comment: 'What should have been better?',
    more: 'Anything to add?',
    done: 'Thank you for your rating.',
  },
  escalate: {
    reason: 'Why now?',
    intro: 'The managers of both parties are told at once, with your words.',
    done: 'Escalated. The managers of both parties are told.',
  },
  acknowledgeEscalation: {
    done: 'Noted: you know of it. This step does not remind you again; if it escalates further, you are told.',
  },
  contact: {
    title: (customer: string) => `Whom to talk to at ${customer}`,
    reporter: 'reported it',
    localTime: (time: string) => `local time ${time}`,
    nobody: 'The directory names no contact for this customer. The project manager can add one.',
  },
  keepQuiet: {
    done: (from: string, to: string) =>
      `Quiet from ${from} to ${to}. Alarms and work of P1 and P2 still come at once; the rest waits until then.`,
    off: 'No quiet hours any more.',
    now: (from: string, to: string) => `Your quiet hours: ${from} to ${to}. “quiet off” ends them.`,
    none: 'You have no quiet hours. Say “quiet 22:00-07:00” for some.',
  },
  preferLanguage: {
    ask: 'Which language shall I speak with you?',
    english: 'English',
    chinese: '中文',
    done: 'I speak English with you from now on.',
  },
  list: {
    mine: 'Your tickets',
    queue: 'To take, and yours',
    risk: 'At risk',
  },
  welcome: {
    customer: 'I take reports for your supplier and keep both of you informed until it is solved.',
    supplier: 'I bring you your customers’ reports, watch the promised times and keep both parties informed.',
    customerNext: 'Type “tickets” to see yours, “language” to change mine, or “help” for all you can do.',
    supplierFirst:
      'Type “queue” to see what waits, “tickets” for what is yours, or “help” for all you can do.',
    unknown: 'I did not understand that, and nothing changed.',
    /** To thanks. */
    thanked: {
      customer: 'You are welcome! Whenever something else is wrong, just write it here.',
      supplier: 'You are welcome!',
    },
    help: 'Help',
    queue: 'Queue',
  },
}
