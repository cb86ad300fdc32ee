import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { lchown, lstat, readdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** An account of the operating system that a private child runs as. */
export type Account = { readonly name: string; readonly uid: number; readonly gid: number }

/** The account of that name or number, where the machine has one. */
export const accountNamed = async (name: string): Promise<Account | undefined> => {
  try {
    const [uid, gid] = await Promise.all(['-u', '-g'].map((what) => run('id', [what, name])))
    return { name, uid: Number(uid?.stdout), gid: Number(gid?.stdout) }
  } catch {
    return undefined
  }
}

/** Numbers that no system hands out: between those of people and those of services made for the moment. */
const firstOwn = 60_578
const ownNumbers = 606

const mayBecome = ({ uid, gid }: Account): Promise<boolean> =>
  run('true', [], { uid, gid }).then(
    () => true,
    () => false,
  )

const ownerOf = (path: string): Promise<number | undefined> =>
  lstat(path).then(
    ({ uid }) => uid,
    () => undefined,
  )

/** A number of the home's own, the same at each start: nobody's account, and no other home's. */
const numberFor = async (home: string): Promise<Account | undefined> => {
  const beside = (await readdir(dirname(home)).catch(() => [])).filter((name) => name !== basename(home))
  const taken = new Set(await Promise.all(beside.map((name) => ownerOf(join(dirname(home), name)))))
  const begin = createHash('sha256').update(home).digest().readUInt32BE() % ownNumbers
  for (let turn = 0; turn < ownNumbers; turn += 1) {
    const uid = firstOwn + ((begin + turn) % ownNumbers)
    const account = { name: `number ${uid}`, uid, gid: uid }
    if (taken.has(uid) || (await accountNamed(String(uid)))) continue
    return (await mayBecome(account)) ? account : undefined
  }
  return undefined
}

/** Who a private child runs as, and who makes its files for it: some programs ask the system for the name of whom they run as. */
export type Accounts = { readonly runs: Account; readonly makes: Account }

/**
 * Who PostgreSQL must run as in `home` because it refuses to run as root: `accord` where the machine has such an account, else
 * a number that belongs to this home alone, so that no other program may talk to it or read its files. No account is ever
 * made. Only where the system lets nobody become such a number it is `nobody`, like many a service. Nothing when we are an
 * ordinary user ourselves.
 */
export const unprivilegedAccounts = async (home: string): Promise<Accounts | undefined> => {
  if (process.getuid?.() !== 0) return undefined
  const accord = await accountNamed('accord')
  if (accord) return { runs: accord, makes: accord }
  const nobody = await accountNamed('nobody')
  if (!nobody)
    throw new Error(
      'Running as root, and there is neither an account `accord` nor `nobody` for PostgreSQL to run as.',
    )
  return { runs: (await numberFor(home)) ?? nobody, makes: nobody }
}

/**
 * Gives a folder and what is in it from whoever owns it to an account, itself last, so that what was cut short is done again.
 * What belongs to somebody else in it, stays theirs.
 */
export const handOver = async (folder: string, { uid, gid }: Account): Promise<void> => {
  const owner = await ownerOf(folder)
  if (owner === undefined || owner === uid) return
  for (const entry of await readdir(folder, { recursive: true })) {
    const path = join(folder, entry)
    if ((await ownerOf(path)) === owner) await lchown(path, uid, gid)
  }
  await lchown(folder, uid, gid)
}
