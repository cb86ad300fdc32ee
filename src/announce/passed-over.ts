import type { TicketEvent } from '../domain/ticket/event.ts'

/** Of a missed target a reporter hears from no other step. */
const hearsMiss = ({ type }: TicketEvent, { to }: { readonly to: unknown }): boolean =>
  type === 'ticket.breached' && (to === 'thread' || to === 'followers')

/** Whether an address is passed over: the step was, because those it would name hear a higher one. */
export const isPassedOver = (event: TicketEvent, route: { readonly to: unknown }): boolean =>
  'passed' in event && event.passed && !hearsMiss(event, route)
