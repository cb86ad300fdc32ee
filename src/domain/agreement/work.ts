import type { Agreement, Target } from './agreement.ts'
import type { Matrix, Priority } from './matrix.ts'

/** What sorts of work a ticket is (D5): something does not work as it should, or something is wished for that never stood. */
export const works = ['incident', 'service_request'] as const
export type Work = (typeof works)[number]

/** Where nothing else is agreed no request is more pressing than this: nobody is woken for a laptop. */
const mildly = (priority: Priority): Priority => (priority === 'P1' || priority === 'P2' ? 'P3' : priority)

const mild = new WeakMap<Matrix, Matrix>()

const mildMatrix = (matrix: Matrix): Matrix => {
  const found = mild.get(matrix)
  if (found !== undefined) return found
  const cells = Object.fromEntries(
    Object.entries(matrix.cells).map(([urgency, row]) => [
      urgency,
      Object.fromEntries(Object.entries(row).map(([impact, priority]) => [impact, mildly(priority)])),
    ]),
  )
  const made = { ...matrix, cells }
  mild.set(matrix, made)
  return made
}

/** How impact and urgency make a priority of this sort of work (RS.5c). Its levels are the agreement's for every sort. */
export const matrixOf = (
  { matrix, requests }: Pick<Agreement, 'matrix' | 'requests'>,
  work: Work | undefined,
): Matrix => {
  if (work !== 'service_request') return matrix
  return requests?.cells === undefined ? mildMatrix(matrix) : { ...matrix, cells: requests.cells }
}

/** What was promised for this sort of work at a priority (M2.4). An agreement that does not speak of requests promises P3 or P4 for them. */
export const targetOf = (
  { targets, requests }: Pick<Agreement, 'targets' | 'requests'>,
  { work, priority }: { readonly work?: Work; readonly priority: Priority },
): Target => {
  if (work !== 'service_request') return targets[priority]
  return requests?.targets[priority] ?? targets[mildly(priority)]
}

/** It cannot wait for the morning: people are told of it at once, whatever the hour. A request always can. */
export const presses = ({ work, priority }: { readonly work?: Work; readonly priority: Priority }): boolean =>
  work !== 'service_request' && (priority === 'P1' || priority === 'P2')
