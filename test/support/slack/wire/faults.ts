import type { Fields } from '../../fake/fields.ts'

/** What may go wrong with a call. `accept` does what was asked, then breaks before the app can know. */
export type Fault =
  | { readonly do: 'status'; readonly status: number; readonly body?: string }
  | { readonly do: 'error'; readonly error: string; readonly more?: Fields }
  | { readonly do: 'limit'; readonly retryAfter: number }
  | { readonly do: 'hang' }
  | { readonly do: 'cut' }
  | { readonly do: 'slow'; readonly ms: number }
  | { readonly do: 'accept'; readonly and: 'hang' | 'cut' | number }

/** Which calls a fault befalls, and how many of them; all until taken back when `times` is absent. */
export type FaultPlan = {
  readonly method: string
  readonly fault: Fault
  readonly times?: number
  readonly when?: (args: Fields) => boolean
}

/** The faults still to come. `*` as method means every one. */
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
    next: (method: string, args: Fields): Fault | undefined => {
      const hit = plans.find(
        ({ plan, left }) =>
          left > 0 && (plan.method === method || plan.method === '*') && (plan.when?.(args) ?? true),
      )
      if (hit === undefined) return undefined
      hit.left -= 1
      return hit.plan.fault
    },
  }
}

export type Faults = ReturnType<typeof createFaults>
