/** Help: the few things somebody most likely wants now, and where all the others are. */
export const helping = {
  title: 'What you can do now',
  waits: (count: number, first: string) =>
    count === 1 ? `${first} waits for you.` : `${count} tickets wait for you, first ${first}.`,
  more: 'Press a group for everything else, or type “help” and what you want to do: “help close”.',
  byNumber:
    'Name a ticket by its number, or write in its thread. Plain questions are understood too: “who has it?”',
  groups: {
    start: 'Report and find',
    work: 'Work on a ticket',
    agree: 'Decide and agree',
    look: 'Look into it',
    self: 'For yourself',
  },
  back: 'All of help',
}
