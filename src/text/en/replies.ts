/** What the bot says on a chat platform around its answers. */
export const replies = {
  openForm: 'Open the form',
  working: 'This is taking a moment. It has arrived, and the result will stand here.',
  failed: 'That could not be carried out just now. Please open the form again and send it once more.',
  done: 'Done.',
  correct: 'Nothing was changed. Please correct this and send the form again:',
  toThread: 'Open the discussion',
  maybeTwice: (platform: string) =>
    `${platform} did not say whether this message arrived; it may stand here twice.`,
}
