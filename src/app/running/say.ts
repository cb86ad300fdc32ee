import type { Instant } from '../../domain/calendar/calendar.ts'
import { texts } from '../../text/texts.ts'
import type { Refused } from '../../work/decide.ts'
import { type KindsOfWork, kindNamed } from '../../work/kind.ts'
import type { Speaking } from '../speaker/speaking.ts'

/** An expected no in the speaker's language, in the words of the kind it is of: what is true now, who and when, the next step. */
export const sayRefusal = (
  kinds: KindsOfWork,
  { no, of }: Refused,
  { language, zone, directory }: Speaking,
  now: Instant,
): string => {
  const { app } = texts(language)
  if (no.code === 'other_kind') return app.otherKind(no.item)
  return kindNamed(kinds, of)?.refusal(no, { language, zone, directory, now }) ?? app.notForYou
}
