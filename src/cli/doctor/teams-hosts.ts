import type { Reference } from '../../chat/references.ts'
import { isLoopback } from '../../process/loopback.ts'
import { type Finding, fix, ok, wordsOf } from './finding.ts'

const about = 'Teams'

const isAllowed = (host: string, allowed: readonly string[]): boolean =>
  allowed.some((pattern) =>
    pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern || host === `[${pattern}]`,
  )

/** Any answer shows that it is there: who asks for nothing is told so, one way or another. */
const reachProblem = async (origin: string): Promise<string | undefined> => {
  try {
    const answer = await fetch(origin, { redirect: 'manual', signal: AbortSignal.timeout(10_000) })
    await answer.body?.cancel()
    return undefined
  } catch (error) {
    const { cause } = error as { readonly cause?: unknown }
    return cause instanceof Error && 'code' in cause ? String(cause.code) : wordsOf(error)
  }
}

const checkReach = async (origin: string): Promise<Finding> => {
  const problem = await reachProblem(origin)
  if (problem === undefined) return ok(about, `${origin} can be reached`)
  return fix(
    about,
    `${origin} cannot be reached (${problem}): nothing can be sent.`,
    'Let this machine reach it (proxy, firewall, DNS).',
  )
}

/**
 * Looks whether the bot may and can call the addresses that its conversations are reached through; while it knows none, the
 * first host it may call.
 */
export const checkTeamsHosts = async (
  allowed: readonly string[],
  references: readonly Reference[] | undefined,
): Promise<readonly Finding[]> => {
  const alive = (references ?? []).filter(({ dead, serviceUrl }) => dead === undefined && serviceUrl !== '')
  const urls = alive.map(({ serviceUrl }) => new URL(serviceUrl))
  const refused = new Set(
    urls.filter(({ hostname }) => !isAllowed(hostname, allowed)).map((url) => url.hostname),
  )
  const used = new Set(urls.filter(({ hostname }) => isAllowed(hostname, allowed)).map((url) => url.origin))
  const first = allowed.find((host) => !host.startsWith('*.') && !isLoopback(host))
  if (used.size === 0 && first !== undefined) used.add(`https://${first}`)
  const findings: Finding[] = []
  for (const origin of used) findings.push(await checkReach(origin))
  for (const host of refused)
    findings.push(
      fix(
        about,
        `Conversations are reached through ${host}, which TEAMS_SERVICE_HOSTS does not name: nothing is sent there.`,
        'If it belongs to Microsoft, add it to TEAMS_SERVICE_HOSTS.',
      ),
    )
  return findings
}
