import type { Asking } from '../../../src/chat/inbound.ts'
import type { Reply } from '../../../src/chat/reply.ts'
import type { Language } from '../../../src/domain/people/sides.ts'
import type { Way } from '../inbound/heard.ts'
import type { Workspace } from '../wire/calls.ts'

/** Somebody who acted and waits for the answer, and the means to give it. */
export type Asked = {
  readonly inbound: Asking
  readonly way: Way
  readonly workspace: Workspace
  /** How the bot speaks with this person, once that is known. */
  readonly language?: Language
}

/** The language of the frame around an answer: the answer's own, until it is known Slack's for this person. */
export const frameLanguage = ({ inbound, language }: Pick<Asked, 'inbound' | 'language'>): Language =>
  language ?? inbound.locale?.language ?? 'en'

/** The same, now that the answer is known. */
export const inReplysLanguage = (asked: Asked, { language }: Reply): Asked =>
  language === undefined ? asked : { ...asked, language }
