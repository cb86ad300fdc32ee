import type { Directory } from '../../domain/people/directory.ts'
import { emptyDirectory } from '../../domain/people/evolve-directory.ts'
import type { Directories } from '../../store/directories.ts'

/** What is kept by an id that only its own supplier gave. */
const own = ['customers', 'people', 'rooms', 'proposals'] as const
/** What is kept by something that is one in the whole world. */
const common = ['suppliers', 'moves', 'closed'] as const

/**
 * The people, rooms and conversations of all suppliers, to be looked up in the chats: for the operator’s eyes, who see all of
 * them. Keys are no ids here.
 */
export const everyDirectory = async (directories: Directories): Promise<Directory> => {
  const merged = Object.fromEntries([...own, ...common].map((section) => [section, {}]))
  for (const { supplier } of await directories.tenants()) {
    const { directory } = await directories.of(supplier)
    for (const section of common) Object.assign(merged[section] ?? {}, directory[section])
    for (const section of own)
      for (const [id, kept] of Object.entries(directory[section]))
        Object.assign(merged[section] ?? {}, { [JSON.stringify([supplier, id])]: kept })
  }
  return { ...emptyDirectory, ...merged }
}
