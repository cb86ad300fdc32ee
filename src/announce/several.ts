import type { Manner } from './route.ts'

/** Whoever reported it, in its thread, and those whose tickets were merged into it. */
export const reporters = (as: Manner, follower: Manner = 'tell') =>
  [
    { to: 'thread', as },
    { to: 'followers', as: follower },
  ] as const

/** The owner, and the thread of the engineers' room. */
export const inside = (as: Manner) =>
  [
    { to: 'owner', as },
    { to: 'room_thread', as: 'chat' },
  ] as const

/** Whoever was alarmed hears that it is over. */
export const cleared = { to: 'cleared', as: 'tell' } as const
