import { createTeamsAdapter } from '../../../adapters/teams/index.ts'
import { createCardAt } from '../../../src/deliver/card-at.ts'
import type { Language } from '../../../src/domain/people/sides.ts'
import { createPosts } from '../../../src/store/posts.ts'
import { createReferences } from '../../../src/store/references.ts'
import { startLiveStory } from '../live-story.ts'
import { unpaced } from '../slack-story.ts'
import { teamsOrganisation } from '../teams-story.ts'
import { openPlayground } from './open-playground.ts'
import { organisedFor, towns } from './playground-towns.ts'

/** The whole bot in front of Microsoft's Playground, as fast as it goes; nobody signs in, for the Playground cannot sign. */
export const startPlaygroundStory = async (language: Language) => {
  const story = await startLiveStory({
    organisation: teamsOrganisation,
    change: organisedFor(language),
    adapters: ({ store, sql, kinds, log, now }) => ({
      teams: unpaced(
        createTeamsAdapter({
          ...{ app: undefined, host: '127.0.0.1', port: 0, serviceHosts: ['localhost', '127.0.0.1'] },
          references: createReferences(sql, store.onCommit),
          posts: createPosts(sql),
          cardAt: createCardAt({ store, kinds, now }),
          ...{ clock: now, dice: () => 0.5, onWarn: log.warn, onFault: log.error },
        }),
      ),
    }),
  })
  try {
    const playground = await openPlayground(towns[language], story.address('teams') ?? '')
    return {
      ...story,
      ...playground,
      end: async (): Promise<void> => {
        await playground.stop()
        await story.end()
      },
    }
  } catch (error) {
    await story.end()
    throw error
  }
}

/** A running story in the Playground; see `startPlaygroundStory`. */
export type PlaygroundStory = Awaited<ReturnType<typeof startPlaygroundStory>>
