import type { Reference } from '../../chat/references.ts'
import { presentConversation } from '../../domain/people/conversation.ts'
import type { Directory, Room } from '../../domain/people/directory.ts'
import type { TeamsApp } from '../../settings/teams-config.ts'
import { type Finding, fix, note, ok } from './finding.ts'

const about = 'channel'

const checkRoom = (
  room: Room,
  { app, references }: { readonly app: TeamsApp | undefined; readonly references: readonly Reference[] },
): Finding => {
  const named = `${room.name} (${room.conversation})`
  if (app?.tenant !== undefined && app.tenant !== room.team)
    return fix(
      about,
      `${named} is in tenant ${room.team}, and only that of TEAMS_TENANT_ID is heard.`,
      'Correct the room in the organisation file, or take TEAMS_TENANT_ID away for several tenants.',
    )
  const known = references.find(
    ({ team, conversation }) => team === room.team && conversation === room.conversation,
  )
  if (known === undefined)
    return note(
      about,
      `Nothing was heard from ${named} yet.`,
      'Add the app to its team or chat, and mention the bot there once.',
    )
  if (known.dead !== undefined)
    return fix(
      about,
      `${named} cannot be written to: ${known.dead}.`,
      'Add the app to its team or chat again, and mention the bot there once; or link another one with `link`.',
    )
  return ok(about, `${room.name}: the bot is in it`)
}

/** Looks whether every channel and chat of the organisation can be written to, and where the bot is that is nobody's. */
export const checkTeamsRooms = (
  directory: Directory,
  known: { readonly app: TeamsApp | undefined; readonly references: readonly Reference[] },
): readonly Finding[] => {
  const onTeams = (rooms: Directory['rooms']) =>
    Object.values(rooms)
      .filter(({ platform }) => platform === 'teams')
      .map((room): Room => ({ ...room, ...presentConversation(directory, room) }))
  const [rooms, proposed] = [onTeams(directory.rooms), onTeams(directory.proposals)]
  const nobodys = known.references.filter(
    ({ kind, dead, team, conversation }) =>
      kind !== 'personal' &&
      dead === undefined &&
      ![...rooms, ...proposed].some((room) => room.team === team && room.conversation === conversation),
  )
  return [
    ...rooms.map((room) => checkRoom(room, known)),
    ...(rooms.length === 0
      ? [
          note(
            about,
            'No channel on Teams is linked yet.',
            'Add the app to a team, mention the bot in a channel and write: link.',
          ),
        ]
      : []),
    ...proposed.map(({ name }) => note(about, `${name} waits for the customer to confirm it.`)),
    ...(nobodys.length > 0
      ? [
          note(
            about,
            `The bot is in ${nobodys.length} channels and chats on Teams that are linked to nobody: it says nothing there.`,
            'Mention it there and write: link. Or leave it so.',
          ),
        ]
      : []),
  ]
}
