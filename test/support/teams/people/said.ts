import { randomUUID } from 'node:crypto'
import type { Fields } from '../../fake/fields.ts'
import type { World } from '../world/create-world.ts'
import { personOf } from '../world/find.ts'
import type { Conversation, Message } from '../world/records.ts'

/** A file somebody shares. */
type NewFile = { readonly name: string; readonly url?: string }

/** How something is said. */
export type Way = {
  /** Mentions the bot, in front of the words. */
  readonly mention?: boolean
  /** Mentions people, after the bot. */
  readonly mentions?: readonly string[]
  /** The first message of the thread, in channels. */
  readonly thread?: string
  /** The message that is quoted, in chats. */
  readonly quote?: string
  readonly files?: readonly NewFile[]
  /** What the client wrote as HTML, instead of what it would make of the words. */
  readonly html?: string
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const quoted = (world: World, { id, by, text, summary }: Message): string => {
  const person = by === undefined ? undefined : personOf(world, by)
  const who = person === undefined ? world.bot.user : `8:orgid:${person.aad}`
  return [
    `<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="${id}">`,
    `\r\n<strong itemprop="mri" itemid="${who}">${escaped(person?.name ?? world.bot.name)}</strong>`,
    `<span itemprop="time" itemid="${id}"></span>`,
    `\r\n<p itemprop="preview">${escaped((text || summary) ?? '')}</p>\r\n</blockquote>`,
  ].join('')
}

/** In personal chats a file comes with its address; elsewhere only a trace of it is in the HTML. */
const fileFields = ({ name, url }: NewFile): Fields => {
  const address = url ?? `https://contoso-my.sharepoint.com/personal/files/${encodeURIComponent(name)}`
  return {
    contentType: 'application/vnd.microsoft.teams.file.download.info',
    content: {
      downloadUrl: `${address}?tempauth=secret`,
      uniqueId: randomUUID(),
      fileType: name.split('.').at(-1),
    },
    contentUrl: address,
    name,
  }
}

/** What the words become on their way: text, HTML, mentions and files. */
export const saidFields = (
  world: World,
  conversation: Conversation,
  text: string,
  { mention = false, mentions = [], quote, files = [], html }: Way,
): {
  readonly text: string
  readonly attachments: readonly Fields[]
  readonly entities: readonly Fields[]
} => {
  const named = [
    ...(mention ? [{ id: world.bot.user, name: world.bot.name }] : []),
    ...mentions.map((id) => personOf(world, id)).map(({ user, name }) => ({ id: user, name })),
  ]
  const marks = named.map(({ name }) => `<at>${name}</at>`)
  const spans = named.map(
    ({ name }, at) =>
      `<span itemscope itemtype="http://schema.skype.com/Mention" itemid="${at}">${escaped(name)}</span>`,
  )
  const before =
    quote === undefined ? undefined : world.messages.get(conversation.id)?.find(({ id }) => id === quote)
  if (quote !== undefined && before === undefined) throw new Error(`No message ${quote} to quote`)
  const quotation = before === undefined ? '' : quoted(world, before)
  const traces =
    conversation.kind === 'personal' ? [] : files.map(() => `<attachment id="${randomUUID()}"></attachment>`)
  const own = [...spans, escaped(text).replaceAll('\n', '<br>')].filter((one) => one !== '').join('&nbsp;')
  const content = html ?? `${quotation}<p>${own}</p>${traces.join('')}`
  // The text of a message that quotes begins with what it quotes.
  const quotedText = before === undefined ? '' : `${before.text || (before.summary ?? '')}\r\n`
  return {
    text: `${quotedText}${[...marks, text].filter((one) => one !== '').join(' ')}`,
    attachments: [
      ...(conversation.kind === 'personal' ? files.map(fileFields) : []),
      { contentType: 'text/html', content },
    ],
    entities: named.map((mentioned, at) => ({ type: 'mention', mentioned, text: marks[at] })),
  }
}
