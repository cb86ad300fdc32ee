import type { Post, Posted } from '../../../src/chat/adapter.ts'
import type { Reply } from '../../../src/chat/reply.ts'
import { wordsCard } from '../../shared/card-words.ts'
import { homeView } from '../home-view.ts'
import type { Notices } from '../send/notices.ts'
import { outcomeOf } from '../send/outcome.ts'
import type { Workspace } from '../wire/calls.ts'

/** Draws a person's Home. */
export const createPublishHome =
  (notices: Notices) =>
  async ({ client, installation }: Workspace, user: string, drawn: Omit<Post, 'key'>): Promise<Posted> => {
    const { team } = installation
    try {
      await client.views.publish({ user_id: user, view: homeView(drawn) })
      return { outcome: 'sent', message: { platform: 'slack', team, conversation: user, message: 'home' } }
    } catch (error) {
      return outcomeOf(error, { team, conversation: user }, notices, 'views.publish')
    }
  }

/** What draws Homes. */
export type PublishHome = ReturnType<typeof createPublishHome>

/** What Home shows for a reply; nothing where it stays as it is. */
export const homeCardOf = (reply: Reply): Post['card'] | undefined => {
  if (reply.kind === 'show') return reply.card
  return 'saying' in reply && reply.saying !== undefined ? wordsCard(reply.saying) : undefined
}
