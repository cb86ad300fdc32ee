import { chown, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Accounts, handOver } from '../process/account.ts'
import { runGuarded } from '../process/guarded.ts'
import { makeDirectory } from '../process/make-directory.ts'
import type { Binaries } from './embedded-binaries.ts'

/** The one role of an embedded PostgreSQL, and the name of its database. */
export const accord = 'accord'

/**
 * Creates the cluster in `data` once. It is built under a temporary name and renamed when whole, so that a killed
 * start never leaves half a cluster. Its text sorts and folds the same on every machine.
 */
export const ensureCluster = async (
  binaries: Binaries,
  data: string,
  sync: boolean,
  accounts?: Accounts,
): Promise<void> => {
  const home = dirname(data)
  await makeDirectory(home)
  const ownedBy = async (who: keyof Accounts): Promise<void> => {
    if (accounts) await chown(home, accounts[who].uid, accounts[who].gid)
  }
  await ownedBy('runs')
  for (const name of await readdir(home))
    if (name.startsWith('postgres.new')) await rm(join(home, name), { recursive: true, force: true })
  if (await stat(data).catch(() => undefined)) {
    // One that another account ran before is taken over, once nobody but the new one can enter the folder it lies in.
    if (accounts) await handOver(data, accounts.runs)
    return
  }
  const building = join(home, 'postgres.new')
  await ownedBy('makes')
  await runGuarded({
    command: binaries.initdb,
    args: [
      `--pgdata=${building}`,
      `--username=${accord}`,
      '--auth=trust', // the socket's directory is what keeps others out
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
      ...(sync ? [] : ['--no-sync']),
    ],
    cwd: home,
    whenOrphaned: 'KILL',
    ...(accounts && { account: accounts.makes }),
  })
  await ownedBy('runs')
  if (accounts) await handOver(building, accounts.runs)
  await rename(building, data)
}
