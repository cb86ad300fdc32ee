import { createTeamsAdapter } from '../../adapters/teams/index.ts'
import type { Adapter, Post } from '../../src/chat/adapter.ts'
import type { MessageRef } from '../../src/domain/ticket/event.ts'
import { migrate } from '../../src/store/migrate.ts'
import { createPool } from '../../src/store/pool.ts'
import { createPosts } from '../../src/store/posts.ts'
import { createReferences } from '../../src/store/references.ts'
import { createSql } from '../../src/store/sql.ts'
import { testDatabase } from '../support/database.ts'
import { startFakeTeams } from '../support/teams/start-fake-teams.ts'
import type { Fault } from '../support/teams/wire/faults.ts'
import { clearEar, createEar } from './ear.ts'
import type { Over, Stage } from './stage.ts'
import { teamsPlayer } from './teams-player.ts'

const tenant = '6f1c3a52-0b7e-4c1d-9a35-52a1f0c7d001'
const room = {
  platform: 'teams',
  team: tenant,
  conversation: '19:huaxing@thread.tacv2',
  direct: false,
} as const
const lost = { ...room, conversation: '19:lost@thread.tacv2' }
const nobody = { platform: 'teams', team: tenant, user: '00000000-0000-4000-8000-000000000404' } as const

/** The adapter, and what stands in each message of the bot, as the core would draw it again. */
const following = (
  create: (cardAt: (at: MessageRef) => Promise<Omit<Post, 'key'> | undefined>) => Adapter,
) => {
  const cards = new Map<string, Omit<Post, 'key'>>()
  const nameOf = ({ conversation, message }: MessageRef) => `${conversation} ${message}`
  const adapter = create(async (at) => cards.get(nameOf(at)))
  return {
    ...adapter,
    post: async (...given: Parameters<Adapter['post']>) => {
      const posted = await adapter.post(...given)
      if (posted.outcome === 'sent') cards.set(nameOf(posted.message), given[1])
      return posted
    },
    update: async (...given: Parameters<Adapter['update']>) => {
      const posted = await adapter.update(...given)
      if (posted.outcome === 'sent') cards.set(nameOf(posted.message), given[1])
      return posted
    },
  }
}

/** Microsoft Teams, as strict as it is, through the real SDK and real tokens. */
export const startTeamsStage = async (): Promise<Stage> => {
  // Patient, so that a slow machine fails no test.
  const teams = await startFakeTeams({ rules: { rates: false, answerWithin: 12_000, giveUpAfter: 20_000 } })
  teams.addPerson({ id: 'zhao', tenant, name: '赵敏' })
  teams.addPerson({ id: 'li', tenant, name: '李伟' })
  const { conversation: id } = room
  teams.addTeam({ id, tenant, name: 'Huaxing', members: ['zhao', 'li'] })
  teams.addTeam({ id: lost.conversation, tenant, name: 'Lost', members: ['zhao'], installed: false })

  const database = await testDatabase()
  const pool = createPool({ url: database.url })
  await migrate(pool)
  const sql = createSql(pool)
  let ahead = 0
  const note = () => {}
  const create = () =>
    following((cardAt) =>
      createTeamsAdapter({
        ...{ app: teams.app, cloud: teams.cloud, host: '127.0.0.1', port: 0, serviceHosts: ['127.0.0.1'] },
        references: createReferences(sql, () => note),
        posts: createPosts(sql),
        clock: () => Date.now() + ahead,
        dice: () => 0.5,
        ...{ cardAt, onWarn: note, onFault: note },
      }),
    )
  const { ear, receive } = createEar()
  const adapter = create()
  const { address } = await adapter.start(receive)
  teams.useBot(address ?? '')

  const zhao = teamsPlayer(teams, 'zhao', [room.conversation])
  const li = teamsPlayer(teams, 'li', [room.conversation])
  // Teams is written to where something came from.
  for (const player of [zhao, li]) await player.says({ conversation: player.direct }, 'hello')
  await zhao.says(room, 'hello', 'toBot')
  clearEar(ear)

  const begins = (fault: Fault) => (): Over => teams.fault('*', fault)
  return {
    ...{ adapter, ear, address, room, zhao, li, lost, nobody, another: create },
    vanish: async ({ conversation, message }) => {
      const { messages } = teams.world
      messages.set(
        conversation,
        (messages.get(conversation) ?? []).filter((one) => one.id !== message),
      )
    },
    misbehave: {
      down: begins({ do: 'cut' }),
      mute: begins({ do: 'accept', and: 'cut' }),
      limit: begins({ do: 'status', status: 429, retryAfter: 2 }),
    },
    // What people write as if it were a mention stands there as they wrote it, and shall.
    complaints: () => teams.problems().filter((one) => !one.includes('stands there literally')),
    passes: (ms) => {
      ahead += ms
    },
    hurries: true,
    end: async () => {
      await adapter.stop()
      await teams.stop()
      await pool.end()
      await database.drop()
    },
  }
}
