import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { FakeTeams } from '../../support/teams/start-fake-teams.ts'
import { teamsSettings } from '../../support/teams-settings.ts'
import { home, populatedTeams } from '../../support/teams-story.ts'
import { startBot } from './bot-process.ts'
import { onStage, type Running, type Scene } from './scene.ts'

/** A scene whose people are on Teams. Its web chat is there, and nobody uses it. */
export type TeamsScene = Omit<Scene, 'start'> & {
  readonly teams: FakeTeams
  /** Starts a bot and waits until it runs. Teams speaks to it from then on. */
  readonly start: () => Promise<Running & { readonly teamsAddress: string }>
}

const organisation = join(import.meta.dirname, '../../support/teams-organisation.yaml')

/** A stage (see `onStage`) on which each scene has a Teams of its own. */
export const onTeamsStage = () => {
  const { scene, postgres } = onStage()
  const all: FakeTeams[] = []
  afterAll(async () => {
    for (const teams of all) await teams.stop()
  })
  return {
    postgres,
    scene: async (): Promise<TeamsScene> => {
      const on = await scene()
      // As patient as Teams is said to be at most: who waits for a process that died is told so.
      const teams = await populatedTeams({ rules: { giveUpAfter: 15_000 } })
      all.push(teams)
      const ground = { ...on.ground, settings: teamsSettings(teams, home), organisation }
      return {
        ...on,
        ground,
        teams,
        start: async () => {
          const bot = await on.enter(startBot(ground))
          const [, teamsAddress] = /Teams on, over HTTP at (http:\S+)/.exec(bot.said()) ?? []
          if (teamsAddress === undefined) throw new Error(`it does not listen for Teams:\n${bot.said()}`)
          teams.useBot(teamsAddress)
          return { ...bot, teamsAddress }
        },
      }
    },
  }
}
