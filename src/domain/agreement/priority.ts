import type { Agreement } from './agreement.ts'
import type { Matrix, Priority } from './matrix.ts'
import { priorities } from './matrix.ts'
import { matrixOf, type Work } from './work.ts'

/** Priority = impact × urgency by the agreed matrix (RS.5c); undefined when a level is not in it. */
export const matrixPriority = (matrix: Matrix, impact: string, urgency: string): Priority | undefined => {
  const row = Object.hasOwn(matrix.cells, urgency) ? matrix.cells[urgency] : undefined
  return row !== undefined && Object.hasOwn(row, impact) ? row[impact] : undefined
}

/** The word of the matrix for this sort of work, and the floor every matrix has: a security incident is at least P2. */
export const priorityFor = (
  agreement: Pick<Agreement, 'matrix' | 'requests'>,
  {
    impact,
    urgency,
    category,
    work,
  }: { impact: string; urgency: string; category: string; work?: Work | undefined },
): Priority | undefined => {
  const priority = matrixPriority(matrixOf(agreement, work), impact, urgency)
  const isSecurity = category === 'security' && work !== 'service_request'
  return isSecurity && (priority === 'P3' || priority === 'P4') ? 'P2' : priority
}

/** Below zero when `one` is more pressing than `other`. */
export const comparePriority = (one: Priority, other: Priority): number =>
  priorities.indexOf(one) - priorities.indexOf(other)
