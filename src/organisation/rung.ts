import type { Priority } from '../domain/agreement/matrix.ts'
import type { Duration } from '../domain/calendar/calendar.ts'
import type { Reach, Recipient, Rung } from '../domain/escalation/policy.ts'
import { customerRoles, supplierRoles } from '../domain/people/sides.ts'
import { intervalBetween, timeSince } from './duration.ts'
import { complete, fields, need, or, someOf } from './fields.ts'
import { perPriority } from './per-priority.ts'
import { isFields, type Read, refuse, stated, written } from './piece.ts'
import { oneOf, text } from './scalars.ts'

type Times = { readonly [priority in Priority]?: Duration }

const point = 'write a share, e.g. `75%`, or times, e.g. `{ P1: 1h }`'

/** A share of the target (`50%`), or times since the start by priority. */
const reach: Read<Reach> = (piece) => {
  if (isFields(piece.value) && Object.keys(piece.value).length > 0) {
    const times = fields<Required<Times>>(
      piece,
      perPriority(() => or(timeSince, undefined)),
    )
    const after: Times = Object.fromEntries(Object.entries(times).filter(([, time]) => time !== undefined))
    return { after }
  }
  const [, percent] = /^(\d{1,4})%$/.exec(written(piece.value)) ?? []
  return percent === undefined
    ? refuse(piece, 'is no point of the way', point)
    : { share: Number(percent) / 100 }
}

type To = {
  readonly supplier: readonly (Recipient & { side: 'supplier' })['role'][]
  readonly customer: readonly (Recipient & { side: 'customer' })['role'][]
}

const recipients: Read<readonly Recipient[]> = (piece) => {
  if (isFields(piece.value) && Object.keys(piece.value).length === 0)
    return refuse(piece, 'names nobody', 'write e.g. `{ supplier: [team_lead] }`')
  const to = complete(
    fields<To>(piece, {
      supplier: or(someOf('role', oneOf(['assignee', 'duty', ...supplierRoles])), []),
      customer: or(someOf('role', oneOf(customerRoles)), []),
    }),
  )
  if (to === undefined) return undefined
  return [
    ...to.supplier.map((role) => ({ side: 'supplier', role }) as const),
    ...to.customer.map((role) => ({ side: 'customer', role }) as const),
  ]
}

/** An interval for all priorities, or one for each. */
export const interval: Read<{ readonly [priority in Priority]: Duration }> = (piece) => {
  if (typeof piece.value === 'object')
    return complete(
      fields(
        piece,
        perPriority(() => need(intervalBetween, 'write an interval for each priority')),
      ),
    )
  const every = intervalBetween(piece)
  return every === undefined ? undefined : perPriority(() => every)
}

const tier: Read<NonNullable<Rung['handTo']>> = (piece) =>
  (['next', 2, 3] as const).find((known) => known === piece.value) ??
  refuse(piece, 'is not known', 'write `next` for the next on duty, or the tier `2` or `3`')

type RungFields = Omit<Required<Rung>, 'reach'> & { readonly at: Rung['reach'] }

/** Reads a rung of a ladder (RS.6a–c): functional ones say where the work goes, hierarchical ones how often they ask. */
export const readRung: Read<Rung> = (piece) => {
  const mechanism = stated(piece, 'mechanism')
  const { handTo, askAgainEvery, ...others } = fields<RungFields>(piece, {
    id: need(text, 'give it a name'),
    mechanism: need(
      oneOf(['prewarning', 'alarm', 'functional', 'hierarchical']),
      'write `prewarning`, `alarm`, `functional` or `hierarchical`',
    ),
    target: need(oneOf(['response', 'resolution']), 'write `response` or `resolution`'),
    at: need(someOf('point', reach), 'write when it is reached, e.g. `at: 75%`'),
    to: need(recipients, 'write whom it tells, e.g. `to: { supplier: [team_lead] }`'),
    handTo: mechanism === 'functional' ? need(tier, 'write where the work goes') : or(tier, undefined),
    askAgainEvery:
      mechanism === 'hierarchical' ? need(interval, 'write e.g. `15m`') : or(interval, undefined),
  })
  const rung = complete(others)
  if (rung === undefined) return undefined
  const { at, ...rest } = rung
  return { ...rest, reach: at, ...(handTo && { handTo }), ...(askAgainEvery && { askAgainEvery }) }
}
