import type { FileRef } from '../../../src/ticket/event.ts'
import type { SlackFile } from './heard.ts'

/** Where Slack itself keeps files. A name that only looks like one of these is none of them (T59). */
const places = ['slack.com', 'slack-files.com', 'slack-gov.com'] as const

/** Whether a link leads to Slack and nowhere else: an encrypted connection, no name before the host, no port of its own. */
const isSlacks = (link: string): boolean => {
  if (!URL.canParse(link)) return false
  const { protocol, username, password, port, hostname } = new URL(link)
  const there = places.some((place) => hostname === place || hostname.endsWith(`.${place}`))
  return protocol === 'https:' && username === '' && password === '' && port === '' && there
}

/**
 * A file as it is kept: by reference, never fetched, so no token is ever sent for it. Its link is Slack's own page, where
 * Slack decides who may open it; a file that lies elsewhere is named and not linked.
 */
export const fileRef = ({ id, name = id, mimetype, size, permalink, external }: SlackFile): FileRef => ({
  id,
  name,
  ...(mimetype === undefined ? {} : { type: mimetype }),
  ...(size === undefined ? {} : { size }),
  ...(permalink === undefined || external || !isSlacks(permalink) ? {} : { link: permalink }),
})
