import { z } from 'zod'
import type { Receive, WriteLog } from '../../../src/chat/adapter.ts'
import type { Reply } from '../../../src/chat/reply.ts'
import { texts } from '../../../src/text/texts.ts'
import { createAwaitReply } from '../../shared/await-reply.ts'
import { wordsCard } from '../../shared/card-words.ts'
import type { InFlight } from '../../shared/in-flight.ts'
import { type Asked, frameLanguage, inReplysLanguage } from '../answer/asked.ts'
import type { Tell } from '../answer/tell.ts'
import {
  isSaidHere,
  lateCard,
  lateView,
  type Submitted,
  type ViewAnswer,
  viewAnswer,
  workingView,
} from '../answer/view-answer.ts'
import type { ReadAct } from './hear-act.ts'

/** Slack waits three seconds; some of it is on the way. */
const patience = { replyMs: 2_000, keepMs: 700 }

const shape = z.object({
  view: z.object({
    root_view_id: z.string().nullish(),
    previous_view_id: z.string().nullish(),
    blocks: z.array(z.object({ type: z.string(), block_id: z.string().optional() })),
  }),
})

/** A view is the third of its stack when the one below it is not the lowest. */
const submittedOf = (body: unknown): Submitted => {
  const { view } = shape.safeParse(body).data ?? {}
  const { root_view_id: root, previous_view_id: below, blocks = [] } = view ?? {}
  return {
    inputs: blocks.flatMap(({ type, block_id }) => (type === 'input' && block_id ? [block_id] : [])),
    hasRoom: !below || below === root,
  }
}

/**
 * Takes in a form: Slack is told what came of it, so that problems stand at their fields. What takes longer than Slack
 * waits is shown in the same modal when it is there.
 */
export const createHearForm = (parts: {
  readonly readAct: ReadAct
  readonly receive: Receive
  readonly tell: Tell
  readonly inFlight: InFlight
  readonly onFault: WriteLog
}) => {
  const { readAct, tell, onFault } = parts
  const awaitReply = createAwaitReply(parts)

  /** The form is closed; what is still to be said is said beside where it was opened. */
  const say = async (asked: Asked, reply: Reply): Promise<void> => {
    if (reply.kind !== 'done' || reply.saying === undefined || isSaidHere(asked)) return
    await tell({ ...asked, way: { ephemeral: false } }, wordsCard(reply.saying))
  }

  const failed = (asked: Asked): Reply => ({
    kind: 'refuse',
    saying: texts(frameLanguage(asked)).replies.failed,
  })

  const showLate = async (act: Asked, coming: Promise<Reply>): Promise<void> => {
    const reply = await coming.catch((error) => {
      onFault('a form could not be carried out', { error })
      return failed(act)
    })
    const asked = inReplysLanguage(act, reply)
    const { view } = asked.way
    try {
      await asked.workspace.client.views.update({ view_id: view?.id ?? '', view: lateView(asked, reply) })
    } catch {
      // The person closed it meanwhile.
      await tell({ ...asked, way: { ephemeral: false } }, lateCard(asked, reply))
    }
  }

  return async (body: unknown, acknowledge: (answer: ViewAnswer) => Promise<void>): Promise<void> => {
    const asked = await readAct(body)
    if (asked === undefined) return acknowledge(undefined)
    const awaited = await awaitReply(asked.inbound, patience)
    if ('late' in awaited) {
      await acknowledge({ response_action: 'update', view: workingView(asked) })
      return showLate(asked, awaited.late)
    }
    const { reply } = awaited
    const spoken = inReplysLanguage(asked, reply)
    await acknowledge(viewAnswer(spoken, reply, submittedOf(body)))
    await say(spoken, reply)
  }
}
