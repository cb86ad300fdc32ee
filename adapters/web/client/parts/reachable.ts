/** What scrolls by itself must be reachable by keyboard, also when there is nothing in it to press. */
export const reachable = { tabIndex: 0 } as const
