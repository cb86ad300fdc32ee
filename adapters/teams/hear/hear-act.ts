import type { WriteLog } from '../../../src/chat/adapter.ts'
import type { Reply } from '../../../src/chat/reply.ts'
import type { AwaitReply } from '../../shared/await-reply.ts'
import type { InFlight } from '../../shared/in-flight.ts'
import type { Stand } from '../../shared/stand.ts'
import type { Asked, AskedBy } from '../answer/asked.ts'
import type { createDialogAnswer } from '../answer/dialog-answer.ts'
import type { createExecuteAnswer } from '../answer/execute-answer.ts'
import { arrived } from '../answer/invoke-body.ts'
import type { createSubmitAnswer } from '../answer/submit-answer.ts'
import type { Way } from '../inbound/heard.ts'
import type { Answered } from '../wire/port.ts'

/** Teams gives up after ten seconds, and shows its person an error; the turn is answered in half of that, writing included. */
const patience = { replyMs: 3_000, keepMs: 900 }

/** How an act is answered whose request waits. */
type Waiting<By extends Asked> = {
  readonly now: (asked: By, reply: Reply) => Promise<Answered>
  readonly working: (asked: By) => Answered
  readonly late: (asked: By, reply: Reply) => Promise<void>
}

const isOf = <Kind extends Way['kind']>(asked: Asked, kind: Kind): asked is AskedBy<Kind> =>
  asked.way.kind === kind

/**
 * Takes in an act and answers its request: with what came of it, or, when that takes longer than Teams waits, that it has
 * arrived; what came of it then follows. An old client's act is kept, and what there is to say is posted.
 */
export const createHearAct = (parts: {
  readonly stand: Stand
  readonly awaitReply: AwaitReply
  readonly inFlight: InFlight
  readonly execute: ReturnType<typeof createExecuteAnswer>
  readonly dialog: ReturnType<typeof createDialogAnswer>
  readonly submitted: ReturnType<typeof createSubmitAnswer>
  readonly onFault: WriteLog
}) => {
  const { stand, awaitReply, inFlight, execute, dialog, submitted, onFault } = parts

  const follow = async (late: Promise<Reply>, show: (reply: Reply) => Promise<void>): Promise<void> => {
    try {
      await show(await late)
    } catch (error) {
      onFault('an act of a person could not be answered', { error })
    }
  }

  const awaited = async <By extends Asked>(
    asked: By,
    { now, working, late }: Waiting<By>,
  ): Promise<Answered> => {
    const found = await awaitReply(asked.inbound, patience)
    if ('reply' in found) return now(asked, found.reply)
    void inFlight.track(follow(found.late, (reply) => late(asked, reply)))
    return working(asked)
  }

  return async (asked: Asked): Promise<Answered> => {
    if (isOf(asked, 'execute')) return awaited(asked, execute)
    if (isOf(asked, 'dialog')) return awaited(asked, dialog)
    if (isOf(asked, 'submit')) await stand(asked.inbound, (reply) => submitted(asked, reply))
    return arrived
  }
}

/** What takes acts in. */
export type HearAct = ReturnType<typeof createHearAct>
