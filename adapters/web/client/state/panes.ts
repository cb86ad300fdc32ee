import { computed, signal } from '@preact/signals'
import { pageLanguage } from '../page-language.ts'
import { usual } from '../usual.ts'
import { people, personOf } from './people.ts'

/** The most chats side by side. */
export const most = 3

const chosen = signal<readonly string[]>([])
const chosenActive = signal<string | undefined>(undefined)

/** Whose chats are open, left to right. */
export const panes = computed(() => chosen.value.filter((id) => personOf(id) !== undefined))

/** The chat in use: the only one visible on a narrow screen. */
export const active = computed(() =>
  chosenActive.value !== undefined && panes.value.includes(chosenActive.value)
    ? chosenActive.value
    : panes.value[0],
)

const broad = matchMedia('(min-width: 64rem)')

/** Whether there is room for chats side by side. */
export const wide = signal(broad.matches)
broad.addEventListener('change', () => {
  wide.value = broad.matches
})

/** The chats on screen. */
export const visible = computed(() =>
  wide.value ? panes.value : panes.value.filter((id) => id === active.value),
)

/** Whose chats were used, the latest first. */
const used = signal<readonly string[]>([])

/** Whose chat gives way where there is no room for one more: the one used longest ago, of those never used the last. */
export const leastUsed = computed(() => {
  const order = used.value.length === 0 && active.value !== undefined ? [active.value] : used.value
  const ago = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length)
  return panes.value.toSorted((one, other) => ago(one) - ago(other)).at(-1)
})

/**
 * Looks through this person's eyes: brings their chat to the front, beside the others where there is room. Returns whose chat
 * gave way to it.
 */
export const showPerson = (id: string): string | undefined => {
  const isNew = !panes.value.includes(id)
  const gone = isNew && panes.value.length >= most ? leastUsed.value : undefined
  if (isNew)
    setPanes(
      gone === undefined ? [...panes.value, id] : panes.value.map((open) => (open === gone ? id : open)),
    )
  activate(id)
  return gone
}

/** Makes the chat of one person another's. Already open elsewhere, the two change places. */
export const switchPane = (from: string, to: string): void => {
  setPanes(panes.value.map((open) => (open === from ? to : open === to ? from : open)))
  activate(to)
}

/** The person uses this chat. */
export const activate = (id: string): void => {
  chosenActive.value = id
  if (used.value[0] !== id) used.value = [id, ...used.value.filter((other) => other !== id)]
}

/** Closes a chat; the last one stays. */
export const closePane = (id: string): void => {
  if (panes.value.length > 1) setPanes(panes.value.filter((open) => open !== id))
}

const setPanes = (ids: readonly string[]): void => {
  chosen.value = ids
  history.replaceState(null, '', `#${ids.map(encodeURIComponent).join(',')}`)
}

/** Opens the chats named in the address, else a reporter's, an engineer's and a manager's. */
export const openPanes = (): void => {
  const named = location.hash
    .slice(1)
    .split(',')
    .map(decode)
    .filter((id) => personOf(id))
  chosen.value =
    named.length > 0 ? [...new Set(named)].slice(0, most) : usual(people.value, pageLanguage().language)
}

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
