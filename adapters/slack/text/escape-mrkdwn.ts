import { plainText } from '../../shared/plain-text.ts'

const entities: { readonly [character: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Anybody's words for a place where Slack looks for mentions and links: none can be in them. */
export const escapeMrkdwn = (text: string): string =>
  plainText(text).replace(/[&<>]/g, (character) => entities[character] ?? character)
