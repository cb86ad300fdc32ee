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

const named = (text: string, { platform }: Inbound['place'], speaking: Speaking): string => {
  if (platform === 'web' || !text.includes('@')) return text
  let people: readonly Person[] | undefined
  return text.replace(mention, (written, user: string) => {
    people ??= called(speaking)
    const known = people.filter(({ accounts }) =>
      accounts.some((account) => account.platform === platform && account.user === user),
    )
    return known.length === 1 && known[0] !== undefined ? `@${known[0].name}` : written
  })
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
      return { ...inbound, text: named(inbound.text, place, speaking) }
    case 'press':
      return inbound.words === undefined
        ? inbound
        : { ...inbound, words: named(inbound.words, place, speaking) }
    default:
      return inbound
  }
}
