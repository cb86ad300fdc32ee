import type { Reply } from '../../../src/chat/reply.ts'
import { texts } from '../../../src/text/texts.ts'
import type { InFlight } from '../../shared/in-flight.ts'
import { within } from '../../shared/within.ts'
import type { Answered } from '../wire/port.ts'
import { type Apart, keepsForm, messageOf, ownMessage, type RedrawCard } from './apart.ts'
import { type AskedBy, frameLanguage } from './asked.ts'
import type { FindCardBeneath } from './card-beneath.ts'
import { executedCard, executedWords } from './invoke-body.ts'
import { viewOf, wordsView } from './view.ts'

/** How long a request waits for a message to be written that goes with its answer, ms. */
const writeMs = 1_000

/**
 * The answer to `Action.Execute`. Words are said beside the card. A form or an answer to look at is drawn over the card,
 * for the one who pressed, with a way back; once it is done with, the card stands there again. Where the card could not be
 * drawn again an answer, and in their own chat a form, is posted apart. A message that is nothing but a form becomes what came of it.
 */
export const createExecuteAnswer = ({
  cardBeneath,
  apart,
  redraw,
  inFlight,
}: {
  readonly cardBeneath: FindCardBeneath
  readonly apart: Apart
  readonly redraw: RedrawCard
  readonly inFlight: InFlight
}) => {
  /** Nothing where it takes longer; it is written all the same. */
  const written = (writing: Promise<boolean>): Promise<boolean | undefined> =>
    within(inFlight.track(writing), writeMs)

  const drawnOver = async (asked: AskedBy<'execute'>, reply: Reply): Promise<Answered> => {
    const { inbound, way } = asked
    const below = await cardBeneath(inbound.place, way.message)
    const view = viewOf(asked, reply, 'over')
    if (view.kind === 'words') {
      if (reply.kind !== 'done' || way.frame !== 'over') return executedWords(view.words)
      return executedCard(below?.with(reply.saying) ?? wordsView(asked, reply, view.words))
    }
    // A form may be about the very conversation it was opened in, so in a room it stands there in any case.
    const isOver =
      below !== undefined || way.frame === 'over' || (reply.kind === 'ask' && !inbound.place.direct)
    if (isOver || reply.kind === 'amend') return executedCard(view.card)
    const told = await written(apart(asked, reply))
    if (told === false) return executedCard(view.card)
    const { replies, teams } = texts(frameLanguage(asked, reply))
    if (told === undefined) return executedWords(inbound.place.direct ? replies.working : teams.workingApart)
    return executedWords(inbound.place.direct ? teams.below : teams.sentInChat)
  }

  const drawnAnew = async (asked: AskedBy<'execute'>, reply: Reply): Promise<Answered> => {
    const view = viewOf(asked, reply, 'own')
    if (view.kind === 'words' && reply.kind !== 'done') return executedWords(view.words)
    const card = view.kind === 'view' ? view.card : wordsView(asked, reply, view.words)
    const message = ownMessage(asked)
    // What the request is answered with is gone when the client starts anew; problems need not outlive that.
    if (message !== undefined && reply.kind !== 'amend')
      await written(redraw(message, messageOf(asked, reply)))
    return executedCard(card)
  }

  return {
    now: (asked: AskedBy<'execute'>, reply: Reply): Promise<Answered> =>
      (asked.way.frame === 'own' ? drawnAnew : drawnOver)(asked, reply),

    /** While it takes longer than Teams waits. */
    working: (asked: AskedBy<'execute'>): Answered =>
      executedWords(texts(frameLanguage(asked)).replies.working),

    /** What came of it after that. */
    late: async (asked: AskedBy<'execute'>, reply: Reply): Promise<void> => {
      const message = ownMessage(asked)
      if (message !== undefined && !keepsForm(reply)) await redraw(message, messageOf(asked, reply))
      else if (reply.kind !== 'done' || reply.saying !== undefined) await apart(asked, reply)
    },
  }
}
