import type { Flow } from '../../chat/flow.ts'
import type { Inbound, Place } from '../../chat/inbound.ts'
import { openFlow } from '../../chat/opener.ts'
import type { Directory, Person } from '../../domain/people/directory.ts'
import { type Speaking, type Stranger, speakingOf, visitorOf } from './speaking.ts'

/** An act with who does it and where, and the conversations that may run there. */
type Placed<Act> = {
  readonly inbound: Act
  readonly speaking: Speaking | Stranger
  readonly flows: readonly Flow[]
}

const opens = (anywhere: readonly Flow[], inbound: Inbound, person: Person): boolean => {
  const words = (text: string): boolean =>
    openFlow(anywhere, text, { person, keys: [] })?.flow.may(person) === true
  switch (inbound.kind) {
    case 'message':
      return inbound.addressed && words(inbound.text)
    case 'command':
      return words(inbound.text)
    case 'press':
      return anywhere.some(({ name }) => name === inbound.press.flow)
    case 'submit':
      return anywhere.some(({ name }) => name === inbound.form.flow)
    case 'adopt':
    case 'edit':
    case 'delete':
      return false
  }
}

/**
 * Who speaks, and where. In a conversation the bot does not know only what may run anywhere runs; any other command there
 * is a word in private, and so is its answer; everything else is a stranger's.
 */
export const placed = <Act extends Inbound>(
  flows: readonly Flow[],
  directory: Directory,
  inbound: Act,
  { privately, ofOthers }: { readonly privately: boolean; readonly ofOthers?: Speaking['ofOthers'] },
): Placed<Act> => {
  const speaking = speakingOf(directory, inbound, { privately })
  if (speaking !== 'unknown_place') return { inbound, speaking, flows }
  const visitor = visitorOf(directory, inbound)
  const anywhere = flows.filter(({ where }) => where === 'anywhere')
  if (visitor !== undefined && opens(anywhere, inbound, visitor.person))
    return {
      inbound,
      speaking: ofOthers === undefined ? visitor : { ...visitor, ofOthers },
      flows: anywhere,
    }
  if (inbound.kind !== 'command') return { inbound, speaking, flows: [] }
  const apart = { ...inbound, place: privatePlace(inbound) }
  return { inbound: apart, speaking: speakingOf(directory, apart, { privately: true }), flows }
}

/** A person's own conversation with the bot, named by their account: the platform opens it when something is posted there. */
export const privatePlace = ({ who, place }: Pick<Inbound, 'who' | 'place'>): Place => ({
  platform: who.platform,
  team: place.team,
  conversation: who.user,
  direct: true,
})
