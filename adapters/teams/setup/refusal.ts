import type { TeamsApp } from '../../../src/settings/teams-config.ts'

/** Why Microsoft does not let the bot sign in, and what to do about it. */
export type SignInRefusal = { readonly says: string; readonly todo: string }

const registration = 'the app registration (Microsoft Entra ID)'

const known: { readonly [code: string]: (app: TeamsApp) => SignInRefusal } = {
  AADSTS7000215: () => ({
    says: 'Microsoft does not accept TEAMS_APP_PASSWORD',
    todo: `Copy the "Value" of a client secret, not its "Secret ID", from Certificates & secrets of ${registration}.`,
  }),
  AADSTS7000222: () => ({
    says: 'The client secret in TEAMS_APP_PASSWORD has expired',
    todo: `Make a new one in Certificates & secrets of ${registration}.`,
  }),
  AADSTS700016: ({ tenant }) =>
    tenant === undefined
      ? {
          says: 'Microsoft does not know TEAMS_APP_ID as an app of several tenants',
          todo: 'Set TEAMS_TENANT_ID: new bots are single-tenant apps.',
        }
      : {
          says: 'There is no app TEAMS_APP_ID in the tenant TEAMS_TENANT_ID',
          todo: `Copy both again from the Overview of ${registration}.`,
        },
  AADSTS90002: () => ({
    says: 'There is no tenant TEAMS_TENANT_ID',
    todo: `Copy the "Directory (tenant) ID" from the Overview of ${registration}.`,
  }),
  AADSTS7000112: () => ({
    says: 'The app TEAMS_APP_ID is disabled in its tenant',
    todo: 'Let an administrator of the tenant enable it, under Enterprise applications.',
  }),
}

/** What Microsoft says when it is busy itself, or somebody on the way there instead of it. */
const passing = /^(HTTP \d+|temporarily_unavailable|server_error|AADSTS(90033|50196|90006|9002313))$/

/** Whether a code is Microsoft's word about the app, which it will say again. */
export const isDefinite = (code: string): boolean => !passing.test(code)

/** What a code that Microsoft refused the sign-in with means here. No secret is in it. */
export const signInRefusal = (code: string, app: TeamsApp): SignInRefusal => {
  const { says, todo } = known[code]?.(app) ?? {
    says: 'Microsoft does not let the bot sign in',
    todo: code.startsWith('AADSTS')
      ? `Read what it means at https://login.microsoftonline.com/error?code=${code.slice(6)}`
      : `Compare TEAMS_APP_ID, TEAMS_APP_PASSWORD and TEAMS_TENANT_ID with ${registration}.`,
  }
  return { says: `${says} (${code}).`, todo }
}
