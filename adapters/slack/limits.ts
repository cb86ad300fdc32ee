/** What Slack accepts, in Unicode characters and pieces. A message or view over any of it is refused whole. */
export const limits = {
  message: {
    blocks: 50,
    /** All text of one message together. Slack refuses somewhere above 11,000 and says nowhere where. */
    text: 9_000,
    /** The sentence for notifications; the blocks hold everything. */
    summary: 3_000,
  },
  view: { blocks: 100, title: 24, button: 24, metadata: 3_000 },
  text: 3_000,
  header: 150,
  /** Half of `fields` label and value pairs stand in one section. */
  field: 2_000,
  fields: 10,
  /** Buttons beside each other before the next row begins. */
  row: 5,
  button: 75,
  option: 75,
  options: 100,
  /** So many choices are all seen at once; more are a menu. */
  radio: 5,
  label: 2_000,
  input: 3_000,
  /** A file's name as it is shown. */
  fileLabel: 250,
} as const
