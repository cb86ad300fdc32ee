import { webApi } from '@slack/bolt'
import type { Installation, Installations } from '../../../src/chat/installations.ts'
import { notSent } from '../../shared/not-sent.ts'
import { type Api, apiOptions } from './api-options.ts'

/** A workspace we may speak in: who we are there, and the client that speaks. */
export type Workspace = { readonly installation: Installation; readonly client: webApi.WebClient }

/** Speaks to Slack's Web API, in each workspace with its own token. */
export type Calls = {
  /** Nothing when the bot is not installed there. Rejects while that is not known: then nothing was sent. */
  readonly in: (team: string) => Promise<Workspace | undefined>
  readonly as: (installation: Installation) => Workspace
}

/** An installation of a whole organisation stands under the organisation's id. */
const isOrganisation = ({ team, enterprise }: Installation): boolean => team === enterprise

/** The clients of all workspaces, one for each token. */
export const createCalls = (installations: Pick<Installations, 'find' | 'all'>, api: Api): Calls => {
  const clients = new Map<string, webApi.WebClient>()
  const as = (installation: Installation): Workspace => {
    const { botToken } = installation
    const client = clients.get(botToken) ?? new webApi.WebClient(botToken, apiOptions(api, installation.team))
    clients.set(botToken, client)
    return { installation, client }
  }
  /** A workspace of an organisation in which the app is installed as a whole. */
  const byOrganisation = async (): Promise<Installation | undefined> => {
    const organisations = (await installations.all()).filter(isOrganisation)
    return organisations.length === 1 ? organisations[0] : undefined
  }
  return {
    in: async (team) => {
      try {
        const installation = (await installations.find(team)) ?? (await byOrganisation())
        return installation && as(installation)
      } catch (error) {
        throw notSent(error instanceof Error ? error.message : String(error))
      }
    },
    as,
  }
}
