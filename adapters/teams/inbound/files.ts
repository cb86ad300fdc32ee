import { z } from 'zod'
import type { FileRef } from '../../../src/domain/ticket/event.ts'
import { clean } from '../../../src/text/clean.ts'
import { leadsTo } from '../../shared/leads-to.ts'
import { parsed } from '../../shared/press.ts'
import { id, listOf } from './shapes.ts'

/** Where Teams itself keeps files: SharePoint of Microsoft's clouds. A name that only looks like one of these is none (T59). */
const places = ['sharepoint.com', 'sharepoint.us', 'sharepoint-mil.us', 'sharepoint.cn'] as const

const uploaded = 'application/vnd.microsoft.teams.file.download.info'

const word = z.string().max(3000).transform(clean).nullish().catch(undefined)

const attachmentShape = z.object({
  contentType: z.string().max(300),
  contentUrl: word,
  name: word,
  id: id.nullish().catch(undefined),
  content: z.unknown().optional(),
})

const contentShape = z.object({ uniqueId: id.nullish().catch(undefined), fileType: word })

type Attached = z.output<typeof attachmentShape>

const linkOf = ({ contentUrl }: Attached): Pick<FileRef, 'link'> =>
  // Names of folders may stand in it as they are: written so that a link holds them.
  contentUrl && leadsTo(contentUrl, places) ? { link: new URL(contentUrl).href } : {}

/** `image/*` says no more than that it is a picture. */
const pictureOf = (file: Attached, number: number): Omit<FileRef, 'id'> => {
  const kind = /^image\/([a-z0-9]{1,10})$/.exec(file.contentType)?.[1]
  const base = number === 1 ? 'image' : `image-${number}`
  return {
    name: file.name || (kind === undefined ? base : `${base}.${kind}`),
    ...(kind === undefined ? {} : { type: file.contentType }),
    ...linkOf(file),
  }
}

/**
 * The files of a message, by reference: never fetched, so no token is ever sent for one. A link is SharePoint's own page, which
 * decides who may open it; the address that opens a file to whoever has it is not kept. Cards and text are no files.
 */
export const filesOf = (message: string, attachments: unknown): { readonly files?: readonly FileRef[] } => {
  let pictures = 0
  const files = listOf(attachments).flatMap((attachment, at): FileRef[] => {
    const { data } = attachmentShape.safeParse(attachment)
    if (data === undefined) return []
    const { contentType, content } = data
    const fallback = data.id ?? `${message}/${at}`
    if (contentType.startsWith('image/')) {
      pictures += 1
      return [{ id: fallback, ...pictureOf(data, pictures) }]
    }
    if (contentType !== uploaded && contentType !== 'reference') return []
    const read = contentShape.safeParse(typeof content === 'string' ? parsed(content) : content)
    const { uniqueId, fileType } = read.data ?? {}
    const ref = uniqueId ?? fallback
    return [{ id: ref, name: data.name || ref, ...(fileType ? { type: fileType } : {}), ...linkOf(data) }]
  })
  return files.length === 0 ? {} : { files }
}
