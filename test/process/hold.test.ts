import { spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { explainNotHeld, type Held, type Hold, holdDirectory, type Unusable } from '../../src/process/hold.ts'
import { processBirth } from '../../src/process/identity.ts'
import { makeDirectory } from '../../src/process/make-directory.ts'

const isHold = (answer: Hold | Held | Unusable): answer is Hold => 'release' in answer

describe('a data directory', () => {
  let dataDir: string
  const take = async (): Promise<Hold> => {
    const answer = await holdDirectory(dataDir)
    if (!isHold(answer)) throw new Error(explainNotHeld(answer))
    return answer
  }
  const leave = async (by: object) => {
    await writeFile(join(dataDir, 'held-by.7.json'), JSON.stringify({ since: '2026-01-01T00:00:00Z', ...by }))
  }

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'accord-hold-'))
  })
  afterEach(() => rm(dataDir, { recursive: true }))

  it('T76 is held by one process: a second is told its pid, since when, and the address', async () => {
    const hold = await take()
    await hold.note('http://127.0.0.1:3978')
    const second = await holdDirectory(dataDir)
    if (isHold(second) || second.kind !== 'held') throw new Error('two hold it')
    expect(second.by.pid).toBe(process.pid)
    expect(explainNotHeld(second)).toMatch(
      new RegExp(`${dataDir} is in use by process ${process.pid} since 20.*Z \\(http://127.0.0.1:3978\\)`),
    )
  })

  it('that is none is told apart, in a sentence', async () => {
    dataDir = join(dataDir, 'file')
    await writeFile(dataDir, '')
    const answer = await holdDirectory(dataDir)
    if (isHold(answer)) throw new Error('a file is held')
    expect(explainNotHeld(answer)).toMatch(
      new RegExp(`^${dataDir} cannot be used \\(EEXIST.*\\)\\. Set DATA_DIR to a directory`),
    )
    dataDir = dirname(dataDir)
  })

  it.skipIf(process.platform !== 'linux')(
    'where nothing can be made it is said at once, not tried for ever',
    async () => {
      const answer = await holdDirectory('/proc/accord/data')
      if (isHold(answer)) throw new Error('it is held')
      expect(explainNotHeld(answer)).toMatch(/^\/proc\/accord\/data cannot be used \(ENOENT/)
    },
  )

  it('is made with all that is above it, by several processes at once', async () => {
    const deep = join(dataDir, 'a', 'b', 'c')
    const all = await Promise.all([makeDirectory(deep), makeDirectory(deep), makeDirectory(join(deep, 'd'))])
    expect(all).toHaveLength(3)
    expect(await readdir(deep)).toEqual(['d'])
  })

  it('is free again after release', async () => {
    await (await take()).release()
    await take()
  })

  it('is taken over from a process that is gone', async () => {
    const gone = spawn(process.execPath, ['--version'], { stdio: 'ignore' })
    await new Promise((resolve) => gone.once('exit', resolve))
    await leave({ pid: gone.pid })
    await take()
    expect((await readdir(dataDir)).filter((name) => name.includes('held-by'))).toEqual(['held-by.8.json'])
  })

  it('is taken over when the pid belongs to another process by now, and not while it is the same', async () => {
    await leave({ pid: process.pid, birth: 'an earlier boot:1' })
    await (await take()).release()
    await rm(join(dataDir, 'held-by.8.json'))
    await leave({ pid: process.pid, birth: await processBirth(process.pid) })
    await expect(take()).rejects.toThrow('is in use by process')
  })

  it('is taken over when the note was damaged', async () => {
    await writeFile(join(dataDir, 'held-by.3.json'), '')
    await take()
    expect(await readFile(join(dataDir, 'held-by.4.json'), 'utf8')).toContain(`"pid":${process.pid}`)
  })

  it('has one winner when many take it over at once', async () => {
    await leave({ pid: 999_999_999 })
    const answers = await Promise.all(Array.from({ length: 8 }, () => holdDirectory(dataDir)))
    expect(answers.filter(isHold)).toHaveLength(1)
  })
})
