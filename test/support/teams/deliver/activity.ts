import { randomUUID } from 'node:crypto'
import type { Fields } from '../../fake/fields.ts'
import { serviceUrl, type World } from '../world/create-world.ts'
import { threaded } from '../world/find.ts'
import type { Conversation, Person } from '../world/records.ts'

/** An id of an activity that is no message. */
export const activityId = (): string => `f:${randomUUID()}`

const channelData = ({ teams }: World, { kind, tenant, team, id }: Conversation): Fields => {
  const of = team === undefined ? undefined : teams.get(team)
  return {
    tenant: { id: tenant },
    ...(kind !== 'channel' || of === undefined
      ? {}
      : {
          teamsChannelId: id,
          teamsTeamId: of.id,
          channel: { id },
          team: { id: of.id, name: of.name, aadGroupId: of.group },
        }),
  }
}

/** One for each zone: to make one takes longer than all that it then says. */
const clocks = new Map<string, Intl.DateTimeFormat>()

const clockOf = (zone: string): Intl.DateTimeFormat => {
  const known = clocks.get(zone)
  if (known !== undefined) return known
  const parts = {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  } as const
  const made = new Intl.DateTimeFormat('sv-SE', {
    ...parts,
    second: '2-digit',
    timeZone: zone,
    timeZoneName: 'longOffset',
  })
  clocks.set(zone, made)
  return made
}

const localTime = (ms: number, zone: string): string => {
  const said = clockOf(zone).format(ms)
  const [, date, time, offset = ''] = /^(\S+) (\S+) GMT(.*)$/.exec(said) ?? []
  return `${date}T${time}.${String(ms % 1000).padStart(3, '0')}${offset.replace('−', '-') || '+00:00'}`
}

/** How an activity names a person: their tenant only where it is not the conversation's. */
export const personFields = ({ user, name, aad, tenant }: Person, host: string): Fields => ({
  id: user,
  name,
  ...(aad === undefined ? {} : { aadObjectId: aad }),
  ...(tenant === host ? {} : { tenantId: tenant }),
})

/** What every activity carries beside what it is. `root`: the first message of its thread. */
export const activityFrom = (
  world: World,
  person: Person,
  conversation: Conversation,
  { root, ...more }: Fields & { readonly root?: string; readonly channelData?: Fields },
): Fields => {
  const { kind, tenant, id, name } = conversation
  const now = Math.floor(world.now())
  return {
    id: activityId(),
    timestamp: new Date(now).toISOString(),
    localTimestamp: localTime(now, person.zone),
    localTimezone: person.zone,
    serviceUrl: serviceUrl(world),
    channelId: 'msteams',
    from: personFields(person, tenant),
    conversation: {
      ...(kind === 'personal' ? {} : { isGroup: true }),
      conversationType: kind === 'group' ? 'groupChat' : kind,
      tenantId: tenant,
      id: root === undefined ? id : threaded(conversation, root),
      ...(kind === 'group' && name !== undefined ? { name } : {}),
    },
    recipient: { id: world.bot.user, name: world.bot.name },
    entities: [
      {
        type: 'clientInfo',
        locale: person.locale,
        country: person.locale.slice(-2),
        platform: 'Web',
        timezone: person.zone,
      },
    ],
    locale: person.locale,
    ...more,
    channelData: { ...channelData(world, conversation), ...more.channelData },
  }
}
