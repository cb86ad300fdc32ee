/**
 * Slack's definite no to a token, or to who holds it. Whatever else it says instead of yes, as that it is not well, that
 * the workspace is being moved or something newer than this, may be another tomorrow.
 */
export const tokenRefusals: ReadonlySet<string> = new Set([
  'invalid_auth',
  'not_authed',
  'not_allowed_token_type',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'no_permission',
  'missing_scope',
  'app_not_installed',
  'forbidden_team',
  'access_denied',
  'team_access_not_granted',
  'is_bot',
])
