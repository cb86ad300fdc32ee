import type { Inbound } from '../../chat/inbound.ts'
import type { Person } from '../../domain/people/directory.ts'
import { supplierOf } from '../../domain/people/supplier-of.ts'
import type { Speaking } from '../speaker/speaking.ts'

/** How a mention stands in words that Slack gave: by the account's id. What people typed in angle brackets is theirs. */
const mention = /(?<![\w<@.])@([UW][A-Z0-9]{2,20})(?![\w.])/g

/** The people who can be called by their names here: of the speaker's own side, and of the parties it is shown to. */
export const called = ({ directory, person, audience, room }: Speaking): readonly Person[] => {
  const supplier = supplierOf(directory, person)
  const customer = person.side === 'customer' ? person.org : room?.org
  const isOpen = person.side === 'supplier' && audience === 'supplier'
  return Object.values(directory.people).filter(
    (other) =>
      supplierOf(directory, other) === supplier &&
      (isOpen || other.side === 'supplier' || other.org === customer),
  )
}

/** The name somebody is known by here, by their account; nobody is guessed where two have it. */
const nameOf = (people: readonly Person[], platform: string, user: string): string | undefined => {
  const [known, another] = people.filter(({ accounts }) =>
    accounts.some((account) => account.platform === platform && account.user === user),
  )
  return another === undefined ? known?.name : undefined
}

/** A name after an `@`, apart from the words that follow it. */
const calledBy = (name: string, next: string): string => `@${name}${/^[\p{L}\p{N}]/u.test(next) ? ' ' : ''}`

type Said = Pick<Extract<Inbound, { kind: 'message' }>, 'text' | 'mentions'>

const named = (
  { text, mentions = [] }: Said,
  { platform }: Inbound['place'],
  speaking: Speaking,
): Required<Said> => {
  if (platform === 'web' || !text.includes('@')) return { text, mentions }
  const people = called(speaking)
  let [read, from] = ['', 0]
  const left = mentions.filter(({ user, written }) => {
    const at = text.indexOf(`@${written}`, from)
    const name = at === -1 ? undefined : nameOf(people, platform, user)
    if (name === undefined) return true
    const end = at + 1 + written.length
    read += text.slice(from, at) + calledBy(name, text.slice(end, end + 2))
    from = end
    return false
  })
  const whole = (read + text.slice(from)).replace(
    mention,
    (written, user: string, at: number, all: string) => {
      const name = nameOf(people, platform, user)
      return name === undefined
        ? written
        : calledBy(name, all.slice(at + written.length, at + written.length + 2))
    },
  )
  return { text: whole, mentions: left }
}

/**
 * What came, with the names of the people it mentions, as everybody in the chat reads it. This is what was said: it is kept so.
 */
export const withNames = <Act extends Inbound>(inbound: Act, speaking: Speaking): Act => {
  const { place } = inbound
  switch (inbound.kind) {
    case 'message':
    case 'edit':
    case 'command':
    case 'adopt':
      return { ...inbound, ...named(inbound, place, speaking) }
    case 'press':
      return inbound.words === undefined
        ? inbound
        : { ...inbound, words: named({ text: inbound.words }, place, speaking).text }
    default:
      return inbound
  }
}
