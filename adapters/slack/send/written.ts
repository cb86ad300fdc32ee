import type { SlackMessage } from '../render.ts'

/** What every message of ours carries: nothing in it is a mention or link that Slack would act on. */
export const written = ({ text, blocks }: SlackMessage) => ({
  text,
  // Left out, not empty: what has no blocks is shown by its text.
  ...(blocks.length > 0 ? { blocks } : {}),
  link_names: false,
  parse: 'none' as const,
  unfurl_links: false,
  unfurl_media: false,
})
