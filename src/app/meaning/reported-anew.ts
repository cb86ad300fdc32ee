import { beginning } from '../../chat/beginning.ts'
import type { Flow } from '../../chat/flow.ts'
import { restAfter, withoutLead } from '../../chat/opener.ts'

/** The word that reports on every chat platform, typed where others have a command of that name. */
const command = 'incident'

/**
 * What is reported by words that begin as a report does, with no more than a space after that: `报障 打印机坏了`. Where plain
 * words may join a ticket, these never do. In English a sentence may go on so (`report server is down`): only the command's
 * own word counts.
 */
export const reportedAnew = ({ opensWith }: Pick<Flow, 'opensWith'>, text: string): string | undefined => {
  const said = beginning(text)
  const [rest] = [command, ...opensWith['zh-CN']].flatMap((word) => restAfter(said, word) ?? [])
  return rest && withoutLead(rest)
}
