/** What an administrator can do about a refusal of Teams, by its code. */
const advice: { readonly [code: string]: string } = {
  BotNotInConversationRoster:
    'The app is not in that chat or team any more. Add it there again; it is written to again once something comes from there.',
  ForbiddenOperationException:
    'The app is not installed for this person. Install it for them, by a setup policy in the Teams admin center or by themselves.',
  ConversationBlockedByUser:
    'The person blocked the app, or the moderation of the channel keeps it out. Once they write to it again, it writes to them.',
  ConversationNotFound:
    'The chat or channel is gone, or the bot was removed from it. Add the app again, or link another channel.',
  NotFound: 'The person is not in this tenant. Correct the account in the organisation file.',
  NotEnoughPermissions:
    'A setting does not let apps post there. Allow it in the channel’s moderation settings.',
  BotDisabledByAdmin: 'The app is blocked in this tenant. Allow it in the Teams admin center, Manage apps.',
  InvalidBotApiHost:
    'The tenant is in a cloud of its own. Set the addresses of that cloud, see the README on national clouds.',
  BotNotRegistered:
    'Microsoft does not know the bot. Compare TEAMS_APP_ID with the bot’s registration, and switch on its Teams channel.',
  'HTTP 401':
    'Microsoft does not accept the bot. Check TEAMS_APP_ID, TEAMS_APP_PASSWORD and TEAMS_TENANT_ID; a secret may have expired.',
}

/** What to do about a refusal; for one we do not know, to look it up. */
export const adviceFor = (code: string): string =>
  (Object.hasOwn(advice, code) && advice[code]) ||
  'Look the code up in Microsoft’s documentation of Teams bots.'
