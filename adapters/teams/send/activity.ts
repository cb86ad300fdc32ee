import { createHash } from 'node:crypto'
import type { TeamsMessage } from '../render/adaptive-card.ts'
import type { Outgoing } from '../wire/port.ts'

/** A message as it is sent: nothing in it is text that Teams would read as markup. */
export const activityOf = ({ summary, card }: TeamsMessage): Outgoing => ({
  type: 'message',
  summary,
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
})

/** Tells one drawing of a message from another. */
export const printOf = (message: TeamsMessage): string =>
  createHash('sha256').update(JSON.stringify(message)).digest('base64url').slice(0, 22)
