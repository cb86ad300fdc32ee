import type { Told } from '../../domain/item/reading.ts'

const told: { readonly [status in Told['status']]: string } = {
  owed: 'not sent yet',
  sent: 'told',
  failed: 'not reached',
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
    columns: ['When', 'Who', 'About', 'Result'],
    who: (name: string, role: string, side: string) => `${name} (${side}: ${role})`,
    inThread: (who: string) => `${who}, in the report thread`,
    room: (name: string) => `room ${name}`,
    status: told,
    at: (status: string, at: string, where: string) =>
      where === '' ? `${status} ${at}` : `${status} ${at}, ${where}`,
    because: (status: string, why: string) => `${status} (${why})`,
    zone: (zone: string) => `Time zone: ${zone}.`,
    empty: 'Nobody had to be told yet.',
    summary: (id: string, reached: number, owed: number) =>
      `${id}: ${reached} of ${owed} notices were delivered.`,
    platforms: { web: 'web chat', slack: 'Slack', teams: 'Teams' },
  },
}
