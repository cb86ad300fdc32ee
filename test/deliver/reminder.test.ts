import { expect, it } from 'vitest'
import { createReminder } from '../../src/deliver/reminder.ts'

/** A clock that is turned by hand, and what is to ring on it. */
const clock = () => {
  const timers = new Map<number, { readonly at: number; readonly then: () => void }>()
  let [now, id] = [0, 0]
  return {
    now: () => now,
    after: (ms: number, then: () => void) => {
      const mine = id++
      timers.set(mine, { at: now + ms, then })
      return () => timers.delete(mine)
    },
    turn: (ms: number) => {
      const end = now + ms
      for (;;) {
        const [first] = [...timers].filter(([, { at }]) => at <= end).toSorted(([, a], [, b]) => a.at - b.at)
        if (first === undefined) break
        timers.delete(first[0])
        now = Math.max(now, first[1].at)
        first[1].then()
      }
      now = end
    },
    waiting: () => timers.size,
  }
}

const remember = () => {
  const { now, after, turn, waiting } = clock()
  const looks: number[] = []
  const reminder = createReminder(() => looks.push(now()), now, after)
  return { reminder, looks, turn, waiting }
}

it('looks at each moment it was told, in whatever order, once', () => {
  const { reminder, looks, turn } = remember()
  for (const at of [5_000, 500, 9_000, 500, 700]) reminder.at(at)
  turn(20_000)
  expect(looks).toEqual([500, 700, 5_000, 9_000])
})

it('looks beyond what a timer is set for at most, and not before', () => {
  const { reminder, looks, turn } = remember()
  reminder.at(2_000_000)
  turn(1_999_999)
  expect(looks).toEqual([])
  turn(1)
  expect(looks).toEqual([2_000_000])
})

it('takes what is asked for while it looks', () => {
  const { now, after, turn } = clock()
  const looks: number[] = []
  const reminder = createReminder(
    () => {
      looks.push(now())
      if (looks.length < 3) reminder.at(now() + 100)
    },
    now,
    after,
  )
  reminder.at(100)
  turn(1_000)
  expect(looks).toEqual([100, 200, 300])
})

it('forgets all of it when it stops', () => {
  const { reminder, looks, turn, waiting } = remember()
  reminder.at(100)
  reminder.at(200)
  reminder.stop()
  expect(waiting()).toBe(0)
  turn(1_000)
  expect(looks).toEqual([])
})
