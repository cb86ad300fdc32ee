import type { TeamsApp, TeamsCloud, TeamsConfig } from '../../../src/settings/teams-config.ts'

/** What Microsoft said: whether it agreed, else its own code for why not (AADSTS…), and its own time where it told it. */
export type TeamsAnswer = { readonly refused?: string; readonly date?: number }

const timeoutMs = 10_000

const why = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  if (error.cause instanceof Error) return why(error.cause)
  return ('code' in error && typeof error.code === 'string' && error.code) || error.message
}

/** Microsoft's public cloud. An app of several tenants signs in with the tenant that Bot Framework has for all of them. */
const publicCloud = (tenant = 'botframework.com'): TeamsCloud => ({
  openIdUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  issuer: 'https://api.botframework.com',
  loginUrl: `https://login.microsoftonline.com/${tenant}`,
  oauthScope: 'https://api.botframework.com',
})

/** Where Microsoft is found, in its public cloud unless the settings name another. */
export const cloudOf = ({ app, cloud }: Pick<TeamsConfig, 'app' | 'cloud'>): TeamsCloud =>
  cloud ?? publicCloud(app?.tenant)

const ask = async (url: string, form?: { readonly [name: string]: string }): Promise<Response> => {
  try {
    const response = await fetch(url, {
      ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    })
    if (response.status >= 500 || response.status === 429) throw new Error(`HTTP ${response.status}`)
    return response
  } catch (error) {
    throw new Error(`Microsoft cannot be reached at ${new URL(url).origin} (${why(error)}).`, {
      cause: error,
    })
  }
}

const dateOf = ({ headers }: Response): Pick<TeamsAnswer, 'date'> => {
  const date = Date.parse(headers.get('date') ?? '')
  return Number.isNaN(date) ? {} : { date }
}

const fieldsOf = async (response: Response): Promise<{ readonly [field: string]: unknown }> => {
  const body: unknown = await response.json().catch(() => undefined)
  return typeof body === 'object' && body !== null ? { ...body } : {}
}

/** Microsoft's own code where it gave one, for its words name the app, the tenant and the moment. */
const refusalOf = (
  status: number,
  { error, error_description: words }: { readonly [field: string]: unknown },
) => /AADSTS\d+/.exec(String(words))?.[0] ?? (typeof error === 'string' ? error : `HTTP ${status}`)

/** Signs the bot in, to see whether Microsoft takes it for who it says it is. Throws, with a sentence, when Microsoft cannot be reached. */
export const trySignIn = async (
  { appId, password }: TeamsApp,
  { loginUrl, oauthScope }: TeamsCloud,
): Promise<TeamsAnswer> => {
  const response = await ask(`${loginUrl}/oauth2/v2.0/token`, {
    grant_type: 'client_credentials',
    client_id: appId,
    client_secret: password,
    scope: `${oauthScope}/.default`,
  })
  const fields = await fieldsOf(response)
  const given = response.ok && typeof fields.access_token === 'string'
  return { ...(given ? {} : { refused: refusalOf(response.status, fields) }), ...dateOf(response) }
}

/** Looks for the keys that what Microsoft sends is checked with. Throws, with a sentence, when it cannot be reached. */
export const tryKeys = async ({ openIdUrl }: TeamsCloud): Promise<TeamsAnswer> => {
  const response = await ask(openIdUrl)
  const { jwks_uri: keys } = await fieldsOf(response)
  return response.ok && typeof keys === 'string' ? {} : { refused: `HTTP ${response.status}` }
}
