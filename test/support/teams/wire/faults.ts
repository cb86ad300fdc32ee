import type { Call, CallName } from '../world/records.ts'

/** What may go wrong with a call. An empty `code` is a bare status, as a proxy answers. `accept` does what was asked, then breaks before the bot can know. */
export type Fault =
  | { readonly do: 'status'; readonly status: number; readonly code?: string; readonly retryAfter?: number }
  | { readonly do: 'hang' }
  | { readonly do: 'cut' }
  | { readonly do: 'slow'; readonly ms: number }
  | { readonly do: 'accept'; readonly and: 'hang' | 'cut' | number }

/** Which calls a fault befalls, and how many of them; all until taken back when `times` is absent. */
export type FaultPlan = {
  readonly name: CallName | '*'
  readonly fault: Fault
  readonly times?: number
  readonly when?: (call: Call) => boolean
}

/** The faults still to come. */
export const createFaults = () => {
  let plans: { readonly plan: FaultPlan; left: number }[] = []
  return {
    /** From now on; the function returned takes it back. */
    plan: (plan: FaultPlan): (() => void) => {
      const entry = { plan, left: plan.times ?? Number.POSITIVE_INFINITY }
      plans.push(entry)
      return () => {
        plans = plans.filter((other) => other !== entry)
      }
    },
    /** The fault that befalls this call, if any. */
    next: (call: Call): Fault | undefined => {
      const hit = plans.find(
        ({ plan, left }) =>
          left > 0 && (plan.name === call.name || plan.name === '*') && (plan.when?.(call) ?? true),
      )
      if (hit === undefined) return undefined
      hit.left -= 1
      return hit.plan.fault
    },
  }
}

export type Faults = ReturnType<typeof createFaults>
