import type { Notice } from '../store/change.ts'

/** Whether such a notice rings for its person: the next one that may wait does so. */
export const ringsFor = ({ rings, to }: Pick<Notice, 'rings' | 'to'>): boolean =>
  to.kind === 'person' && rings !== undefined
