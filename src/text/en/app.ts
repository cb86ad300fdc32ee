/** What the bot says of itself: whom it does not know, what went wrong on its side, where a word went. */
export const app = {
  unknownPerson:
    'I do not know this account, so I can show and do nothing here. Ask the supplier’s administrator to add you.',
  unknownPlace:
    'This channel is not linked to a customer or a supplier team you belong to, so I can show nothing here. Write to me directly.',
  unknownAction: 'This button is not one of mine any more. Type “help” to see what you can do.',
  notForYou: 'This is not yours to do. Nothing changed. Type “help” to see what you can do.',
  otherKind: (item: string) => `That cannot be done with ${item}: it is something else. Nothing changed.`,
  fault: (reference: string) =>
    `Something went wrong on our side and nothing was changed. Try again; if it stays, give the operator this reference: ${reference}.`,
  openForm: 'Open the form',
  fillIn: 'Press the button to fill in the form.',
  addedTo: (ticket: string) =>
    `Added to ${ticket}, which was waiting for your answer. If it is something new, start with “report:”.`,
  noted: (ticket: string) => `Added to ${ticket}.`,
  notedButAnother: (ticket: string) => `Added to ${ticket}. Is it another problem?`,
  meant: (button: string) => `Did you mean “${button}”? Press it; nothing was noted.`,
  notedButMeant: (ticket: string, button: string) =>
    `Added to ${ticket}. Did you mean “${button}”? Then press it.`,
  notedInternally: (ticket: string) =>
    `Noted on ${ticket} for your own side only. To write to the customer: “update ${ticket} …”.`,
  answered: (ticket: string) => `Added to ${ticket} as the answer to what was asked; the clock runs again.`,
  passedOn: (ticket: string) => `Added to ${ticket} and passed on to the supplier.`,
  decisionMissing: (asker: string) =>
    `What ${asker} asked for still waits for your decision, which words alone are not: press a button.`,
  addedIsItSolved: (ticket: string) =>
    `Added to ${ticket}. Its solution waits for your word: is it solved? Press the button.`,
  addedToEnded: (ticket: string, status: string) =>
    `Added to ${ticket}, which is ${status}: nobody works on it any more.`,
  isItSolved: (ticket: string) =>
    `The solution of ${ticket} waits for your word: is it solved? Press the button; nothing was noted.`,
  somethingNew:
    'Is it something new? Press “Report a problem”, or begin with “incident”: “incident the mail is down”.',
  belongsTo: (ticket: string) => `This message already belongs to ${ticket}. Nothing changed.`,
  slower:
    'That is more in a minute than I can take from one person. What you wrote is kept and follows shortly; buttons and commands did nothing: press them again in a minute.',
  /** To whoever sent a form again, filled in otherwise. */
  sentBefore:
    'This form was sent before, with other words: those count. Nothing changed now. To send these too, open the form anew.',
  /** To the administrators: nobody watches the clock or sends any more. */
  stopped: {
    title: 'Accord has stopped watching',
    waking: (since: string) =>
      `Since ${since} nobody watches the clock: no deadline is warned of, nothing is escalated.`,
    sending: (since: string) => `Since ${since} nothing I owe is sent: nobody is told of anything new.`,
    next: 'What people write to me is kept, and buttons work. Ask whoever runs Accord to look at its worker (ROLE=worker or ROLE=all) and its log. Until I say that it works again, please watch your deadlines yourselves.',
  },
  /** The same administrators, once somebody does again. */
  returned: {
    title: 'Accord is watching again',
    waking: (since: string) =>
      `The clock is watched again (${since}). What came due meanwhile is done now, and marked as late.`,
    sending: (since: string) => `What I owe is sent again (${since}), the most urgent first.`,
    next: 'Nothing was lost. `/health` of the web chat says how I am at any time.',
  },
  /** To the administrators: the database was put back to an earlier moment. */
  restored: {
    title: 'An older backup was restored',
    between: (from: string, until: string) =>
      `My records stand where they were at ${from}. What happened after that, until ${until}, is gone from them; it still stands in the chats.`,
    since: (from: string) =>
      `My records stand where they were at ${from}. What happened after that is gone from them; it still stands in the chats.`,
    back: (tickets: string) => `Put back to an earlier state: ${tickets}.`,
    gone: (tickets: string) => `Gone altogether: ${tickets}. New reports will get these numbers again.`,
    andMore: (tickets: string, more: number) => `${tickets}, and ${more} more`,
    unknown: 'Which tickets these are I cannot tell: what I noted outside the database is not here.',
    directory: 'People, channels or agreements were put back too.',
    again: 'Reminders and alarms of that time may come a second time.',
    unsent: (count: number) =>
      count === 1
        ? 'One notice that was waiting is not sent: it may have been sent before.'
        : `${count} notices that were waiting are not sent: they may have been sent before.`,
    next: 'Please look these tickets up in the chats and do again here what is missing, above all claims, answers, solutions and the customer’s consent. Tell the customer.',
  },
  /** To the administrators: what I had to do by myself did not work. */
  leftUndone: {
    title: 'Something was left undone',
    effects: (item: string) =>
      `What was due of ${item} is done, but something that should have followed from it elsewhere was refused.`,
    due: (item: string) => `What was due of ${item} was refused, so it is not done.`,
    fault: (item: string) =>
      `What was due of ${item} could not be done: something went wrong on our side. I try again every half minute.`,
    next: 'Please look at it and do by hand what is missing. Whoever runs Accord finds more in its log.',
  },
  /** To the administrators: a chat does not let me write to somebody, or in a room. */
  outOfReach: {
    title: 'Not reached any more',
    why: 'What the chat says',
    person: {
      says: (name: string, org: string, platform: string) =>
        `I cannot write to ${name} (${org}) in ${platform} any more. What is meant for them goes to another account of theirs, or else to the next of their role.`,
      next: 'Install the app for them, or let them add it themselves and send me “help”. Another account can be added in the organisation file.',
    },
    room: {
      says: (name: string, org: string, platform: string) =>
        `I cannot write in ${name} (${org}) in ${platform} any more. Nothing I announce there arrives.`,
      next: 'Add me to that conversation again, or link another one: mention me there and type “link”.',
    },
  },
}
