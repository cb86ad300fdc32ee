/** What only Teams needs said. */
export const teams = {
  back: 'Back',
  window: 'Open in a window',
  sentInChat: 'I have sent it to you in our own chat.',
}
