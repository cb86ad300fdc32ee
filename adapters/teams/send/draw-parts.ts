import type { KeptPost } from '../../../src/chat/posts.ts'
import type { Language } from '../../../src/domain/people/sides.ts'
import { no, type Result, yes } from '../../../src/domain/result.ts'
import { texts } from '../../../src/text/texts.ts'
import { wordsCard } from '../../shared/card-words.ts'
import type { TeamsMessage } from '../render/adaptive-card.ts'
import { render } from '../render.ts'
import { printOf } from './activity.ts'
import type { Address } from './address.ts'
import { halved } from './halved.ts'
import { tooLarge } from './outcome.ts'
import { createProgress, type Progress } from './progress.ts'
import type { NotSent, Sending } from './sending.ts'
import { write } from './write.ts'

/** Marks a message that may stand already: Teams cannot be asked (T06). */
const withDoubt = ({ summary, card }: TeamsMessage, language: Language): TeamsMessage => {
  const text = texts(language).replies.maybeTwice('Teams')
  const note = { type: 'TextBlock', text, wrap: true, isSubtle: true, size: 'Small' }
  return { summary, card: { ...card, body: [...card.body, note] } }
}

/** What is left in a message that a card no longer needs. */
const emptied = (language: Language): readonly TeamsMessage[] =>
  render(wordsCard(texts(language).teams.emptied), { language })

/** A post to be drawn: where, what was begun and stands of it already, and what it shall look like. */
export type Drawing = {
  readonly address: Address
  readonly from: KeptPost
  readonly drawn: readonly TeamsMessage[]
  readonly language: Language
}

/** In a channel the first message opens a thread, and what follows it stands there. */
const atPart = (address: Address, part: number, first: string | undefined): Address => {
  const thread = address.thread ?? (part > 0 && address.threads ? first : undefined)
  return thread === undefined ? address : { ...address, thread }
}

/** Makes each message of the post look as drawn; what came in between, if something did. */
const drawEach = async (
  sending: Sending,
  { address, from, language }: Drawing,
  pieces: TeamsMessage[],
  progress: Progress,
): Promise<NotSent | undefined> => {
  const { budget, onFault } = sending
  for (let part = 0; part < pieces.length; part += 1) {
    const piece = pieces[part]
    const known = progress.at(part)
    if (piece === undefined || known?.drawn === printOf(piece)) continue
    const wait = budget.take(address)
    if (wait > 0) return { outcome: 'wait', retryAfter: wait }
    if (known === undefined) await progress.set(part, {})
    const isDoubtful = known !== undefined && known.message === undefined
    const written = await write(
      sending,
      atPart(address, part, progress.at(0)?.message),
      known?.message,
      isDoubtful ? withDoubt(piece, language) : piece,
    )
    if (written.outcome === 'stands') {
      // It stands whether or not that could be kept.
      await progress
        .set(part, { message: written.message, drawn: printOf(piece) })
        .catch((error) =>
          onFault('a message of Teams could not be kept as standing', { key: from.key, error }),
        )
      continue
    }
    if (known === undefined && written.outcome !== 'unknown') await progress.set(part, undefined)
    if (written.outcome !== 'too_large') return written
    const halves = halved(piece)
    if (halves.length < 2) return tooLarge(sending, address)
    onFault('Teams finds a message too large; it goes in pieces', { key: from.key })
    pieces.splice(part, 1, ...halves)
    part -= 1
  }
  return undefined
}

/** Leaves a word in each message that is no longer needed: the port can take none away. */
const emptyRest = async (
  sending: Sending,
  { address, language }: Drawing,
  progress: Progress,
): Promise<NotSent | undefined> => {
  const [nothing] = emptied(language)
  for (const { message } of progress.extra()) {
    if (message === undefined || nothing === undefined) continue
    const wait = sending.budget.take(address)
    if (wait > 0) return { outcome: 'wait', retryAfter: wait }
    const written = await write(sending, atPart(address, 1, progress.at(0)?.message), message, nothing)
    // Somebody took it away already.
    if (written.outcome === 'wait' || written.outcome === 'unknown') return written
  }
  return undefined
}

/**
 * Makes the messages of a post look as `drawn`: those whose id is known are updated, the missing ones are sent, and those
 * no longer needed say so. Each is kept as begun before it is sent and as standing after, so that an attempt that was cut
 * short is continued by the next one, in this process or another: what stands as it should is left alone, and only a message
 * whose answer never came is sent again, with a mark that it may stand twice (T06). What Teams finds too large goes in
 * pieces (T42). One attempt for each message. Returns the post as it stands.
 */
export const drawParts = async (sending: Sending, drawing: Drawing): Promise<Result<KeptPost, NotSent>> => {
  const { posts, clock } = sending
  const pieces = [...drawing.drawn]
  const progress = createProgress(posts, clock, drawing.from, () => pieces.length)
  const missing =
    (await drawEach(sending, drawing, pieces, progress)) ?? (await emptyRest(sending, drawing, progress))
  return missing === undefined ? yes(await progress.end()) : no(missing)
}
