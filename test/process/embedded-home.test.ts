import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { embeddedHome, rootHome } from '../../src/store/embedded-home.ts'

describe('the home of a private PostgreSQL', () => {
  let root: string
  let data: string
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'accord-home-'))
    data = join(root, 'data')
    await mkdir(data)
  })
  afterEach(() => rm(root, { recursive: true }))

  it('is the data directory itself, where its account can enter it', async () => {
    expect(await embeddedHome(data, false)).toMatch(/data$/)
  })

  it('stays the same as root, and another one once the data directory was deleted', async () => {
    const first = await embeddedHome(data, true)
    expect(dirname(first)).toBe(rootHome)
    expect(await embeddedHome(data, true)).toBe(first)
    await rm(data, { recursive: true })
    await mkdir(data)
    expect(await embeddedHome(data, true)).not.toBe(first)
  })
})
