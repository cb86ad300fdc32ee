/** What a card of Teams holds, in Unicode characters where nothing else is said. */
export const limits = {
  /**
   * One card as JSON, UTF-8 bytes. Microsoft takes 100 KB a message, counted as UTF-16, and advises 80: so many bytes are at
   * most 72 KB of it, whatever the language, and leave room for what is around the card.
   */
  card: 36_000,
  /** What stands together in a box may take so much of it, bytes. */
  box: 8_000,
  /** What is folded away stays in one piece; more than so much of it, bytes, is not folded. */
  fold: 16_000,
  /** The sentence for notifications, screen readers and clients that draw no cards; the card holds everything. */
  summary: 500,
  text: 2_000,
  /** A longer headline is a line in bold. */
  heading: 150,
  button: 75,
  /** More buttons than these stand behind a button of their own. */
  primary: 6,
  choice: 250,
  /** So many choices are all seen at once; more are a menu. */
  radio: 5,
  /** In a menu of more than these one types to find. */
  menu: 10,
  label: 200,
  hint: 500,
  intro: 4_000,
  notice: 1_000,
  /** What is wrong with one field. */
  problem: 300,
  input: 3_000,
  /** A file's name as it is shown. */
  fileLabel: 250,
} as const
