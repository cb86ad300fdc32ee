import type { Place } from '../../../src/chat/inbound.ts'
import type { Reference } from '../../../src/chat/references.ts'
import { no, type Result, yes } from '../../../src/domain/result.ts'
import type { To } from '../wire/port.ts'
import { outcomeOf } from './outcome.ts'
import type { NotSent, Sending } from './sending.ts'

/** Where something is sent, as the connector knows it. `thread` only where there are threads, in channels. */
export type Address = {
  readonly team: string
  readonly conversation: string
  readonly serviceUrl: string
  readonly threads: boolean
  readonly thread?: string
}

/** A conversation as the connector addresses it; a thread of a channel is part of its id. */
export const toOf = ({ serviceUrl, conversation, thread }: Address): To => ({
  serviceUrl,
  conversation: thread === undefined ? conversation : `${conversation};messageid=${thread}`,
})

const isConversation = (id: string): boolean => /^(?:a|19):/.test(id)
const isChannel = (id: string): boolean => /@thread\.(?:tacv2|skype)$/.test(id)

/** A place named by a person stands for their conversation with the bot, whether there is one already or not. */
export const isPerson = ({ conversation, direct }: Place, known: Reference | undefined): boolean =>
  direct && (known === undefined ? !isConversation(conversation) : known.user === conversation)

const isThreaded = ({ conversation, direct, flat }: Place, known: Reference | undefined): boolean =>
  known === undefined ? !direct && flat !== true && isChannel(conversation) : known.kind === 'channel'

/** Only channels have threads. */
export const hasThreads = async (
  { references }: Pick<Sending, 'references'>,
  place: Place,
): Promise<boolean> => isThreaded(place, await references.at(place.team, place.conversation))

const unreachable = (why: string): Result<never, NotSent> => no({ outcome: 'unreachable', why })
const unheard = (team: string): Result<never, NotSent> =>
  unreachable(`Teams: nothing has come from tenant ${team} yet, so there is no address to write to`)

const personal = (team: string, conversation: string, serviceUrl: string): Address => ({
  team,
  conversation,
  serviceUrl,
  threads: false,
})

/**
 * A person's conversation with the bot, opened when there is none. Whoever could not be reached is left alone until
 * something comes from them.
 */
const addressOfPerson = async (
  sending: Sending,
  team: string,
  user: string,
): Promise<Result<Address, NotSent>> => {
  const { references, port, budget, clock } = sending
  const known = await references.ofPerson(team, user)
  if (known?.dead !== undefined) return unreachable(known.dead)
  if (known !== undefined) return yes(personal(team, known.conversation, known.serviceUrl))
  const serviceUrl = await references.serviceOf(team)
  if (serviceUrl === undefined) return unheard(team)
  const where = { team, conversation: user }
  const wait = budget.take(where)
  if (wait > 0) return no({ outcome: 'wait', retryAfter: wait })
  const opened = await port.openDirect({ serviceUrl, tenant: team, user })
  if (!opened.ok) return no(await outcomeOf(sending, where, 'open', opened.failure))
  await references.seen({
    team,
    conversation: opened.value,
    kind: 'personal',
    user,
    serviceUrl,
    seenAt: clock(),
  })
  return yes(personal(team, opened.value, serviceUrl))
}

/**
 * Where a place is reached: through the address its conversation spoke from last, else the newest of its tenant. What is
 * known to be out of reach is not tried.
 */
export const addressOf = async (sending: Sending, place: Place): Promise<Result<Address, NotSent>> => {
  const { team, conversation, thread } = place
  const known = await sending.references.at(team, conversation)
  if (isPerson(place, known)) return addressOfPerson(sending, team, conversation)
  if (known?.dead !== undefined) return unreachable(known.dead)
  const serviceUrl = known?.serviceUrl ?? (await sending.references.serviceOf(team))
  if (serviceUrl === undefined) return unheard(team)
  const threads = isThreaded(place, known)
  return yes({
    ...{ team, conversation, serviceUrl, threads },
    ...(threads && thread !== undefined ? { thread } : {}),
  })
}
