/** What an administrator can do about a refusal of Slack, by its code. */
const advice: { readonly [code: string]: string } = {
  not_in_channel: 'Invite the bot to the channel: /invite @Accord.',
  channel_not_found:
    'The channel is gone or the bot was removed from it. Invite the bot, or link another channel with /accord link.',
  is_archived: 'The channel is archived. Unarchive it, or link another channel with /accord link.',
  restricted_action:
    'A setting of the workspace does not let apps post there. Allow it in the channel’s posting permissions.',
  restricted_action_thread_locked: 'The thread is locked. Unlock it in Slack.',
  account_inactive: 'The app was deactivated in this workspace. Install it again.',
  token_revoked: 'The bot token was revoked. Install the app again and set the new token.',
  token_expired: 'The bot token expired. Install the app again and set the new token.',
  invalid_auth: 'Slack does not know the bot token. Copy it again from OAuth & Permissions of your app.',
  not_authed: 'Slack does not know the bot token. Copy it again from OAuth & Permissions of your app.',
  missing_scope: 'The app lacks a permission. Update it from manifest/slack.json and install it again.',
  user_not_found: 'The person is not in this workspace. Correct the account in the organisation file.',
  user_disabled: 'The person’s Slack account is deactivated. Correct the account in the organisation file.',
  cannot_dm_bot: 'The account is a bot’s. Correct the account in the organisation file.',
  messages_tab_disabled: 'Switch on the Messages Tab in App Home of your app.',
  ekm_access_denied: 'The workspace’s key management does not let the app post. Ask its administrators.',
}

/** What to do about a refusal; for one we do not know, to look it up. */
export const adviceFor = (code: string): string =>
  (Object.hasOwn(advice, code) && advice[code]) || 'Look the code up in Slack’s documentation.'
