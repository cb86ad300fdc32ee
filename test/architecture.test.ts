import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')

const sources = ['src', 'flows', 'adapters'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name)),
)

const textOf = (file: string): string => readFileSync(join(root, file), 'utf8')

/** Static, type-only, side-effect, re-exported and dynamic imports: whatever brings another module in. */
const importsOf = (text: string): readonly string[] =>
  [
    ...text.matchAll(
      /^(?:import|export)\b[^'"]*?\bfrom\s+'([^'\n]+)'|^import\s+'([^'\n]+)'|\bimport\(\s*(?:'([^'\n]+)'|[^'\s])/gm,
    ),
  ].map(([, named, bare, dynamic]) => named ?? bare ?? dynamic ?? 'a computed import')

const targetOf = (file: string, name: string): string =>
  name.startsWith('.') ? normalize(join(dirname(file), name)) : name

const inDomain = ['src/domain/']
const chat = [...inDomain, 'src/chat/', 'src/text/']
const process = ['src/process/']

type Rule = { readonly of: string; readonly may: readonly string[]; readonly npm: readonly string[] }

/** What each part may import; the first rule that fits a file holds. `npm` names packages, `node:` the platform. */
const rules: readonly Rule[] = [
  { of: 'src/domain/', may: inDomain, npm: [] },
  { of: 'src/text/', may: [...inDomain, 'src/text/'], npm: [] },
  { of: 'src/chat/', may: chat, npm: [] },
  { of: 'src/view/', may: [...chat, 'src/view/'], npm: [] },
  { of: 'src/announce/', may: [...chat, 'src/view/', 'src/announce/', 'src/store/change.ts'], npm: [] },
  { of: 'flows/', may: [...chat, 'src/view/', 'flows/'], npm: [] },
  { of: 'adapters/web/client/', may: ['adapters/web/', ...chat], npm: ['preact', '@preact/signals'] },
  { of: 'adapters/web/', may: ['adapters/web/', ...chat], npm: ['node:', 'zod'] },
  // What a set-up needs to know of a platform: its manifest, its scopes, the calls of a check.
  {
    of: 'adapters/slack/setup/',
    may: ['adapters/slack/setup/'],
    npm: ['node:'],
  },
  {
    of: 'adapters/teams/setup/',
    may: ['src/settings/teams-config.ts'],
    npm: [],
  },
  {
    of: 'adapters/slack/',
    may: ['adapters/slack/', 'adapters/shared/', ...chat],
    npm: ['@slack/', 'node:', 'zod', 'lru-cache'],
  },
  // The one file that knows the SDK: its successor replaces it.
  {
    of: 'adapters/teams/wire/sdk.ts',
    may: ['adapters/teams/', 'adapters/shared/', 'src/chat/adapter.ts'],
    npm: ['@microsoft/teams-ai/lib/TeamsAdapter.js', 'botbuilder'],
  },
  {
    of: 'adapters/teams/',
    may: ['adapters/teams/', 'adapters/shared/', ...chat],
    npm: ['node:', 'zod', 'lru-cache'],
  },
  { of: 'adapters/shared/', may: ['adapters/shared/', ...chat], npm: ['node:', 'zod'] },
  { of: 'src/organisation/', may: [...inDomain, 'src/organisation/'], npm: ['yaml'] },
  { of: 'src/store/', may: [...chat, 'src/store/', ...process], npm: ['node:', 'pg', 'zod', 'lru-cache'] },
  {
    of: 'src/queue/',
    may: ['src/queue/', 'src/store/', ...process],
    npm: ['node:', 'bullmq', 'ioredis', 'pg'],
  },
  { of: 'src/process/', may: process, npm: ['node:', 'zod'] },
  {
    of: 'src/work/',
    may: [...chat, 'src/work/', 'src/announce/', 'src/view/', 'src/store/', 'src/queue/', ...process],
    npm: [],
  },
  {
    of: 'src/app/',
    may: [...chat, 'src/view/', 'src/app/', 'src/work/', 'src/store/', ...process],
    npm: ['node:'],
  },
  {
    of: 'src/deliver/',
    may: [...chat, 'src/view/', 'src/app/', 'src/deliver/', 'src/work/', 'src/store/', ...process],
    npm: ['node:'],
  },
  {
    of: 'src/settings/',
    may: [...inDomain, 'src/settings/', 'src/store/token-keys.ts', ...process],
    npm: ['node:', 'zod'],
  },
  {
    of: 'src/cli/',
    may: ['src/', 'adapters/slack/setup/', 'adapters/teams/setup/'],
    npm: ['node:', 'zod', 'fflate'],
  },
  { of: 'src/main', may: ['src/', 'flows/', 'adapters/'], npm: ['node:'] },
]

const fits = (target: string, allowed: readonly string[]): boolean =>
  allowed.some((prefix) => target.startsWith(prefix))

/** Where time, dice and the environment must not be read: they are data there (architecture decision 10). */
const pure = (file: string): boolean =>
  ['src/domain/', 'src/text/', 'src/chat/', 'src/view/', 'src/announce/', 'flows/'].some((prefix) =>
    file.startsWith(prefix),
  ) || /^adapters\/[a-z]+\/(render|inbound|form|limits)(\.ts$|\/)/.test(file)

const impure =
  /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bprocess\.|\bperformance\.now\b|\bcrypto\.|\bsetTimeout\b|\bsetInterval\b|\bconsole\./

describe('the architecture', () => {
  it('finds the sources', () => {
    expect(sources.length).toBeGreaterThan(100)
  })

  it('imports downward only', () => {
    const wrong = sources.flatMap((file) => {
      const rule = rules.find(({ of }) => file.startsWith(of))
      if (rule === undefined) return [`${file}: no rule`]
      return importsOf(textOf(file))
        .map((name) => targetOf(file, name))
        .filter(
          (target) =>
            !fits(
              target,
              target.includes('/') && /^(src|flows|adapters|test)\//.test(target) ? rule.may : rule.npm,
            ),
        )
        .map((target) => `${file} → ${target}`)
    })
    expect(wrong).toEqual([])
  })

  it('reads no clock, dice or environment in the pure zone', () => {
    expect(sources.filter((file) => pure(file) && impure.test(textOf(file)))).toEqual([])
  })

  it('has no circles, not even of types', () => {
    const edges = new Map(
      sources.map((file) => [file, importsOf(textOf(file)).map((name) => targetOf(file, name))] as const),
    )
    const done = new Set<string>()
    const cycles: string[] = []
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(' → '))
      if (path.includes(file) || done.has(file)) return
      for (const next of edges.get(file) ?? []) visit(next, [...path, file])
      done.add(file)
    }
    for (const file of edges.keys()) visit(file, [])
    expect(cycles).toEqual([])
  })

  it('keeps files small: none over 200 lines, the median at most 60', () => {
    const lengths = sources.map((file) => ({ file, lines: textOf(file).split('\n').length - 1 }))
    expect(lengths.filter(({ lines }) => lines > 200)).toEqual([])
    const sorted = lengths.map(({ lines }) => lines).sort((one, other) => one - other)
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(60)
  })

  it('has no barrels, default exports, enums or classes of our own', () => {
    const wrong = sources.filter((file) => {
      const text = textOf(file)
      return /^export default\b|^export \* from|^(?:export )?(?:const )?enum\b|^(?:export )?class\b/m.test(
        text,
      )
    })
    expect(wrong).toEqual([])
  })

  it('names nothing of the machine it was written on', () => {
    const wrong = sources.filter((file) => /(?<![\w.])\/(?:root|home|work)\//.test(textOf(file)))
    expect(wrong.map((file) => relative(root, join(root, file)))).toEqual([])
  })

  describe('as its page tells it', () => {
    const page = textOf('ARCHITECTURE.md')
    const rows = page.split('\n').filter((line) => line.startsWith('| `'))

    it('names only what is there', () => {
      const named = [...page.matchAll(/`((?:src|flows|adapters|test)(?:\/[\w.-]+)*)`/g)].map(
        ([, path]) => path ?? '',
      )
      expect(named.length).toBeGreaterThan(40)
      expect(
        named.filter((path) => !existsSync(join(root, path)) && !existsSync(join(root, `${path}.ts`))),
      ).toEqual([])
    })

    it('names every part', () => {
      const parts = ['src', 'adapters'].flatMap((folder) =>
        readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) =>
          entry.isDirectory() ? [`${folder}/${entry.name}`] : [],
        ),
      )
      const missing = [...parts, 'flows'].filter(
        (part) => !rows.some((row) => row.startsWith(`| \`${part}\` |`)),
      )
      expect(missing).toEqual([])
    })

    it('leads through functions that are there', () => {
      const steps = rows.flatMap((row) => [...row.matchAll(/^\| `([\w./-]+\.ts)` \| `(\w+)` \|/g)])
      expect(steps.length).toBeGreaterThan(20)
      const lost = steps.filter(
        ([, file = '', name = '']) => !new RegExp(`^export const ${name}\\b`, 'm').test(textOf(file)),
      )
      expect(lost.map(([row]) => row)).toEqual([])
    })
  })
})
