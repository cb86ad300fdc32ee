import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

type Package = {
  readonly optionalDependencies?: { readonly [name: string]: string }
  readonly resolved?: string
}
type Lock = { readonly packages: { readonly [path: string]: Package } }

const lock: Lock = JSON.parse(readFileSync(join(import.meta.dirname, '../package-lock.json'), 'utf8'))

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

  it('names no registry', () => {
    expect(Object.values(lock.packages).filter(({ resolved }) => resolved !== undefined)).toEqual([])
  })
})
