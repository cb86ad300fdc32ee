import type { AdaptiveCard } from '../../../adapters/teams/render/adaptive-card.ts'
import type { Called, ConnectorFailure, Outgoing, TeamsPort, To } from '../../../adapters/teams/wire/port.ts'

/** A message as it stands in the recorded Teams. `conversation` names its thread, as Teams does. */
export type Standing = {
  readonly id: string
  readonly conversation: string
  activity: Outgoing
  updates: number
}

/** A call as the connector saw it. */
export type Call = {
  readonly do: 'send' | 'update' | 'open'
  readonly serviceUrl: string
  readonly conversation: string
  readonly at: number
}

/** What befalls a call: `taken` does what was asked before it goes wrong. */
type Fault = { readonly failure: ConnectorFailure; readonly taken?: true }

/** A refusal of the connector, in short. */
export const answered = (
  status: number,
  code?: string,
  retryAfter?: number,
): Extract<ConnectorFailure, { kind: 'answered' }> => ({
  kind: 'answered',
  status,
  ...(code === undefined ? {} : { code }),
  ...(retryAfter === undefined ? {} : { retryAfter }),
})

/** The remote side: a Teams that keeps what it is told and misbehaves on command. */
export const sendPort = (clock: () => number) => {
  const standing: Standing[] = []
  const calls: Call[] = []
  const installed = new Set<string>()
  let faults: {
    readonly fault: Fault
    readonly when: (call: Call, size: number) => boolean
    left: number
  }[] = []

  const befalls = (call: Call, size: number): Fault | undefined => {
    const hit = faults.find(({ left, when }) => left > 0 && when(call, size))
    if (hit === undefined) return undefined
    hit.left -= 1
    return hit.fault
  }
  const call = <Value>(
    made: Omit<Call, 'at'>,
    size: number,
    carryOut: () => Called<Value>,
  ): Called<Value> => {
    const one = { ...made, at: clock() }
    calls.push(one)
    const fault = befalls(one, size)
    if (fault === undefined) return carryOut()
    if (fault.taken) carryOut()
    return { ok: false, failure: fault.failure }
  }
  const sizeOf = (activity: Outgoing): number => JSON.stringify(activity).length

  const port: Pick<TeamsPort, 'send' | 'update' | 'openDirect'> = {
    send: async (to: To, activity) =>
      call({ do: 'send', ...to }, sizeOf(activity), () => {
        const id = String(1_780_000_000_000 + standing.length)
        standing.push({ id, conversation: to.conversation, activity, updates: 0 })
        return { ok: true, value: id }
      }),
    update: async (to, id, activity) =>
      call({ do: 'update', ...to }, sizeOf(activity), () => {
        const found = standing.find((one) => one.id === id)
        if (found === undefined)
          return { ok: false, failure: answered(404, 'ActivityNotFoundInConversation') }
        found.activity = activity
        found.updates += 1
        return { ok: true, value: undefined }
      }),
    openDirect: async ({ serviceUrl, user }) =>
      call({ do: 'open', serviceUrl, conversation: user }, 0, () =>
        installed.has(user)
          ? { ok: true, value: `a:1${user}` }
          : { ok: false, failure: answered(403, 'ForbiddenOperationException') },
      ),
  }

  return {
    port,
    standing,
    calls,
    /** The app is installed for them. */
    install: (user: string): void => void installed.add(user),
    of: (kind: Call['do']) => calls.filter((one) => one.do === kind),
    /** The card of a message as it stands. */
    cardOf: ({ activity }: Standing): AdaptiveCard =>
      (activity.attachments as readonly { readonly content: AdaptiveCard }[])[0]?.content as AdaptiveCard,
    /** From now on such calls go wrong; all of them, unless told how many. */
    fails: (
      failure: ConnectorFailure,
      {
        times = Number.POSITIVE_INFINITY,
        taken = false,
        when = () => true,
      }: {
        readonly times?: number
        readonly taken?: boolean
        readonly when?: (call: Call, size: number) => boolean
      } = {},
    ): void => {
      faults.push({ fault: { failure, ...(taken ? { taken } : {}) }, when, left: times })
    },
    works: (): void => {
      faults = []
    },
  }
}
