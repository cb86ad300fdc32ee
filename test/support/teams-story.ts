import { join } from 'node:path'
import { createTeamsAdapter } from '../../adapters/teams/index.ts'
import type { Adapter } from '../../src/chat/adapter.ts'
import { createCardAt } from '../../src/deliver/card-at.ts'
import { createTellAdministrators } from '../../src/deliver/tell-administrators.ts'
import { createPosts } from '../../src/store/posts.ts'
import { createReferences } from '../../src/store/references.ts'
import { type StoryParts, startLiveStory, type Work } from './live-story.ts'
import { unpaced } from './slack-story.ts'
import { type FakeTeams, startFakeTeams, type TeamsOptions } from './teams/start-fake-teams.ts'
import { teamsScene } from './teams-scene.ts'

/** The demo's people, all on Teams. */
export const teamsOrganisation = join(import.meta.dirname, 'teams-organisation.yaml')

/** The supplier's tenant, which has the app, and the customer's that has not. */
export const home = '6f1c3a52-0b7e-4c1d-9a35-52a1f0c7d001'
const away = 'b2d94e10-77aa-4f0e-8c55-0e6d3b19c002'

/** The channels of the organisation. */
export const rooms = {
  engineers: '19:engineers@thread.tacv2',
  huaxin: '19:huaxin@thread.tacv2',
  bluebird: '19:bluebird@thread.tacv2',
} as const

const aad = (place: number): string => `00000000-0000-4000-8000-00000000000${place}`

/** Everybody of the organisation as Teams knows them, in their channels. The app is installed for the supplier's people. */
export const populatedTeams = async (options: TeamsOptions = {}): Promise<FakeTeams> => {
  // Patient, so that a slow machine fails no story; what is about Teams' patience says so itself.
  const rules = { answerWithin: 15_000, giveUpAfter: 30_000, ...options.rules }
  const teams = await startFakeTeams({ ...options, rules })
  const chinese = { tenant: home, locale: 'zh-CN', zone: 'Asia/Shanghai' }
  const ours = ['li', 'wang', 'chen', 'zhou']
  teams.addPerson({ ...chinese, id: 'li', name: '李伟', aad: aad(1) })
  teams.addPerson({ ...chinese, id: 'wang', name: '王芳', aad: aad(2), locale: 'en-US' })
  teams.addPerson({ ...chinese, id: 'chen', name: '陈静', aad: aad(3) })
  teams.addPerson({ ...chinese, id: 'zhou', name: '周强', aad: aad(4) })
  teams.addPerson({ ...chinese, id: 'zhao', name: '赵敏', aad: aad(5), guest: true })
  teams.addPerson({ ...chinese, id: 'sun', name: '孙磊', aad: aad(6), guest: true })
  teams.addPerson({ id: 'emma', name: 'Emma Clarke', tenant: away, aad: aad(7), installed: false })
  teams.addPerson({ id: 'oliver', name: 'Oliver Grant', tenant: away, aad: aad(8), installed: false })
  teams.addTeam({ id: rooms.engineers, tenant: home, name: 'Engineers', members: ours })
  teams.addTeam({ id: rooms.huaxin, tenant: home, name: 'Huaxin', members: [...ours, 'zhao', 'sun'] })
  const { id: team } = teams.addTeam({ tenant: home, name: 'Customers', members: ours })
  teams.addChannel({
    id: rooms.bluebird,
    team,
    kind: 'shared',
    members: [...ours, 'emma', 'oliver'],
    installed: true,
  })
  return teams
}

/** The adapter of a story's process on this Teams. */
export const teamsAdapter = (teams: FakeTeams, { store, sql, kinds, log, now }: StoryParts): Adapter => {
  const tell = createTellAdministrators({ store, now })
  return createTeamsAdapter({
    app: teams.app,
    cloud: teams.cloud,
    host: '127.0.0.1',
    port: 0,
    serviceHosts: ['127.0.0.1'],
    references: createReferences(sql, store.onCommit),
    posts: createPosts(sql),
    cardAt: createCardAt({ store, kinds, now }),
    clock: now,
    dice: () => 0.5,
    onWarn: log.warn,
    onFault: log.error,
    onUnreachable: async (lost) => {
      await tell({ platform: 'teams', ...lost })
    },
  })
}

const everybody = ['li', 'wang', 'chen', 'zhou', 'zhao', 'sun']

/** People install the app and it is added to channels, so that the bot knows where to write. */
export const installedFor = async (
  teams: FakeTeams,
  people: readonly string[] = everybody,
  channels: readonly string[] = Object.values(rooms),
): Promise<void> => {
  for (const person of people) await teams.install({ person })
  for (const conversation of channels) await teams.install({ conversation })
}

/**
 * The whole bot in front of a strict Teams, through the real SDK and real tokens. `paced`: at Teams' pace and rates;
 * otherwise as fast as it goes. `now` turns the clock by hand.
 */
export const startTeamsStory = async ({
  paced = false,
  installed = true,
  now = Date.now,
  options = {},
  ...work
}: {
  readonly paced?: boolean
  readonly installed?: boolean
  readonly now?: () => number
  readonly options?: TeamsOptions
} & Work = {}) => {
  const teams = await populatedTeams({ now, ...options, rules: { rates: paced, ...options.rules } })
  const story = await startLiveStory({
    organisation: teamsOrganisation,
    now,
    ...work,
    adapters: (parts) => {
      const adapter = teamsAdapter(teams, parts)
      return { teams: paced ? adapter : unpaced(adapter) }
    },
  })
  teams.useBot(story.address('teams') ?? '')
  if (installed) await installedFor(teams)
  return {
    ...story,
    ...teamsScene(teams),
    teams,
    end: async (): Promise<void> => {
      await story.end()
      await teams.stop()
    },
  }
}

/** A running story on Teams; see `startTeamsStory`. */
export type TeamsStory = Awaited<ReturnType<typeof startTeamsStory>>
