import type { Directory } from '../domain/people/directory.ts'
import type { LinkRefusal } from '../domain/people/directory-event.ts'
import type { Language } from '../domain/people/sides.ts'
import { texts } from '../text/texts.ts'
import { orgName } from './org-name.ts'

/** Whether an expected no is about linking a channel. */
export const isLinkRefusal = (refusal: { readonly code: string }): refusal is LinkRefusal =>
  Object.hasOwn(texts('en').link.refusals, refusal.code)

/** An expected no of linking in one or two sentences, with the organisation it is about by its name. */
export const linkRefusal = (
  refusal: LinkRefusal,
  { directory, language }: { readonly directory: Directory; readonly language: Language },
): string =>
  texts(language).link.refusals[refusal.code]('org' in refusal ? orgName(directory, refusal.org) : '')
