import type { Fields } from '../../fake/fields.ts'
import type { World } from '../world/create-world.ts'
import type { Install, User } from '../world/records.ts'
import { teamsOf } from '../world/sight.ts'

const offset = (zone: string, at: number): number => {
  const name = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value
  const [, sign, hours, minutes] = /GMT([+-])(\d+):(\d+)/.exec(name ?? '') ?? []
  return sign === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60)
}

/** Whether a person of another workspace shares no channel with the app. */
export const isStranger = (world: World, install: Install, user: User): boolean =>
  user.team !== install.team &&
  ![...world.channels.values()].some(
    (channel) =>
      teamsOf(channel).includes(install.team) &&
      channel.members.includes(user.id) &&
      channel.members.includes(install.botUser),
  )

/** A person as the app of this workspace sees them: of strangers and externals Slack tells little. */
export const userFields = (world: World, install: Install, user: User, locale: boolean): Fields => {
  const own = user.team === install.team
  const email = install.scopes.includes('users:read.email') && own ? { email: user.email } : {}
  return {
    id: user.id,
    team_id: user.team,
    name: user.name,
    deleted: user.deleted,
    real_name: user.realName,
    is_bot: user.bot,
    is_app_user: false,
    is_stranger: isStranger(world, install, user),
    profile: {
      real_name: user.realName,
      real_name_normalized: user.realName,
      display_name: user.name,
      display_name_normalized: user.name,
      team: user.team,
      ...email,
    },
    ...(own && !user.deleted
      ? {
          color: '9f69e7',
          tz: user.zone,
          tz_label: user.zone,
          tz_offset: offset(user.zone, world.now()),
          is_admin: user.admin,
          is_owner: false,
          is_primary_owner: false,
          is_restricted: user.guest,
          is_ultra_restricted: false,
          updated: Math.floor(world.now() / 1000),
          is_email_confirmed: true,
          who_can_share_contact_card: 'EVERYONE',
          ...(locale ? { locale: user.locale } : {}),
        }
      : {}),
  }
}
