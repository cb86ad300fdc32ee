import type { WriteLog } from '../../../src/chat/adapter.ts'
import type { Asking } from '../../../src/chat/inbound.ts'
import type { Stand } from '../../shared/stand.ts'
import type { Answer } from '../answer/answer.ts'
import type { Asked } from '../answer/asked.ts'
import { installedTeam } from '../inbound/teams.ts'
import { heard } from '../inbound.ts'
import type { Calls } from '../wire/calls.ts'
import type { Complete } from './complete.ts'
import { heardBy } from './hear-event.ts'

/** What taking acts in needs. */
export type Acting = {
  readonly calls: Calls
  readonly complete: Complete
  readonly stand: Stand
  readonly answer: Answer
  readonly clock: () => number
  readonly onWarn: WriteLog
}

/** Reads an act and who waits for its answer; nothing where it means nothing to us, which is said in the log (T47). */
export const createReadAct =
  ({ calls, complete, clock, onWarn }: Pick<Acting, 'calls' | 'complete' | 'clock' | 'onWarn'>) =>
  async (body: unknown): Promise<Asked | undefined> => {
    const team = installedTeam(body)
    const workspace = team === undefined ? undefined : await calls.in(team)
    if (workspace === undefined) return undefined
    const found = heard(body, heardBy(workspace, clock()))
    if (found.kind !== 'inbound') {
      const why = found.kind === 'ignored' ? found.why : found.kind
      if (why !== 'a form was closed') onWarn('an act on Slack means nothing here', { team, why })
      return undefined
    }
    const inbound = (await complete(found.inbound, found.assumed, found.files)) as Asking
    return { inbound, way: found.way ?? { ephemeral: false }, workspace }
  }

/** Reads acts. */
export type ReadAct = ReturnType<typeof createReadAct>

/**
 * Takes in a press, a command or a shortcut: kept, then Slack is told at once, then the reply is shown. One that could not
 * be kept rejects, and Slack tells the person that it did not work.
 */
export const createHearAct =
  ({ readAct, stand, answer }: { readonly readAct: ReadAct } & Pick<Acting, 'stand' | 'answer'>) =>
  async (body: unknown, acknowledge: () => Promise<void>): Promise<void> => {
    const asked = await readAct(body)
    if (asked !== undefined) await stand(asked.inbound, (reply) => answer(asked, reply))
    await acknowledge()
  }
