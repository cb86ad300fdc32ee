import type { Agreement, Targets } from '../domain/agreement/agreement.ts'
import { requestsV1 } from '../domain/agreement/requests-v1.ts'
import { complete, fields, or } from './fields.ts'
import { readCells } from './matrix.ts'
import type { Piece, Read } from './piece.ts'
import { oneOf } from './scalars.ts'
import { readTargets } from './targets.ts'

type Requests = NonNullable<Agreement['requests']>
type Stated = { readonly targets: Targets; readonly cells: Requests['cells'] | 'as usual' }

/**
 * Reads what is agreed for service requests (D5): `requests-v1`, or what differs from it; their priorities in cells of their
 * own, over the levels of the agreement's matrix. `of` is the agreement.
 */
export const readRequests =
  (of: Piece, calendar: Read<string>, serviceHours: string): Read<Requests> =>
  (piece) => {
    const usual = requestsV1(serviceHours)
    if (typeof piece.value !== 'object') return oneOf(['requests-v1'])(piece) && { targets: usual }
    const read = complete(
      fields<Stated>(piece, {
        targets: or(readTargets(calendar, usual, 'requests-v1'), usual),
        cells: or<Stated['cells']>(readCells(of), 'as usual'),
      }),
    )
    if (read === undefined) return undefined
    const { targets, cells } = read
    return cells === 'as usual' ? { targets } : { targets, cells }
  }
