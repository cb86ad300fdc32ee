import type { TicketRefusal } from '../../domain/ticket/refusal.ts'
import type { Status, Ticket } from '../../domain/ticket/ticket.ts'
import type { Say } from '../say.ts'
import { ticket } from './ticket.ts'

/** One sentence or two per expected no: what is true now, who and when, the next step. Nothing changed. */
export type Refusals = {
  readonly [Code in TicketRefusal['code']]: (
    refusal: Extract<TicketRefusal, { readonly code: Code }>,
    say: Say,
  ) => string
}

type How = NonNullable<Ticket['cancelled']>['how']

const stands = ({ status, how }: { readonly status: Status; readonly how: How | undefined }): string =>
  how === undefined ? ticket.statuses[status] : ticket.cancellations[how]

const nextStep: { readonly [status in Status | 'withdrawn']: string } = {
  new: 'An engineer takes it first.',
  in_progress: 'Its card shows what can be done now.',
  on_hold: 'It waits for the customer’s answer.',
  resolved: 'The customer says first whether it is solved.',
  closed: 'Reopen it, or report again.',
  cancelled: 'Contest the decision, or report again.',
  withdrawn: 'Report it again if it goes on.',
}

export const refusals: Refusals = {
  not_found: () => 'There is no such ticket here. Type “tickets” to see the ones you can open.',
  not_permitted: ({ who, people }, { anyOf }) =>
    people === undefined
      ? {
          supplier: 'Only the supplier’s people can do this. Nothing changed.',
          customer: 'Only the customer’s people can do this. Nothing changed.',
          contact: 'Only the reporter or the customer’s contact can do this. Nothing changed.',
          approver: 'Only a contact of the customer can approve or refuse. Nothing changed.',
          person_in_charge: 'Only the supplier’s person in charge can confirm the closing. Nothing changed.',
          lead: 'Only a team lead or a manager of the supplier can do this. Nothing changed.',
        }[who]
      : {
          supplier: `This is for the supplier to do: ask ${anyOf(people)}. Nothing changed.`,
          customer: `This is for the customer to do: ask ${anyOf(people)}. Nothing changed.`,
          contact: `Only ${anyOf(people)} can do this, for the customer. Nothing changed.`,
          approver: `Only ${anyOf(people)} can approve or refuse, as the customer’s contact. Nothing changed.`,
          person_in_charge: `Only ${anyOf(people)} can confirm the closing, in charge of it for the supplier. Nothing changed.`,
          lead: `Only ${anyOf(people)} can do this, leading the work. Nothing changed.`,
        }[who],
  already_acknowledged: ({ by, at }, { name, moment }) =>
    `${name(by)} took this ticket ${moment(at)}. To change the owner, reassign it.`,
  wrong_status: ({ status, how }) =>
    `This cannot be done while the ticket is ${stands({ status, how })}. ${nextStep[how === 'withdrawn' ? how : status]}`,
  merged: ({ master }) =>
    `This ticket was merged into ${master}, so it is done there. If it is other trouble after all, its reporter contests the merge.`,
  no_agreement: () =>
    'No agreement covers this customer yet, so nothing can be promised. The supplier’s project manager can put one in place.',
  agreement_not_valid: ({ from, to }) =>
    `The agreement is valid from ${from} to ${to}, so this is out of SLA today. Ask the supplier’s project manager.`,
  unknown_person: ({ id }) => `Nobody here is known as “${id}”. Choose a person from the list.`,
  unknown_level: ({ value }) => `“${value}” is not a level of the agreement. Choose one of those offered.`,
  unknown_category: ({ value }) =>
    `“${value}” is not a category of the catalogue. Choose one of those offered.`,
  malformed: () =>
    'That could not be read, so nothing was changed. Open it again from the card and send it once more.',
  text_too_long: ({ length, most }) =>
    `That is ${length} characters long; ${most} fit. Shorten it, or attach it as a file.`,
  text_missing: () => 'There is no text yet. Write what happened, in a sentence.',
  reason_missing: () => 'A reason is needed; the others read it in the record. Write one sentence.',
  breach_reason_missing: () =>
    'A target was missed on this ticket, so resolving it needs the cause. Write why it was missed.',
  nothing_asked: () => 'Nothing is being asked of the customer at the moment, so there is nothing to answer.',
  already_asked: ({ by, at }, { name, moment }) =>
    `${name(by)} already asked the customer for something ${moment(at)}, and no answer has come yet. Wait for it or remind them.`,
  not_paused: () => 'The clock is running, so there is no pause to contest.',
  no_merge: () => 'No merge is proposed at the moment, so there is nothing to agree to.',
  no_downgrade: () => 'No lower priority is proposed at the moment, so there is nothing to agree to.',
  lower_than_merged: ({ ticket }) =>
    `${ticket}, which was merged into this one, was reported as more pressing. Its reporter or the customer’s contact can agree to less. Nothing changed.`,
  awaiting_customer_consent: () =>
    'The customer has not yet said that it is solved. The reporter or the contact says so first.',
  reopen_window_passed: ({ closedAt }, { moment }) =>
    `This ticket was closed ${moment(closedAt)} and can no longer be reopened. Report again; the new ticket is linked to this one.`,
  not_contestable: () => 'There is no decision on this ticket to contest.',
  decided_again_by_lead_only: () =>
    'The customer contested this once, so only a team lead or manager can decide it again.',
  duplicate_of_itself: () => 'A ticket cannot be a duplicate of itself. Give the number of the earlier one.',
  master_not_open: ({ master }) =>
    `${master} is not open, so nothing can be merged into it. Give the number of an open ticket of the same customer.`,
  already_escalated: ({ to, at }, { names, moment }) =>
    `You escalated this already: it is with ${to.length === 0 ? 'the managers of both parties' : names(to)} since ${moment(at)}. To reach the next level, say what is new.`,
  nothing_to_acknowledge: () => 'No escalation is waiting for your acknowledgement on this ticket.',
  not_rateable: () =>
    'A ticket can be rated by its reporter once it is closed. This one cannot be rated now.',
}
