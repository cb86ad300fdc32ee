import type { Identity } from './teams/identity/create-identity.ts'

/** What a program is set up with to work with Teams that stand on this machine, as the app of one tenant. */
export const teamsSettings = (
  { app, cloud }: Pick<Identity, 'app' | 'cloud'>,
  tenant: string,
): { readonly [name: string]: string } => ({
  TEAMS_APP_ID: app.appId,
  TEAMS_APP_PASSWORD: app.password,
  TEAMS_TENANT_ID: tenant,
  TEAMS_PORT: '0',
  TEAMS_SERVICE_HOSTS: '127.0.0.1',
  TEAMS_OPENID_URL: cloud.openIdUrl,
  TEAMS_ISSUER: cloud.issuer,
  TEAMS_LOGIN_URL: cloud.loginUrl,
  TEAMS_OAUTH_SCOPE: cloud.oauthScope,
})
