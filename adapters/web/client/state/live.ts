import { batch, computed, effect, signal } from '@preact/signals'
import type { Changes, SignIns } from '../wire.ts'
import { get } from './api.ts'
import { onRing } from './bell.ts'
import { setClock } from './clock.ts'
import { conversationsOf, refreshInbox, unread, waits } from './inbox.ts'
import { looking } from './looking.ts'
import { hear } from './news.ts'
import { sendUnsent } from './outbox.ts'
import { panes } from './panes.ts'
import { inOrder, people } from './people.ts'
import { forgetShelves, keepAll } from './shelf.ts'

/** Whether news arrives at once, or the page is trying to get back to the server. */
export const connection = signal<'live' | 'reconnecting'>('live')

const againMs = 1_500
/** Where nothing rings, the page looks so often by itself, ms. */
const lookMs = 15_000
/** Whoever is so many changes behind begins anew: to read what is there is less than to go through all that happened. */
const farBehind = 2_000

/** How far the news of each person whose chat is open has come. */
const cursors = new Map<string, number>()
/** The latest cursor that is known: what is loaded from now on holds all up to it. */
let known = 0
let list = ''

const lookAtPeople = async (): Promise<void> => {
  const came = await get<SignIns>('/api/people', {})
  if (came.ok) people.value = inOrder(came.body.people)
}

const takePeople = ({ people: signIns, ...counted }: Changes): void => {
  unread.value = counted.unread
  waits.value = counted.waits
  if (signIns === undefined) return
  list = signIns.list
  people.value = inOrder(signIns.people)
}

/** Up to there the news of these people has come; of those whose chat is still open. */
const reach = (as: readonly string[], reached: number): void => {
  known = Math.max(known, reached)
  for (const person of as) {
    const before = cursors.get(person)
    if (before !== undefined) cursors.set(person, Math.max(before, reached))
  }
}

const take = (as: readonly string[], came: Changes): void => {
  const { messages, cursor, head } = came
  const isFar = head - cursor > farBehind
  setClock(came.now)
  batch(() => {
    takePeople(came)
    if (isFar) forgetShelves(() => true)
    else keepAll(messages)
  })
  reach(as, isFar ? head : cursor)
  for (const person of as) {
    if (came.people !== undefined || messages.length > 0) refreshInbox(person)
    hear(person, messages)
  }
}

/** Whether there is more to come at once. */
const look = async (): Promise<boolean> => {
  const as = panes.peek()
  if (as.length === 0) return false
  const after = as.map((person) => `${cursors.get(person) ?? known}`)
  const came = await get<Changes>('/api/changes', { as: as.join(','), after: after.join(','), list })
  const isAway = !came.ok && (came.status === 0 || came.status >= 500)
  if (isAway) {
    connection.value = 'reconnecting'
    setTimeout(pull, againMs)
    return false
  }
  if (connection.peek() === 'reconnecting') {
    connection.value = 'live'
    for (const person of as) refreshInbox(person)
    sendUnsent()
  }
  // Somebody whose chat is open is not there any more.
  if (!came.ok) await lookAtPeople()
  else if (came.body.reset) location.reload()
  else take(as, came.body)
  return came.ok && !came.body.isAll
}

let pulling = false
let rung = false

/** Fetches what changed: one at a time, and once more when it rang meanwhile. */
const pull = async (): Promise<void> => {
  rung = true
  if (pulling) return
  pulling = true
  while (rung && looking.peek()) {
    rung = false
    rung = (await look()) || rung
  }
  pulling = false
}

/**
 * Follows what changes for everybody whose chat is open, from `cursor` on. Nothing is lost while the server is away, the page is
 * behind another tab, or other people are looked at: each has a cursor of their own, and a place is forgotten with the last of
 * those who read it here.
 */
export const follow = (cursor: number): void => {
  known = cursor
  const names = computed(() => panes.value.join(','))
  effect(() => {
    if (names.value === '') return
    const now = panes.peek()
    const gone = [...cursors.keys()].filter((person) => !now.includes(person))
    for (const person of gone) cursors.delete(person)
    for (const person of now) if (!cursors.has(person)) cursors.set(person, known)
    if (gone.length > 0) {
      const followed = new Set(now.flatMap(conversationsOf))
      forgetShelves((conversation) => !followed.has(conversation))
    }
    void pull()
  })
  effect(() => {
    if (looking.value) void pull()
  })
  sendUnsent()
  onRing(() => void pull())
  setInterval(pull, lookMs)
}
