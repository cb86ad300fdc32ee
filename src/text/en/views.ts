import type { Told } from '../../domain/item/reading.ts'

const told: { readonly [status in Told['status']]: string } = {
  owed: 'on its way',
  sent: 'sent',
  failed: 'could not be reached',
  withdrawn: 'not sent: no longer so',
  superseded: 'not sent: a later notice said more',
}

/** The views a person asks for. */
export const views = {
  list: {
    summary: (title: string, count: number) =>
      count === 1 ? `${title}: 1 ticket` : `${title}: ${count} tickets`,
  },
  history: {
    title: (id: string) => `${id}: history`,
    columns: ['When', 'What happened', 'Status'],
    chain: (count: number) => `${count} entries, in order and complete; nothing can be removed.`,
    shown: 'This is the record as both parties share it.',
    broken: (id: string, seq: number) =>
      `The record of ${id} is not whole: from entry ${seq} on it was changed in the database, past Accord. Only the entries before that are shown. Ask whoever runs Accord for \`npm run audit\`.`,
    brokenForCustomer:
      'The record is not whole: part of it was changed after it was written. Only what stands before that is shown. Please ask your supplier about it.',
    empty: 'There is no entry yet.',
  },
  told: {
    title: (id: string) => `${id}: who was told`,
    collected: (due: string) => `waits for the digest of ${due}`,
    titleOf: (id: string, who: string) => `${id}: what ${who} was told`,
    people: ['Who', 'Last told of', 'How'],
    columns: ['When', 'Told of', 'As', 'How'],
    who: (name: string, as: string) => `${name}, ${as}`,
    as: (role: string, side: string) => `${role} (${side})`,
    room: (name: string) => `room ${name}`,
    status: told,
    on: (sent: string, chat: string) => `${sent}, ${chat}`,
    /**
     * How it came to them: as a message of its own, on a card they have already, which makes no sound, in one message with other
     * tickets, in the digest; in a thread or a room, where others read it too.
     */
    ways: {
      alone: (at: string) => `sent ${at}`,
      card: (at: string) => `shown on their card ${at}, without a sound`,
      list: (at: string) => `sent ${at}, in one message with other tickets`,
      digest: (at: string) => `sent ${at}, in the digest`,
      thread: (at: string) => `posted ${at} in the thread of the report`,
      room: (at: string) => `posted ${at}`,
    },
    read: (state: string) => `${state}, read`,
    owes: 'yet to acknowledge',
    alsoOwed: (count: number) => `${count} more on the way`,
    alsoFailed: (count: number) => `${count} earlier could not be sent`,
    all: (count: number) => `All ${count}`,
    everybody: 'Everybody',
    totals: (
      all: number,
      sent: number,
      { owed, failed, over }: { readonly owed: number; readonly failed: number; readonly over: number },
    ) =>
      `${[
        sent === all
          ? all === 1
            ? '1 notice, sent'
            : `${all} notices, all sent`
          : `${sent} of ${all} notices sent`,
        ...(owed === 0 ? [] : [`${owed} on the way`]),
        ...(failed === 0 ? [] : [`${failed} could not be delivered`]),
        ...(over === 0 ? [] : [`${over} not sent: out of date by then`]),
      ].join(', ')}.`,
    because: (status: string, why: string) => `${status} (${why})`,
    zone: (zone: string) => `Time zone: ${zone}.`,
    empty: 'Nobody had to be told yet.',
    summary: (id: string, totals: string) => `${id}: ${totals}`,
    platforms: { web: 'web chat', slack: 'Slack', teams: 'Teams' },
  },
}
