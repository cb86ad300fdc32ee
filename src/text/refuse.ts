import type { Language } from '../domain/people/sides.ts'
import type { TicketRefusal } from '../domain/ticket/refusal.ts'
import type { Say } from './say.ts'
import { texts } from './texts.ts'

/** A refusal in one or two sentences: what is true now, who and when, the next step. */
export const refuse = (refusal: TicketRefusal, language: Language, say: Say): string => {
  // Each sentence takes its own refusal; the compiler cannot follow code and sentence through the look-up together.
  const sentence = texts(language).refusals[refusal.code] as (refusal: TicketRefusal, say: Say) => string
  return sentence(refusal, say)
}
