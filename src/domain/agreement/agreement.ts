import type { Calendar, Duration } from '../calendar/calendar.ts'
import type { Policy } from '../escalation/policy.ts'
import type { Matrix, Priority } from './matrix.ts'

/** What was promised for one priority (M2.4). Durations count on the named calendar. */
export type Target = {
  readonly calendar: string
  readonly response: Duration
  readonly resolution: Duration
  /** A substantive progress update reaches the customer at least this often (RS.7), on the same calendar. */
  readonly updateEvery: Duration
  /** Silence of a customer who was asked something is reminded after this long, on the same calendar. */
  readonly answerReminderAfter: Duration
}

/** What was promised, by priority. */
export type Targets = { readonly [priority in Priority]: Target }

/** How a ticket ends (RS.8, X2). There is no auto-close: silence leads to reminders, never to an end. */
export type Closure = {
  readonly calendar: string
  /** Working time after `resolved` within which a rejection counts the waiting as running time. */
  readonly confirmationPeriod: Duration
  /** Working time after `resolved` at which the reporter is reminded. */
  readonly reminders: readonly Duration[]
  /** Working time after closing within which a ticket can be reopened. */
  readonly reopenWindow: Duration
  /** Supplier roles, any of whom is the person in charge who confirms after the customer's consent. */
  readonly personInCharge: readonly string[]
}

/** A published way to report (RS.1). */
export type IntakeChannel = {
  readonly kind: 'chat' | 'phone' | 'fax' | 'mail' | 'web'
  readonly detail: string
}

/** One immutable version of what both parties agreed. A ticket keeps the version valid when it was accepted. */
export type Agreement = {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly supplier: string
  readonly customer: string
  /** Local dates in `zone`, both inclusive. Outside them a report is out of SLA (D1). */
  readonly validFrom: string
  readonly validTo: string
  readonly zone: string
  readonly matrix: Matrix
  readonly targets: Targets
  /** What is agreed for service requests, where they are spoken of: see `targetOf`. */
  readonly requests?: { readonly targets: Targets; readonly cells?: Matrix['cells'] }
  readonly calendars: { readonly [id: string]: Calendar }
  readonly policy: Policy
  readonly closure: Closure
  readonly intakeChannels: readonly IntakeChannel[]
}
