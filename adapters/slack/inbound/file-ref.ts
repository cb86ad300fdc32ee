import type { FileRef } from '../../../src/domain/ticket/event.ts'
import { leadsTo } from '../../shared/leads-to.ts'
import type { SlackFile } from './heard.ts'

/** Where Slack itself keeps files. A name that only looks like one of these is none of them (T59). */
const places = ['slack.com', 'slack-files.com', 'slack-gov.com'] as const

/**
 * A file as it is kept: by reference, never fetched, so no token is ever sent for it. Its link is Slack's own page, where
 * Slack decides who may open it; a file that lies elsewhere is named and not linked.
 */
export const fileRef = ({ id, name = id, mimetype, size, permalink, external }: SlackFile): FileRef => ({
  id,
  name,
  ...(mimetype === undefined ? {} : { type: mimetype }),
  ...(size === undefined ? {} : { size }),
  ...(permalink === undefined || external || !leadsTo(permalink, places) ? {} : { link: permalink }),
})
