/** What the bot says on Slack when Slack itself stands in the way. */
export const slackReplies = {
  title: 'Accord',
  formLate:
    'Slack opens a form only within three seconds of a press, and that moment has passed. Press here, and it opens.',
  openForm: 'Open the form',
  working: 'This is taking a moment. It has arrived, and the result will stand here.',
  failed: 'That could not be carried out just now. Please open the form again and send it once more.',
  done: 'Done.',
  correct: 'Nothing was changed. Please correct this and send the form again:',
  unreadable:
    'I cannot read that message here, so the 🎫 alone does not report it. Open the message’s menu (⋮), choose “Report this”, or invite me to the channel.',
  maybeTwice: 'Slack did not say whether this message arrived; it may stand here twice.',
}
