import type { World } from './create-world.ts'
import type { Install } from './records.ts'

/** Installs the app in a workspace (again: with a new token for the same bot). */
export const installApp = (
  world: World,
  team: string,
  scopes: readonly string[] = world.app.scopes,
  token = `xoxb-${team}-${world.id('K')}`,
): Install => {
  const before = world.installs.get(team)
  const botUser = before?.botUser ?? world.id('U')
  const install: Install = { team, token, botUser, botId: before?.botId ?? world.id('B'), scopes }
  world.installs.set(team, install)
  world.users.set(botUser, {
    id: botUser,
    team,
    name: world.app.name.toLowerCase(),
    realName: world.app.name,
    locale: 'en-US',
    zone: 'America/Los_Angeles',
    bot: true,
    deleted: false,
    guest: false,
    admin: false,
  })
  return install
}
