import { randomUUID } from 'node:crypto'
import type { World } from './create-world.ts'
import type { ResponseUrl } from './records.ts'

/** An address the app may answer to five times within half an hour. */
export const newResponseUrl = (world: World, of: Omit<ResponseUrl, 'until' | 'left'>): string => {
  const id = randomUUID()
  world.responses.set(id, { ...of, until: world.now() + 30 * 60_000, left: 5 })
  return `${world.base}/response/${id}`
}
