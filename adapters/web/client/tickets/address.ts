import { signal } from '@preact/signals'
import { people, personOf } from '../state/people.ts'

/** Who looks at which list, by the words that open it: what the address says. */
export type Address = { readonly person: string; readonly words: string }

/** Whether the address is that of a list. */
export const isTickets = (): boolean => location.pathname === '/tickets'

const remembered = 'tickets-as'

const read = (): Address => {
  const query = new URLSearchParams(location.search)
  // A shared address names no one: whoever opens it sees what they may see themselves.
  const named =
    new URLSearchParams(location.hash.slice(1)).get('as') ?? localStorage.getItem(remembered) ?? ''
  const person = personOf(named)?.id ?? people.value[0]?.id ?? ''
  return { person, words: query.get('q') ?? '' }
}

/** The address as it is shown; undefined until the people are known. */
export const address = signal<Address | undefined>(undefined)

/** The address of a list; `person` is whoever opens it here, and is no part of what is shared. */
export const linkTo = ({ person, words }: Address): string => {
  const query = words === '' ? '' : `?${new URLSearchParams({ q: words })}`
  return `/tickets${query}#${new URLSearchParams({ as: person })}`
}

/** Shows another list, or the same to somebody else; the way back leads to the one before. */
export const goTo = (next: Address): void => {
  localStorage.setItem(remembered, next.person)
  history.pushState(null, '', linkTo(next))
  address.value = next
}

/** Follows the address from here on. */
export const followAddress = (): void => {
  const show = (): void => {
    address.value = read()
  }
  addEventListener('popstate', show)
  addEventListener('hashchange', show)
  show()
}
