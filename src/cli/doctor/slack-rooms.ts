import type { SlackCall } from '../../../adapters/slack/setup/api.ts'
import { presentConversation } from '../../domain/people/conversation.ts'
import type { Directory, Room } from '../../domain/people/directory.ts'
import { type Finding, fix, note, ok } from './finding.ts'
import type { Workspace } from './slack-tokens.ts'

const about = 'channel'

type Channel = { readonly name?: unknown; readonly is_member?: unknown; readonly is_archived?: unknown }

const checkRoom = async (room: Room, workspaces: readonly Workspace[], call: SlackCall): Promise<Finding> => {
  const named = `${room.name} (${room.conversation})`
  const workspace = workspaces.find(({ team }) => team === room.team)
  if (workspace === undefined)
    return fix(
      about,
      `${named} is in workspace ${room.team}, where the app is not installed.`,
      'Install the app there, or correct the room in the organisation file.',
    )
  const {
    ok: known,
    error,
    body,
  } = await call('conversations.info', workspace.token, { channel: room.conversation })
  if (!known)
    return fix(
      about,
      `${named} cannot be seen (${error}).`,
      'If it is private invite the bot: /invite @Accord. If it is gone, link another one with /accord link, or correct the organisation file.',
    )
  const channel = (body.channel ?? {}) as Channel
  const name = typeof channel.name === 'string' ? `${room.name} (#${channel.name})` : named
  if (channel.is_archived === true)
    return fix(about, `${name} is archived.`, 'Unarchive it, or link another one with /accord link.')
  if (channel.is_member !== true)
    return fix(about, `The bot is not in ${name}.`, 'Write there: /invite @Accord.')
  return ok(about, `${name}: the bot is in it`)
}

/** Channels of a workspace that the bot is in, in pages of 200 and no more than ten of them. */
const channelsOf = async ({ token }: Workspace, call: SlackCall) => {
  const found: { readonly id?: unknown; readonly name?: unknown }[] = []
  let cursor = ''
  for (let page = 0; page < 10; page += 1) {
    const types = { types: 'public_channel,private_channel', exclude_archived: 'true', limit: '200' }
    const { ok: listed, body } = await call('users.conversations', token, {
      ...types,
      ...(cursor && { cursor }),
    })
    if (!listed) return found
    if (Array.isArray(body.channels)) found.push(...body.channels)
    const next = (body.response_metadata as { readonly next_cursor?: unknown } | undefined)?.next_cursor
    if (typeof next !== 'string' || next === '') return found
    cursor = next
  }
  return found
}

/** Looks whether the bot is in every channel of the organisation, and whether it is in channels that are nobody's. */
export const checkSlackRooms = async (
  directory: Directory,
  workspaces: readonly Workspace[],
  call: SlackCall,
): Promise<readonly Finding[]> => {
  const present = (room: Room): Room => ({ ...room, ...presentConversation(directory, room) })
  const onSlack = (rooms: Directory['rooms']) =>
    Object.values(rooms)
      .filter(({ platform }) => platform === 'slack')
      .map(present)
  const [rooms, proposed] = [onSlack(directory.rooms), onSlack(directory.proposals)]
  const findings: Finding[] = []
  for (const room of rooms) findings.push(await checkRoom(room, workspaces, call))
  if (rooms.length === 0)
    findings.push(
      note(about, 'No channel is linked yet.', 'Invite the bot to one and write there: /accord link.'),
    )
  for (const { name } of proposed) findings.push(note(about, `${name} waits for the customer to confirm it.`))
  for (const workspace of workspaces)
    for (const { id, name } of await channelsOf(workspace, call))
      if (
        ![...rooms, ...proposed].some(
          ({ team, conversation }) => team === workspace.team && conversation === id,
        )
      )
        findings.push(
          note(
            about,
            `The bot is in #${name} of ${workspace.name}, which is linked to nobody: it says nothing there.`,
            'Write there: /accord link. Or remove the bot.',
          ),
        )
  return findings
}
