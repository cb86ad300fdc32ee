import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ChatLog } from '../../src/chat/chat-log.ts'
import { clean } from '../../src/text/clean.ts'
import { isPicture, typeOf } from './file-type.ts'
import { type Answer, no, readBytes, securityHeaders, send } from './http.ts'
import { limits } from './limits.ts'
import { requests } from './request.ts'
import { conversationsOf, type WebDirectory } from './who.ts'

const notThere = no(404, 'not_found', 'There is no such file for you.')
const fileId = /^\/files\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** The name as it may stand in a header: none of its characters can end it. */
const disposition = (name: string, isShown: boolean): string =>
  `${isShown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16)}`)}`

/** A name without a path, with nothing that hides its end. */
const nameOf = (given: string): string =>
  clean(given)
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .split(/[/\\]/)
    .at(-1)
    ?.trim()
    .replace(/^.*$/su, shortened) || 'file'

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** A long name loses whole characters of its middle and keeps its ending, which says what opens it. */
const shortened = (name: string): string => {
  const room = limits.fileName - (ending(name)?.length ?? 0)
  if (name.length <= limits.fileName) return name
  const fits = [...characters.segment(name)].findLast(({ index, segment }) => index + segment.length <= room)
  return `${fits === undefined ? '' : name.slice(0, fits.index + fits.segment.length)}${ending(name) ?? ''}`
}

const ending = (name: string): string | undefined => /\.[\p{L}\p{N}]{1,10}$/u.exec(name)?.[0]

/**
 * The files people send: the web chat is their platform and keeps them, under a name nobody can guess, for those who may see their
 * conversation. What they are is read from their bytes; a browser runs nothing that is in them.
 */
export const createFiles = (log: ChatLog, directory: WebDirectory, clock: () => number) => {
  const isIn = async (person: string, conversation: string): Promise<boolean> =>
    (await directory.knows(person)) && (await conversationsOf(directory, person)).includes(conversation)

  const upload = async (query: unknown, request: IncomingMessage): Promise<Answer> => {
    const parsed = requests.upload.safeParse(query)
    if (!parsed.success) return no(400, 'misread', 'The request does not say what it should.')
    const { as, conversation, name } = parsed.data
    if (!(await isIn(as, conversation))) return notThere
    const read = await readBytes(request, limits.file)
    if ('no' in read) return no(413, 'file_too_large', `A file has at most ${limits.file / 1e6} MB.`)
    if (read.bytes.length === 0) return no(422, 'file_empty', 'There is nothing in this file.')
    const { bytes } = read
    const kept = await log.files.keep({
      conversation,
      person: as,
      name: nameOf(name),
      type: typeOf(bytes),
      at: clock(),
      bytes,
    })
    return kept ? { body: { file: kept } } : no(429, 'too_many_files', 'Send what you have added first.')
  }

  /** Answers when a file is asked for; false: it is something else. */
  const download = async (
    path: string,
    as: string | undefined,
    response: ServerResponse,
  ): Promise<boolean> => {
    if (!path.startsWith('/files/')) return false
    const id = fileId.exec(path)?.[1]
    const file = id === undefined ? undefined : await log.files.read(id)
    // What is not sent yet is its person's alone.
    const maySee =
      file !== undefined &&
      as !== undefined &&
      (file.isSent || file.person === as) &&
      (await isIn(as, file.conversation))
    if (!maySee) {
      send(response, notThere)
      return true
    }
    response.writeHead(200, {
      ...securityHeaders,
      'content-security-policy': "default-src 'none'; sandbox",
      'content-type': file.type,
      'content-length': file.bytes.length,
      'content-disposition': disposition(file.name, isPicture(file.type)),
      'cache-control': 'private, max-age=3600',
    })
    response.end(file.bytes)
    return true
  }
  return { upload, download }
}
