import { createHash } from 'node:crypto'
import type { Asking } from '../../../src/chat/inbound.ts'
import type { Reply } from '../../../src/chat/reply.ts'
import type { Language } from '../../../src/domain/people/sides.ts'
import type { Way } from '../inbound/heard.ts'

/** Somebody who acted and waits for the answer, and how it reaches them. */
export type Asked = { readonly inbound: Asking; readonly way: Way }

/** The same, by one way. */
export type AskedBy<Kind extends Way['kind']> = Asked & {
  readonly way: Extract<Way, { readonly kind: Kind }>
}

/** The language of an answer's frame: the answer's own, until it is known Teams' for this person. */
export const frameLanguage = ({ inbound }: Pick<Asked, 'inbound'>, reply?: Reply): Language =>
  reply?.language ?? inbound.locale?.language ?? 'en'

/**
 * Which drawing of a form the answer shows: the one that is corrected or opened in a window, else one of its own for each
 * act that asked for it, whichever process draws it.
 */
export const drawingOf = ({ inbound, way }: Asked, reply: Reply): string =>
  way.once !== undefined && (reply.kind !== 'ask' || inbound.kind === 'press')
    ? way.once
    : createHash('sha256').update(inbound.key).digest('base64url').slice(0, 22)

/** What the person typed into the form they sent. */
export const valuesOf = ({ inbound }: Pick<Asked, 'inbound'>) =>
  inbound.kind === 'submit' ? inbound.values : {}
