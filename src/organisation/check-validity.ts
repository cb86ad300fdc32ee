import type { Agreement } from '../domain/agreement/agreement.ts'
import type { Drafts, Finding } from './finding.ts'
import type { Draft } from './piece.ts'

const overlap = (one: Draft<Agreement>, other: Draft<Agreement>): boolean =>
  one.customer !== undefined &&
  one.customer === other.customer &&
  one.validFrom !== undefined &&
  one.validTo !== undefined &&
  other.validFrom !== undefined &&
  other.validTo !== undefined &&
  one.validFrom <= other.validTo &&
  other.validFrom <= one.validTo

/** Two agreements of one customer at the same time: which of them binds would be anybody's guess. */
export const checkValidity = ({ agreements }: Drafts): readonly Finding[] =>
  [...agreements].flatMap(([id, agreement], index, all): readonly Finding[] => {
    const other = all.slice(0, index).find(([, earlier]) => overlap(agreement, earlier))
    if (other === undefined) return []
    const reason = `${agreement.customer} has the agreement ${other[0]} at the same time`
    return [{ at: ['agreements', id], reason, fix: 'let one end before the other begins' }]
  })
