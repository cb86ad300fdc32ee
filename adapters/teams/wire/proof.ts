import { z } from 'zod'
import { within } from '../../shared/within.ts'
import type { TeamsApp } from '../parts.ts'
import { bearerProblem } from './bearer.ts'
import type { Incoming } from './port.ts'

const tenantsShape = z.object({
  conversation: z.object({ tenantId: z.string().optional() }).catch({}),
  channelData: z.object({ tenant: z.object({ id: z.string() }).optional().catch(undefined) }).catch({}),
})

/** The tenants whose conversation it is, as the activity says; of a shared channel that is the host's. */
const tenantsOf = (activity: Incoming): readonly string[] => {
  const { conversation, channelData } = tenantsShape.parse(activity)
  return [conversation.tenantId, channelData.tenant?.id].filter((one) => one !== undefined)
}

/** What the SDK's words mean; its texts may quote the token, so they are not passed on. */
const meanings: readonly (readonly [RegExp, string])[] = [
  [/FetchError|Failed to load|ECONN|ENOTFOUND|EAI_AGAIN/, 'the keys of Microsoft could not be fetched'],
  [/Signing Key could not be retrieved/, 'a token signed with an unknown key'],
  [/endorsement/, 'a token signed with a key that is not for Teams'],
  [/ServiceUrl claim/, 'a token for another serviceUrl'],
  [/JsonWebTokenError/, 'a token that Microsoft did not sign'],
]

const meaningOf = (error: unknown): string => {
  const words = String(error)
  return meanings.find(([words_]) => words_.test(words))?.[1] ?? 'a token that the SDK does not accept'
}

/**
 * Finds out why an activity is not proven to come from Teams to this bot; nothing when it is. `authenticate` is the SDK's,
 * and rejects. Without an app everything counts as proven that would be answered to an allowed host.
 */
export const createProof =
  ({
    app,
    issuer,
    mayCall,
    authenticate,
    timeoutMs,
  }: {
    readonly app: TeamsApp | undefined
    readonly issuer: string
    readonly mayCall: (serviceUrl: string) => boolean
    readonly authenticate: (authorization: string, activity: Incoming) => Promise<void>
    readonly timeoutMs: number
  }) =>
  async (authorization: string | undefined, activity: Incoming): Promise<string | undefined> => {
    const { serviceUrl, channelId } = activity
    if (app !== undefined) {
      // The time of the world, as the SDK takes it: Microsoft's tokens know no other.
      const early = bearerProblem(authorization, { issuer, appId: app.appId, now: Date.now() })
      if (early !== undefined) return early
    }
    if (channelId !== 'msteams') return 'another channel than Teams'
    if (typeof serviceUrl !== 'string' || !mayCall(serviceUrl))
      return 'its answer would go to a host that is not among TEAMS_SERVICE_HOSTS'
    if (app === undefined) return undefined

    const proving = authenticate(authorization ?? '', activity).then(() => 'proven', meaningOf)
    const outcome = await within(proving, timeoutMs)
    if (outcome !== 'proven') return outcome ?? 'the keys of Microsoft did not come in time'

    if (app.tenant === undefined) return undefined
    const [tenant, stated] = [app.tenant.toLowerCase(), tenantsOf(activity)]
    const ours = stated.length > 0 && stated.every((one) => one.toLowerCase() === tenant)
    return ours ? undefined : 'it comes from another tenant than TEAMS_TENANT_ID'
  }
