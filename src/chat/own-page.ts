import type { Press } from './card.ts'

/** What a platform that keeps a page for each person opens it with: only there is it drawn anew as things happen. */
export const ownPage = { flow: 'home', choice: 'page' } as const satisfies Press
