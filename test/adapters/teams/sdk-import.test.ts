import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../../..')

/** The packages that a fresh process has loaded once it imported a module of ours. */
const loadedBy = async (module: string): Promise<readonly string[]> => {
  const { outputFiles } = await build({
    entryPoints: [join(root, module)],
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    write: false,
  })
  const list = `
    import { createRequire } from 'node:module'
    const names = Object.keys(createRequire(${JSON.stringify(join(root, 'package.json'))}).cache)
      .map((path) => path.match(/.*node_modules\\/((?:@[^/]+\\/)?[^/]+)/)?.[1])
    console.log(JSON.stringify([...new Set(names)]))`
  const out = execFileSync(process.execPath, ['--input-type=module'], {
    cwd: root,
    input: `${outputFiles[0]?.text}\n${list}`,
  })
  return JSON.parse(String(out))
}

describe('importing the SDK', () => {
  it('loads nothing of its artificial intelligence', async () => {
    const packages = await loadedBy('adapters/teams/wire/sdk.ts')
    expect(packages).toEqual(expect.arrayContaining(['@microsoft/teams-ai', 'botframework-connector']))
    expect(packages.filter((name) => /openai|tokenizer/.test(name))).toEqual([])
  })

  it('is the matter of one file: what stands around it loads none of it', async () => {
    const packages = await loadedBy('adapters/teams/wire/http.ts')
    expect(packages.filter((name) => /^(@microsoft|bot|@azure)/.test(name))).toEqual([])
  })
})
