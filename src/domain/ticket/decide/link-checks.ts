import { type Priority, priorities } from '../../agreement/matrix.ts'
import { works } from '../../agreement/work.ts'
import { holdsOnly, isFilled, isObject } from '../../item/shapes.ts'
import * as may from './checks.ts'

const isSpan = (value: unknown): boolean =>
  isObject(value) && may.instant.shaped(value.from) && may.instant.shaped(value.to)
const isPriority = (value: unknown): boolean => priorities.includes(value as Priority)
const isMerged = (value: unknown): boolean =>
  isObject(value) &&
  isFilled(value.ticket) &&
  isFilled(value.reporter) &&
  (value.priority === undefined || isPriority(value.priority))
/** What a ticket brings with it into the one it is merged into. */
export const carried: may.Check = {
  shaped: (value) =>
    isObject(value) &&
    may.instant.shaped(value.acceptedAt) &&
    (value.work === undefined || works.some((known) => known === value.work)) &&
    [value.impact, value.urgency].every(may.judgement(may.words).shaped) &&
    isPriority(value.priority) &&
    ['boolean', 'undefined'].includes(typeof value.responded) &&
    ['matrix', 'override'].includes(String(value.basis)) &&
    isFilled(value.reason) &&
    [value.pauses, value.merged].every(Array.isArray) &&
    (value.pauses as readonly unknown[]).every(isSpan) &&
    (value.merged as readonly unknown[]).every(isMerged),
}

/** What a trouble takes with it from the ticket of theirs whose report said it too. */
export const splitFrom: may.Check = {
  shaped: (value) =>
    isObject(value) &&
    may.ticketOfTheSame.shaped(value.ticket) &&
    may.instant.shaped(value.acceptedAt) &&
    may.optional(may.instant).shaped(value.responseFrom) &&
    Array.isArray(value.pauses) &&
    Array.from<unknown>(value.pauses).every(isSpan) &&
    holdsOnly(value, 'ticket', 'acceptedAt', 'pauses', 'responseFrom'),
  refused: (value, given) =>
    may.ticketOfTheSame.refused?.((value as { readonly ticket: unknown }).ticket, given),
}
