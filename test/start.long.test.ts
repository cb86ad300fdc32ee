import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { startProgram } from './support/program.ts'

describe('a start that fails', () => {
  it('says what is wrong in a sentence, without the places in the program where it came up', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const { port } = other.address() as AddressInfo
    const said = await startProgram([], { PORT: String(port) }).catch(String)
    await new Promise((resolve) => other.close(resolve))
    expect(said).toMatch(new RegExp(`Accord did not start:\\n {2}.*${port} .*Choose another with PORT`))
    expect(said).not.toMatch(/^\s+at |\.[jt]s:\d/m)
  })
})
