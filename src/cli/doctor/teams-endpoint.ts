import { createServer } from 'node:net'
import type { TeamsConfig } from '../../settings/teams-config.ts'
import { type Finding, fix, note, ok } from './finding.ts'

const about = 'Teams'
const proxy =
  'See that your public https address leads there: it is the Messaging endpoint of your Azure Bot, with /api/messages.'

/** Why this process could not listen there, by the system's own code; nothing when it could. */
const bindProblem = (host: string, port: number): Promise<string | undefined> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    server.listen(port, host, () => server.close(() => resolve(undefined)))
  })

const address = (host: string, port: number): string =>
  `http://${host.includes(':') ? `[${host}]` : host}:${port}`

/** The status of a mere look, which the bot turns away without a line in its log. */
const looked = async (url: string): Promise<number | undefined> => {
  const answer = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(3_000) }).catch(
    () => undefined,
  )
  await answer?.body?.cancel()
  return answer?.status
}

/** The bot has one address, where nothing can be looked at, and no other. */
const isBot = async ({ host, port }: TeamsConfig): Promise<boolean> => {
  const at = address(host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host, port)
  return (await looked(`${at}/api/messages`)) === 405 && (await looked(`${at}/`)) === 404
}

/** Looks whether Teams could be listened for, or whether the bot does so already. Whether Microsoft gets there, only Microsoft can tell. */
export const checkTeamsEndpoint = async (teams: TeamsConfig): Promise<Finding> => {
  const { host, port } = teams
  const where = `${address(host, port)}/api/messages`
  if (port === 0)
    return note(about, 'TEAMS_PORT=0 takes another port at each start.', 'Name one that your proxy leads to.')
  const problem = await bindProblem(host, port)
  if (problem === undefined)
    return note(about, `Nothing listens at ${where} now; the bot can, once it is started.`, proxy)
  if (problem === 'EADDRINUSE')
    return (await isBot(teams))
      ? ok(about, `the bot listens at ${where}`)
      : fix(about, `Another program has ${host}:${port}.`, 'End it, or choose another TEAMS_PORT.')
  if (problem === 'EACCES')
    return fix(about, `The bot may not listen on port ${port}.`, 'Choose a TEAMS_PORT above 1023.')
  return fix(
    about,
    `The bot cannot listen on ${host} (${problem}).`,
    'Set TEAMS_HOST to an address of this machine, like 127.0.0.1 or 0.0.0.0.',
  )
}
