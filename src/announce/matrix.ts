import type { TicketEventOf, TicketEventType } from '../domain/ticket/event.ts'
import { isInThread } from './is-in-thread.ts'
import { linkMatrix } from './link-matrix.ts'
import { isLess, isNewPromise } from './new-promise.ts'
import type { Routes } from './route.ts'
import { saidToOwner } from './said-to-owner.ts'
import { cleared, inside, reporters } from './several.ts'

/** A message of the customer's thread reads otherwise now. */
const retold = [
  {
    to: 'room_thread',
    as: 'chat',
    when: ({ internal }: { readonly internal: boolean }) => !internal,
  },
] as const

/** The matrix of notices. Total: an event type without a row does not compile. A row without routes moves cards only. */
export const matrix: { readonly [Type in TicketEventType]: Routes<TicketEventOf<Type>> } = {
  'ticket.reported': {
    customer: [{ to: 'thread', as: 'act' }],
    supplier: [{ to: 'room', as: 'act' }],
  },
  'ticket.dispatched': {
    customer: [],
    supplier: [
      { to: 'named', as: 'act' },
      { to: 'team_lead', as: 'act', when: ({ to }) => to === undefined },
      { to: 'project_manager', as: 'act', when: ({ to }) => to === undefined },
    ],
  },
  // Everybody of the supplier hears it who has to see that it is taken again.
  'ticket.owner_left': {
    customer: [],
    supplier: [
      { to: 'named', as: 'act' },
      { to: 'team_lead', as: 'act' },
      { to: 'room_thread', as: 'tell' },
    ],
  },
  'ticket.acknowledged': {
    customer: [...reporters('tell'), cleared],
    supplier: [{ to: 'previous', as: 'tell' }, { to: 'room_thread', as: 'tell' }, cleared],
  },
  'ticket.reassigned': {
    customer: [{ to: 'thread', as: 'tell' }],
    supplier: [
      { to: 'named', as: 'act' },
      { to: 'previous', as: 'tell' },
      { to: 'room_thread', as: 'tell' },
    ],
  },
  'ticket.classified': { customer: [], supplier: [] },
  'ticket.prioritised': {
    // A new priority is a new promise; an answer that leaves it as it is shows on the card.
    customer: [
      { to: 'thread', as: 'tell', when: isNewPromise },
      // Those whose tickets were merged into it hear when all are served as less pressing.
      { to: 'followers', as: 'tell', when: isLess },
    ],
    supplier: [
      { to: 'owner', as: 'tell', when: isNewPromise },
      { to: 'room_thread', as: 'chat', when: isNewPromise },
    ],
  },
  'ticket.downgrade_proposed': {
    customer: [...reporters('act', 'act'), { to: 'named', as: 'act' }],
    supplier: inside('chat'),
  },
  'ticket.downgrade_reminded': { customer: [{ to: 'named', as: 'act' }], supplier: inside('tell') },
  'ticket.downgrade_declined': { customer: [{ to: 'thread', as: 'chat' }], supplier: inside('tell') },
  'ticket.note_added': {
    customer: [],
    supplier: [
      { to: 'owner', as: 'chat' },
      // A note with a message was written in the room itself.
      { to: 'room_thread', as: 'chat', when: ({ message }) => message === undefined },
    ],
  },
  'ticket.progress_reported': {
    customer: reporters('tell'),
    supplier: [{ to: 'room_thread', as: 'chat' }],
  },
  'ticket.message_added': {
    // A message stands in the thread already; a command stands nowhere.
    customer: [{ to: 'thread', as: 'chat', when: ({ message }) => message === undefined }],
    supplier: [...saidToOwner, { to: 'room_thread', as: 'chat' }],
  },
  'ticket.message_edited': { customer: [], supplier: retold },
  'ticket.message_deleted': { customer: [], supplier: retold },
  'ticket.customer_asked': {
    customer: [
      { to: 'named', as: 'act' },
      { to: 'thread', as: 'tell' },
    ],
    supplier: [{ to: 'room_thread', as: 'chat' }],
  },
  'ticket.ask_delivered': { customer: [], supplier: [{ to: 'room_thread', as: 'chat' }] },
  'ticket.customer_answered': {
    // What was answered in the thread itself is noted there.
    customer: [{ to: 'thread', as: 'chat', when: (event, ticket) => !isInThread(event, ticket) }],
    supplier: inside('act'),
  },
  'ticket.pause_contested': {
    customer: [{ to: 'thread', as: 'tell' }],
    supplier: [{ to: 'team_lead', as: 'tell' }, ...inside('act')],
  },
  'ticket.resolved': { customer: [...reporters('act'), cleared], supplier: [...inside('tell'), cleared] },
  'ticket.solution_confirmed': {
    customer: reporters('tell'),
    supplier: [{ to: 'in_charge', as: 'act' }, ...inside('tell')],
  },
  'ticket.solution_rejected': {
    customer: reporters('tell'),
    supplier: [{ to: 'team_lead', as: 'tell' }, ...inside('act')],
  },
  'ticket.closed': { customer: reporters('act'), supplier: inside('tell') },
  'ticket.reopened': {
    customer: reporters('tell'),
    supplier: [{ to: 'team_lead', as: 'tell' }, ...inside('act')],
  },
  ...linkMatrix,
  'ticket.prewarned': {
    customer: [{ to: 'named', as: 'act' }],
    supplier: [{ to: 'named', as: 'act' }],
  },
  'ticket.breached': {
    customer: [
      { to: 'named', as: 'alarm' },
      { to: 'thread', as: 'alarm' },
      { to: 'followers', as: 'tell' },
    ],
    supplier: [
      { to: 'named', as: 'alarm' },
      { to: 'room_thread', as: 'alarm' },
    ],
  },
  'ticket.escalated': {
    customer: [{ to: 'named', as: 'alarm' }],
    supplier: [
      { to: 'named', as: 'alarm' },
      { to: 'previous', as: 'tell', when: ({ mechanism }) => mechanism === 'functional' },
      { to: 'room_thread', as: 'tell' },
    ],
  },
  'ticket.escalation_repeated': {
    customer: [{ to: 'named', as: 'alarm' }],
    supplier: [{ to: 'named', as: 'alarm' }],
  },
  'ticket.escalation_acknowledged': {
    customer: [{ to: 'thread', as: 'tell' }],
    supplier: inside('tell'),
  },
  'ticket.escalated_by_hand': {
    customer: [
      { to: 'named', as: 'alarm' },
      { to: 'thread', as: 'tell' },
    ],
    supplier: [{ to: 'named', as: 'alarm' }, ...inside('tell')],
  },
  'ticket.consent_reminded': {
    customer: [{ to: 'named', as: 'act' }],
    supplier: [{ to: 'named', as: 'act' }],
  },
  'ticket.confirmation_reminded': { customer: [], supplier: [{ to: 'named', as: 'act' }] },
  'ticket.answer_reminded': {
    customer: [{ to: 'named', as: 'act' }],
    supplier: [{ to: 'named', as: 'tell' }],
  },
  'ticket.update_nudged': { customer: [], supplier: [{ to: 'named', as: 'act' }] },
  // Both sides read in `why` that it never runs out; to watch it is the supplier's.
  'ticket.never_due': { customer: [], supplier: [{ to: 'named', as: 'act' }] },
  'ticket.rated': {
    customer: [],
    supplier: [{ to: 'team_lead', as: 'tell', when: ({ score }) => score <= 2 }, ...inside('tell')],
  },
}
