import { startFakeTeams, type TeamsOptions } from './start-fake-teams.ts'
import { startTinyBot } from './tiny-bot.ts'

export const home = '7d4c1f00-0000-4000-8000-000000000001'
export const away = '7d4c1f00-0000-4000-8000-000000000002'

/** Two tenants, a team with a shared channel, a group chat, and the smallest bot. */
export const startTeamsStage = async (options: TeamsOptions = {}) => {
  const teams = await startFakeTeams(options)
  teams.addPerson({ id: 'li', tenant: home, name: 'Li Na', locale: 'zh-CN', zone: 'Asia/Shanghai' })
  teams.addPerson({ id: 'chen', tenant: home, name: 'Chen Yu', installed: false })
  teams.addPerson({ id: 'gus', tenant: home, name: 'Gus', guest: true })
  teams.addPerson({ id: 'emma', tenant: away, name: 'Emma', installed: false })
  const team = teams.addTeam({ tenant: home, name: 'Helpdesk', members: ['li', 'chen', 'gus'] })
  const shared = teams.addChannel({ team: team.id, kind: 'shared', members: ['li', 'emma'], installed: true })
  const chat = teams.addChat({ tenant: home, name: 'Night shift', members: ['li', 'chen'] })
  const bot = await startTinyBot(teams)
  return {
    teams,
    bot,
    room: team.id,
    shared: shared.id,
    chat: chat.id,
    stop: async (): Promise<void> => {
      await bot.stop()
      await teams.stop()
    },
  }
}

export type TeamsStage = Awaited<ReturnType<typeof startTeamsStage>>
