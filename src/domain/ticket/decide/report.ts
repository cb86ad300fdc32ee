import type { Matrix } from '../../agreement/matrix.ts'
import { priorityFor } from '../../agreement/priority.ts'
import type { Stamp, World } from '../../item/item.ts'
import { agreementFor } from '../../people/find.ts'
import { onDuty } from '../../people/roster.ts'
import { saysNothing } from '../../words/blank.ts'
import type { TicketWish } from '../command.ts'
import { personOf } from '../permission.ts'
import { worstTrouble } from '../suggest/suggest.ts'
import type { Decision } from './ground.ts'
import { happened, notPermitted, refuse } from './ground.ts'

const lineEnd = /\r?\n|[\v\f\u0085\u2028\u2029]/
/** No more blank lines than these are passed over (T45). */
const mostLines = 100

/** So many characters has a title. */
const longest = 80

const short = (line: string, before = ''): string => {
  const characters = [...`${before}${line}`]
  return characters.length <= longest ? characters.join('') : `${characters.slice(0, longest - 1).join('')}…`
}

/** The first line of a report with anything to read in it, short enough for a list; cut between characters, never within one. */
export const titleOf = (text: string): string => {
  const lines = text.trim().split(lineEnd, mostLines)
  const line = (lines.find((one) => !saysNothing(one)) ?? lines[0] ?? '').trim()
  return short(line)
}

/** The title of a report: its first line, or, where that ends before the worst of its troubles does, the words of that one. */
const titleFor = (text: string, matrix: Matrix): string => {
  const title = titleOf(text)
  const worst = worstTrouble(text, matrix)
  return worst === undefined || title.includes(worst) ? title : short(titleOf(worst), '…')
}

/**
 * A report is accepted at once, whatever is still unknown (RS.5a): its number, suggestions and promises come from the
 * agreement valid now, which the ticket keeps for ever, and it goes to whoever is on duty (RS.5d).
 */
export const report = (
  wish: Extract<TicketWish, { do: 'ticket.report' }>,
  stamp: Stamp,
  { directory }: World,
): Decision => {
  const person = personOf(directory, stamp.by)
  const own = person?.side === 'customer' && person.org === wish.customer
  const staff = person?.side === 'supplier' && person.org === wish.supplier
  if (!own && !staff) return notPermitted('customer')
  if (saysNothing(wish.text)) return refuse({ code: 'text_missing' })
  const reporter = Object.hasOwn(directory.people, wish.reporter)
    ? directory.people[wish.reporter]
    : undefined
  if (reporter?.org !== wish.customer || reporter.side !== 'customer')
    return refuse({ code: 'unknown_person', id: wish.reporter })
  const agreement = agreementFor(directory, wish.supplier, wish.customer, stamp.at)
  if (!agreement.ok) return refuse(agreement.no)
  const { id, version } = agreement.value
  const priority = priorityFor(agreement.value, {
    impact: wish.impact.value,
    urgency: wish.urgency.value,
    category: wish.category.value,
    work: wish.work,
  })
  if (priority === undefined)
    return refuse({ code: 'unknown_level', value: `${wish.impact.value}/${wish.urgency.value}` })
  const first = onDuty(directory, wish.supplier, 1, stamp.at)[0]
  const { do: _, ...said } = wish
  return happened(
    {
      ...stamp,
      type: 'ticket.reported',
      ...said,
      agreement: { id, version },
      title: titleFor(wish.text, agreement.value.matrix),
      reportedAt: Math.min(wish.reportedAt, stamp.at),
      priority,
    },
    {
      at: stamp.at,
      by: { kind: 'bot' },
      type: 'ticket.dispatched',
      tier: 1,
      ...(first === undefined ? {} : { to: first }),
    },
  )
}
