import type { WriteLog } from '../../../src/chat/adapter.ts'
import type { Card } from '../../../src/chat/card.ts'
import { infoView } from '../form/form-info.ts'
import { renderWhole } from '../render.ts'
import type { Directs } from '../send/direct.ts'
import { written } from '../send/written.ts'
import { type Asked, frameLanguage } from './asked.ts'
import { respond } from './respond.ts'

/** How a private answer is given. */
export type Telling = {
  /** What was pressed stands in a message that only this person sees: the answer takes its place. */
  readonly replace?: boolean
  /** The moment in which Slack would open a modal has passed. */
  readonly late?: boolean
}

type Attempt = () => Promise<unknown>

/**
 * Gives a private answer: in a modal where the person looks at one or at Home, else beside what they pressed, visible to
 * them alone, else in their conversation with the bot. Where one way fails, the next is taken.
 */
export const createTell = ({
  directs,
  onFault,
}: {
  readonly directs: Directs
  readonly onFault: WriteLog
}) => {
  const waysOf = (
    asked: Asked,
    card: Card,
    { replace = false, late = false }: Telling,
  ): readonly Attempt[] => {
    const { inbound, way, workspace } = asked
    const { place, who } = inbound
    const { client } = workspace
    const { triggerId, responseUrl, view } = way
    const language = frameLanguage(asked)
    const messages = renderWhole(card, { language })
    const threaded = place.thread === undefined ? {} : { thread_ts: place.thread }

    const modal: Attempt = () => {
      const shown = { trigger_id: triggerId ?? '', view: infoView(card, { place, language }) }
      return view?.home === false ? client.views.push(shown) : client.views.open(shown)
    }
    const answer: Attempt = () =>
      respond(responseUrl ?? '', messages, {
        replace,
        ...(place.thread === undefined ? {} : { thread: place.thread }),
      })
    const beside: Attempt = async () => {
      const to = { channel: place.conversation, user: who.user, ...threaded }
      for (const message of messages) await client.chat.postEphemeral({ ...to, ...written(message) })
    }
    const direct: Attempt = async () => {
      const channel = await directs(workspace, place.direct ? place.conversation : who.user)
      for (const message of messages)
        await client.chat.postMessage({ channel, ...(place.direct ? threaded : {}), ...written(message) })
    }

    const byModal = view !== undefined && triggerId !== undefined && !late ? [modal] : []
    const byAnswer = responseUrl === undefined || view !== undefined ? [] : [answer]
    if (replace) return [...byAnswer, direct]
    if (view !== undefined) return [...byModal, ...(place.direct ? [] : [beside]), direct]
    if (place.direct) return inbound.kind === 'command' ? [...byAnswer, direct] : [direct, ...byAnswer]
    return place.thread === undefined ? [...byAnswer, beside, direct] : [beside, ...byAnswer, direct]
  }

  return async (asked: Asked, card: Card, telling: Telling = {}): Promise<void> => {
    const failed: unknown[] = []
    for (const attempt of waysOf(asked, card, telling)) {
      try {
        await attempt()
        return
      } catch (error) {
        failed.push(error)
      }
    }
    onFault('an answer reached nobody', { to: asked.inbound.who, errors: failed.map(String) })
  }
}

/** What gives private answers. */
export type Tell = ReturnType<typeof createTell>
