import type { Told } from '../../domain/item/reading.ts'

const told: { readonly [status in Told['status']]: string } = {
  owed: 'on its way',
  sent: 'told',
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
    collected: (due: string) => `collected, due ${due}`,
    titleOf: (id: string, who: string) => `${id}: what ${who} was told`,
    people: ['Who', 'Told last', 'State'],
    columns: ['When', 'News', 'As', 'State'],
    who: (name: string, as: string) => `${name} (${as})`,
    as: (role: string, side: string) => `${side}: ${role}`,
    inThread: (as: string) => `${as}, in the report thread`,
    room: (name: string) => `room ${name}`,
    status: told,
    at: (status: string, at: string, where: string) =>
      where === '' ? `${status} ${at}` : `${status} ${at}, ${where}`,
    /** How it came to them: by itself, on a card they have, in one message with others, in the digest. */
    ways: {
      alone: 'told',
      card: 'shown on their card',
      list: 'told in a list',
      digest: 'told in the digest',
    },
    read: (state: string) => `seen, ${state}`,
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
            ? '1 notice, told'
            : `${all} notices, all told`
          : `${sent} of ${all} notices told`,
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
