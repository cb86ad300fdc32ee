import type { Instant } from '../../domain/calendar/calendar.ts'
import type { AnyRefusal } from '../../domain/item/kinds.ts'
import { refuse } from '../../text/refuse.ts'
import { texts } from '../../text/texts.ts'
import { isLinkRefusal, linkRefusal } from '../../view/link-refusal.ts'
import { speak } from '../../view/reading.ts'
import type { Speaking } from '../speaker/speaking.ts'

/** An expected no in the speaker's language: what is true now, who and when, the next step. */
export const sayRefusal = (refusal: AnyRefusal, speaking: Speaking, now: Instant): string => {
  if (isLinkRefusal(refusal)) return linkRefusal(refusal, speaking)
  switch (refusal.code) {
    case 'other_kind':
      return texts(speaking.language).app.otherKind(refusal.item)
    case 'agreement_changed_without_version':
      // Only the operator applies an organisation file; nobody in a chat meets this one.
      return texts(speaking.language).app.notForYou
    case 'not_permitted':
      return 'who' in refusal
        ? refuse(refusal, speaking.language, speak({ ...speaking, now }))
        : texts(speaking.language).app.notForYou
    default:
      return refuse(refusal, speaking.language, speak({ ...speaking, now }))
  }
}
