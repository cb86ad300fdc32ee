import type { WriteLog } from '../../../src/chat/adapter.ts'
import type { Installations } from '../../../src/chat/installations.ts'
import { adviceFor } from '../send/advice.ts'
import { failureOf } from '../send/failure.ts'
import { tokenRefusals } from '../setup/token-refusals.ts'
import type { Calls } from './calls.ts'

/**
 * Asks Slack for each workspace whether our token still counts there. Throws what to do when it counts nowhere; one of
 * several that does not is a line in the log, and a Slack that does not answer is no reason not to start.
 */
export const checkTokens = async ({
  installations,
  calls,
  onWarn,
}: {
  readonly installations: Pick<Installations, 'all'>
  readonly calls: Calls
  readonly onWarn: WriteLog
}): Promise<void> => {
  // Who cannot be asked yet says so where it is asked.
  const all = await installations.all().catch(() => [])
  const check = async (installation: (typeof all)[number]): Promise<string | undefined> => {
    try {
      await calls.as(installation).client.auth.test()
      return undefined
    } catch (error) {
      const failure = failureOf(error)
      if (failure.kind === 'refused' && tokenRefusals.has(failure.code))
        return `Slack does not accept the bot token of workspace ${installation.team} (${failure.code}). ${adviceFor(failure.code)}`
      onWarn('Slack could not be asked whether the bot token counts', { why: failure.why })
      return undefined
    }
  }
  const problems = (await Promise.all(all.map(check))).filter((problem) => problem !== undefined)
  if (problems.length > 0 && problems.length === all.length) throw new Error(problems.join('\n'))
  for (const problem of problems) onWarn(problem)
}
