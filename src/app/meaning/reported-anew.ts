import type { Flow } from '../../chat/flow.ts'
import { headLength, restAfter, withoutLead } from '../../chat/opener.ts'
import { fold } from '../../domain/ticket/suggest/fold.ts'

/** The word that reports on every chat platform, typed where others have a command of that name. */
const command = 'incident'

/**
 * What is reported by words that begin as a report does, with no more than a space after that: `报障 打印机坏了`. Where plain
 * words may join a ticket, these never do. In English a sentence may go on so (`report server is down`): only the command's
 * own word counts.
 */
export const reportedAnew = ({ opensWith }: Pick<Flow, 'opensWith'>, text: string): string | undefined => {
  const said = text.trim().replace(/^\//, '')
  const head = fold(said.slice(0, headLength))
  const opener = [command, ...opensWith['zh-CN']].find((word) => restAfter(head, word) !== undefined)
  return opener === undefined ? undefined : withoutLead(said.slice(opener.length))
}
