/** What only Teams needs said. */
export const teams = {
  back: 'Back',
  window: 'Open in a window',
  /** A field one may not leave empty. */
  required: 'This is needed.',
  /** Where the answer stands that a button was pressed for. */
  below: 'You find it below, in this chat.',
  sentInChat: 'I have sent it to you in our own chat.',
  workingApart: 'This is taking a moment. It has arrived, and you will find the result in our own chat.',
  /** Something that stood in a message cannot be shown again. */
  gone: 'There is nothing to go back to. The conversation shows how things stand.',
  /** A form that was left. */
  left: 'Nothing was changed.',
  /** Said of a message that was pointed at, where its window was. */
  reported: 'Reported. The number and what is promised stand in the conversation.',
  /** Left in a message that a card in several messages no longer needs. */
  emptied: 'The message above holds everything.',
}
