import type { Priority } from '../domain/agreement/matrix.ts'

/** One thing for each priority. */
export const perPriority = <T>(of: (priority: Priority) => T): { readonly [priority in Priority]: T } => ({
  P1: of('P1'),
  P2: of('P2'),
  P3: of('P3'),
  P4: of('P4'),
})
