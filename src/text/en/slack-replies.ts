/** What the bot says on Slack when Slack itself stands in the way. */
export const slackReplies = {
  formLate:
    'Slack opens a form only within three seconds of a press, and that moment has passed. Press here, and it opens.',
  unreadable:
    'I cannot read that message here, so the 🎫 alone does not report it. Open the message’s menu (⋮), choose “Report this”, or invite me to the channel.',
  strayed: 'This message belonged to a thread that was deleted. It is told in another way.',
}
