import { linkNotices, openAnswers } from '../announce/link-notices.ts'
import { claimsOf } from '../domain/people/claims.ts'
import { directoryItem } from '../domain/people/directory-item.ts'
import { emptyDirectory } from '../domain/people/evolve-directory.ts'
import { refuse } from '../text/refuse.ts'
import { texts } from '../text/texts.ts'
import { isLinkRefusal, linkRefusal } from '../view/link-refusal.ts'
import { speak } from '../view/reading.ts'
import type { KindNamed, KindsOfWork } from './kind.ts'
import { ticketKind } from './ticket-kind.ts'

const directoryKind: KindNamed<'directory'> = {
  ...directoryItem,
  snapshotEvery: 50,
  index: ({ supplier }) => ({ supplier, open: false, status: 'kept' }),
  announce: linkNotices,
  links: () => [],
  claims: (before = emptyDirectory, after) => claimsOf(before, after),
  refusal: (no, voice) => {
    if (isLinkRefusal(no)) return linkRefusal(no, voice)
    if (no.code === 'unknown_person' || no.code === 'malformed')
      return refuse(no, voice.language, speak(voice))
    // Only the operator applies an organisation file; nobody in a chat meets what else there is.
    return texts(voice.language).app.notForYou
  },
  questions: { open: openAnswers, settled: (language) => texts(language).link.question.settled },
}

/** Every kind of work there is. */
export const kinds: KindsOfWork = { ticket: ticketKind, directory: directoryKind }
