import type { Fields } from '../../fake/fields.ts'
import type { Channel, User } from '../world/records.ts'
import type { Stage } from './stage.ts'

/** A file somebody shares. `fields` overrides what Slack would say of it, such as `mode` or `url_private`. */
export type NewFile = {
  readonly name: string
  readonly content?: string | Buffer
  readonly mimetype?: string
  readonly fields?: Fields
  /** Comes as a reference the app has to look up, as files of other workspaces may. */
  readonly checkInfo?: boolean
  /** Where the file's address sends the app on to. */
  readonly redirect?: string
}

/** Stores files and gives them as the message that shares them shows them. */
export const shareFiles = (
  { world }: Stage,
  user: User,
  channel: Channel,
  files: readonly NewFile[],
): readonly Fields[] =>
  files.map(({ name, content = name, mimetype = 'text/plain', fields = {}, checkInfo, redirect }) => {
    const id = world.id('F')
    const bytes = Buffer.from(content)
    const address = `${world.base}/files-pri/${user.team}-${id}`
    const whole: Fields = {
      id,
      created: Math.floor(world.now() / 1000),
      timestamp: Math.floor(world.now() / 1000),
      name,
      title: name,
      mimetype,
      filetype: name.split('.').at(-1) ?? 'text',
      pretty_type: 'File',
      user: user.id,
      user_team: user.team,
      editable: false,
      size: bytes.length,
      mode: 'hosted',
      is_external: false,
      external_type: '',
      is_public: channel.kind === 'public',
      public_url_shared: false,
      display_as_bot: false,
      username: '',
      url_private: `${address}/${encodeURIComponent(name)}`,
      url_private_download: `${address}/download/${encodeURIComponent(name)}`,
      permalink: `https://${world.teams.get(user.team)?.domain}.slack.com/files/${user.id}/${id}/${encodeURIComponent(name)}`,
      has_rich_preview: false,
      file_access: 'visible',
      ...fields,
    }
    world.files.set(id, {
      id,
      team: user.team,
      channels: [channel.id],
      fields: whole,
      bytes,
      ...(redirect === undefined ? {} : { redirect }),
    })
    return checkInfo === true
      ? { id, mode: 'file_access', file_access: 'check_file_info', created: 0, timestamp: 0, user: '' }
      : whole
  })
