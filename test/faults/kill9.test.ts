import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { accountNamed } from '../../src/process/account.ts'
import { rootHome } from '../../src/store/embedded-home.ts'
import { installBot, processesIn } from '../process/installed-bot.ts'

const isRoot = process.getuid?.() === 0
const other = isRoot ? await accountNamed('nobody') : undefined
const users: readonly { readonly name: string; readonly uid?: number; readonly skip: boolean }[] = [
  { name: 'root under a 0700 home', skip: !isRoot },
  { name: 'an ordinary user', skip: false, ...(other && { uid: other.uid }) },
]

describe.each(users)('the private servers of $name', ({ uid, skip }) => {
  if (skip || process.platform !== 'linux') return it.skip('need root, and Linux to look at processes')
  let bot: Awaited<ReturnType<typeof installBot>>
  const homes = new Set<string>()

  const children = () => processesIn([bot.dataDir, ...homes])
  const start = async () => {
    const { process: started, running } = bot.start()
    const { home, starts } = await running
    homes.add(home)
    const end = async (signal: NodeJS.Signals) => {
      started.kill(signal)
      await once(started, 'exit')
    }
    return { home, starts, end }
  }

  beforeAll(async () => {
    bot = await installBot(uid)
  })
  afterAll(async () => {
    for (const home of homes) if (home.startsWith(rootHome)) await rm(home, { recursive: true })
    await bot.remove()
  })

  it('start again after a kill -9 at whatever moment of the first starts it came', async () => {
    for (const moment of [50, 150, 300, 450, 600, 800]) {
      const { process: interrupted, running } = bot.start()
      running.then(
        ({ home }) => homes.add(home),
        () => {},
      )
      await sleep(moment)
      interrupted.kill('SIGKILL')
      await once(interrupted, 'exit')
    }
    await (await start()).end('SIGTERM')
    expect(await children()).toEqual([])
  })

  it('die with the bot when it is killed by kill -9, and the next start reuses the data', async () => {
    const first = await start()
    expect(first.home.startsWith(rootHome)).toBe(isRoot && uid === undefined)
    expect((await children()).length).toBeGreaterThan(2)
    await first.end('SIGKILL')
    await vi.waitFor(async () => expect(await children()).toEqual([]), { timeout: 30_000, interval: 20 })
    const second = await start()
    expect(second.starts).toBe(first.starts + 1)
    await second.end('SIGKILL')
    const atOnce = await start()
    expect(atOnce.starts).toBe(first.starts + 2)
    await atOnce.end('SIGTERM')
    expect(await children()).toEqual([])
  })
})
