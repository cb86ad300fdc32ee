import type { Priority } from '../agreement/matrix.ts'
import type { Work } from '../agreement/work.ts'
import type { Instant } from '../calendar/calendar.ts'
import type { TargetName } from '../escalation/policy.ts'
import type { Span } from '../sla/pauses.ts'
import type { AskKind, FileRef, Judgement, MessageRef, RoomRef } from './event.ts'
import type { Merged } from './merged.ts'

export type Status = 'new' | 'in_progress' | 'on_hold' | 'resolved' | 'closed' | 'cancelled'

/** A promise of this ticket: its epoch (raised when the target is set anew), when it was met, whether it was missed. */
export type Promised = {
  readonly epoch: number
  /** When this epoch's target was set. No rung of it can be due before: nobody breaks a promise not yet made. */
  readonly since: Instant
  /** Where its clock starts later than the ticket's: an older one was merged into it that had kept its own. */
  readonly startedAt?: Instant
  /** The moment it stopped: the first human action, or `resolved`. */
  readonly metAt?: Instant
  /** The true moment the target ran out, recorded once and kept for ever. */
  readonly breachedAt?: Instant
  /** What was promised before: each priority it had, as which sort of work, and until when. */
  readonly history: readonly { readonly priority: Priority; readonly work?: Work; readonly until: Instant }[]
}

/** A request to the customer that is still open (M2.C1). The clock pauses from `deliveredAt` on, never before. */
export type OpenAsk = {
  readonly kind: AskKind
  readonly text: string
  readonly of: string
  readonly askedAt: Instant
  readonly askedBy: string
  readonly deliveredAt?: Instant
  readonly remindedAt?: Instant
}

/** An escalation that waits for acknowledgement (hard rule 1): who still owes it, and when they were last asked. */
export type OpenEscalation = {
  readonly rung: string
  readonly target: TargetName
  readonly waitingFor: readonly string[]
  /** Those of them who owe it as the customer's people. */
  readonly customers?: readonly string[]
  /** Who has acknowledged it: they are not asked again when somebody else who owes it leaves. */
  readonly acknowledgedBy?: readonly string[]
  readonly askedAt: Instant
  /** Of an escalation by hand: who escalated, when, in which words. */
  readonly byHand?: { readonly by: string; readonly at: Instant; readonly reason: string }
}

/** A pre-warning that told somebody. */
export type Prewarned = {
  readonly rung: string
  readonly target: TargetName
  readonly priority: Priority
  readonly to: readonly string[]
}

/** The state of one incident or service request: what its events come to. It holds no text of internal notes. */
export type Ticket = {
  readonly id: string
  readonly supplier: string
  readonly customer: string
  readonly agreement: { readonly id: string; readonly version: number }
  readonly title: string
  readonly text: string
  readonly source: 'chat' | 'phone' | 'fax' | 'mail' | 'other'
  readonly reporter: string
  /** What was merged into this one, directly or through another. */
  readonly merged: readonly Merged[]
  /** Reporters of tickets merged into this one; they are told what the reporter is told. */
  readonly followers: readonly string[]
  readonly message?: MessageRef
  readonly files?: readonly FileRef[]
  /** Where it was reported without a message of its own. */
  readonly place?: RoomRef
  readonly reportedAt: Instant
  /** The clock's start: when the report was accepted, or an older one that was merged into it. */
  readonly acceptedAt: Instant
  readonly status: Status
  /** What sort of work it is (D5); an incident where nothing is said. */
  readonly work?: Work
  readonly category: Judgement
  readonly impact: Judgement
  readonly urgency: Judgement
  readonly priority: Priority
  readonly basis: 'matrix' | 'override'
  readonly downgrade?: {
    readonly impact: Judgement
    readonly urgency: Judgement
    readonly priority: Priority
    readonly basis: 'matrix' | 'override'
    /** The sort of work it is to be, where that is what is proposed. */
    readonly work?: Work
    readonly reason: string
    readonly by: string
    /** Who was asked to agree. */
    readonly of?: readonly string[]
  }
  /** The supplier takes it for the same trouble as `master`; the customer has yet to say so. */
  readonly merging?: {
    readonly master: string
    readonly reason: string
    readonly by: string
    /** Who was asked to agree. */
    readonly of: readonly string[]
  }
  readonly tier: 1 | 2 | 3
  /** Whose queue it stands in until somebody claims it. */
  readonly dispatchedTo?: string
  readonly assignee?: string
  readonly promised: { readonly [name in TargetName]: Promised }
  readonly pauses: readonly Span[]
  readonly ask?: OpenAsk
  /** When the customer last heard a word of a human, if ever, and when the engineer was last nudged for one. */
  readonly customerHeardAt?: Instant
  readonly nudgedAt?: Instant
  /** Rungs that took effect: `<target>:<epoch>:<rung>`. */
  readonly fired: readonly string[]
  /** Whom pre-warnings told, and which priority the ticket had then. */
  readonly prewarned: readonly Prewarned[]
  readonly escalations: readonly OpenEscalation[]
  /** How often somebody pressed "escalate now": each press reaches one level higher. */
  readonly escalatedByHand: number
  readonly resolution?: {
    readonly description: string
    readonly workaround: boolean
    readonly at: Instant
    readonly by: string
    readonly consentReminders: number
    readonly consent?: { readonly by: string; readonly at: Instant }
    readonly confirmationRemindedAt?: Instant
  }
  readonly breachReason?: string
  readonly closedAt?: Instant
  readonly reopened: number
  readonly rating?: { readonly score: 1 | 2 | 3 | 4 | 5; readonly comment?: string }
  readonly cancelled?: {
    readonly how: 'withdrawn' | 'duplicate' | 'out_of_scope'
    readonly reason: string
    readonly master?: string
    readonly at: Instant
  }
  readonly contests: number
  readonly duplicates: readonly string[]
  readonly follows?: string
  /** The ticket whose report said this too, and those that were split off from this one. */
  readonly splitFrom?: string
  readonly splitOff?: readonly string[]
}
