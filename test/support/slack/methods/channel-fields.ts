import type { Fields } from '../../fake/fields.ts'
import type { World } from '../world/create-world.ts'
import type { Channel, Install } from '../world/records.ts'

/** A conversation as conversations.info and its siblings show it. */
export const channelFields = (world: World, install: Install, channel: Channel): Fields => {
  const { id, kind, members } = channel
  const shared = channel.sharedWith.length > 0
  const common = { id, created: 1_700_000_000, is_archived: channel.archived, is_org_shared: false }
  if (kind === 'im') {
    const other = members.find((member) => member !== install.botUser)
    return {
      ...common,
      is_im: true,
      is_mpim: false,
      user: other,
      is_user_deleted: false,
      is_ext_shared: false,
    }
  }
  return {
    ...common,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: kind === 'public' || id.startsWith('C'),
    is_group: kind === 'private' && !id.startsWith('C'),
    is_im: false,
    is_mpim: kind === 'mpim',
    is_private: kind !== 'public',
    is_general: false,
    is_shared: shared,
    is_ext_shared: shared,
    is_pending_ext_shared: false,
    pending_shared: [],
    is_member: members.includes(install.botUser),
    context_team_id: install.team,
    conversation_host_id: channel.team,
    creator: members[0] ?? world.id('U'),
    num_members: members.length,
    topic: { value: '', creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
    previous_names: [],
  }
}
