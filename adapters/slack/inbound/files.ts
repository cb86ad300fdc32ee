import { z } from 'zod'
import { clean } from '../../../src/text/clean.ts'
import type { SlackFile } from './heard.ts'
import { id } from './shapes.ts'

/** Slack takes no more files in one message than 10; a shared one may carry more. */
const maxFiles = 100

const word = z.string().max(3000).transform(clean).nullish().catch(undefined)

const fileShape = z.object({
  id,
  name: word,
  title: word,
  mimetype: word,
  size: z.number().nonnegative().nullish().catch(undefined),
  mode: word,
  permalink: word,
  url_private: word,
  is_external: z.boolean().nullish().catch(undefined),
  file_access: word,
})

/** The files of a message. Odd entries are left out; a file without a word about itself is still named by its id. */
export const filesOf = (files: unknown): readonly SlackFile[] =>
  (Array.isArray(files) ? files.slice(0, maxFiles) : []).flatMap((entry) => {
    const read = fileShape.safeParse(entry)
    return read.success ? [fileOf(read.data)] : []
  })

/** The same files, none added and none taken away: previews that Slack adds later do not count. */
export const sameFiles = (one: unknown, other: unknown): boolean => fingerprint(one) === fingerprint(other)

/** A file that was deleted stays in its message as a tombstone. */
const fingerprint = (files: unknown): string =>
  filesOf(files)
    .map(({ id: name, mode }) => (mode === 'tombstone' ? `${name} deleted` : name))
    .join()

const fileOf = (file: z.output<typeof fileShape>): SlackFile => {
  const name = file.name || file.title
  return {
    id: file.id,
    ...(name ? { name } : {}),
    ...(file.mimetype ? { mimetype: file.mimetype } : {}),
    ...(typeof file.size === 'number' ? { size: file.size } : {}),
    ...(file.mode ? { mode: file.mode } : {}),
    ...(file.permalink ? { permalink: file.permalink } : {}),
    ...(file.url_private ? { urlPrivate: file.url_private } : {}),
    external: file.is_external === true || file.mode === 'external',
    check: file.file_access === 'check_file_info',
  }
}
