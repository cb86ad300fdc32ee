/** What Slack answers when it is not well itself, or busy: no word about what it was asked. */
export const faultsOfSlack: ReadonlySet<string> = new Set([
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
  'org_login_required',
  'external_channel_migrating',
])
