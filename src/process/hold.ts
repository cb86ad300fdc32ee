import { randomUUID } from 'node:crypto'
import { link, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { processBirth } from './identity.ts'
import { makeDirectory } from './make-directory.ts'

const holder = z.object({
  pid: z.number(),
  /** Tells a later process with the same pid apart. */
  birth: z.string().exactOptional(),
  since: z.string(),
  address: z.string().exactOptional(),
  released: z.boolean().exactOptional(),
})

/** Who holds a data directory. */
export type Holder = z.infer<typeof holder>

/** The data directory is in use by another running process. */
export type Held = { readonly kind: 'held'; readonly dataDir: string; readonly by: Holder }

/** Nothing can be kept in the data directory: it is a file, may not be written to, or its disk is full. */
export type Unusable = { readonly kind: 'unusable'; readonly dataDir: string; readonly why: string }

/** A data directory held by this process. */
export type Hold = {
  /** Tells who asks where this process can be reached. */
  readonly note: (address: string) => Promise<void>
  readonly release: () => Promise<void>
}

/** The one sentence for who wanted the directory and cannot have it. */
export const explainNotHeld = (no: Held | Unusable): string => {
  const { dataDir } = no
  if (no.kind === 'unusable')
    return `${dataDir} cannot be used (${no.why}). Set DATA_DIR to a directory this process may write to.`
  const { pid, since, address } = no.by
  return (
    `${dataDir} is in use by process ${pid} since ${since}${address ? ` (${address})` : ''}. ` +
    'Stop that one first, or give this one a DATA_DIR of its own.'
  )
}

const prefix = 'held-by.'
const numberOf = (file: string): number => Number(file.slice(prefix.length).replace('.json', ''))

const numbers = async (dataDir: string): Promise<readonly number[]> =>
  (await readdir(dataDir))
    .filter((file) => file.startsWith(prefix) && file.endsWith('.json'))
    .map(numberOf)
    .sort((one, other) => other - one)

const read = async (file: string): Promise<Holder | undefined> => {
  try {
    return holder.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch {
    return undefined // removed since, or damaged by a power loss: nobody holds it
  }
}

const holds = async ({ pid, birth, released }: Holder): Promise<boolean> => {
  const now = released ? undefined : await processBirth(pid)
  return now !== undefined && (birth === undefined || birth === now)
}

/** Takes a data directory for this process alone, or says who holds it or why nobody can. */
export const holdDirectory = (dataDir: string): Promise<Hold | Held | Unusable> =>
  take(dataDir).catch((error: NodeJS.ErrnoException) => {
    if (error.syscall === undefined) throw error
    return { kind: 'unusable', dataDir, why: error.message }
  })

/**
 * Each holder leaves a file with the next higher number, made by an exclusive `link`, and holds only while no higher one
 * exists: so of two processes that take over from a dead holder at the same moment one wins, without any file ever being
 * taken away from a live one.
 */
const take = async (dataDir: string): Promise<Hold | Held> => {
  await makeDirectory(dataDir)
  const path = (number: number): string => join(dataDir, `${prefix}${number}.json`)
  const birth = await processBirth(process.pid)
  const me: Holder = { pid: process.pid, since: new Date().toISOString(), ...(birth && { birth }) }
  const draft = join(dataDir, `.${prefix}${randomUUID()}`)

  for (;;) {
    const [latest = 0] = await numbers(dataDir)
    const present = latest ? await read(path(latest)) : undefined
    if (present && (await holds(present))) return { kind: 'held', dataDir, by: present }

    const mine = latest + 1
    await writeFile(draft, JSON.stringify(me))
    const taken = await link(draft, path(mine)).then(
      () => true,
      () => false,
    )
    await rm(draft)
    const after = await numbers(dataDir)
    if (!taken || after[0] !== mine) {
      if (taken) await rm(path(mine))
      continue
    }
    for (const older of after.slice(1)) await rm(path(older), { force: true })

    const rewrite = async (change: Partial<Holder>): Promise<void> => {
      await writeFile(draft, JSON.stringify({ ...me, ...change }))
      await rename(draft, path(mine))
    }
    return { note: (address) => rewrite({ address }), release: () => rewrite({ released: true }) }
  }
}
