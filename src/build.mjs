import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { argv, pid } from 'node:process'
import { fileURLToPath } from 'node:url'
import { build as bundle } from 'esbuild'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const client = join(root, 'adapters/web/client')
const shared = { absWorkingDir: root, bundle: true, format: 'esm', logLevel: 'warning', write: false }

/** Puts a file there whole: a program that starts while this builds reads the old one or the new one. */
const put = async (path, contents) => {
  const before = await readFile(path).catch(() => undefined)
  if (before?.equals(contents)) return
  await writeFile(`${path}.${pid}`, contents)
  await rename(`${path}.${pid}`, path)
}

/** The page of the web chat: one script, one style sheet, one document. */
const buildPage = async (folder) => {
  const { outputFiles } = await bundle({
    ...shared,
    entryPoints: { app: join(client, 'main.tsx'), page: join(client, 'styles/page.css') },
    outdir: folder,
    target: 'es2022',
    minify: true,
  })
  for (const { path, contents } of outputFiles) await put(path, contents)
  await put(join(folder, 'index.html'), await readFile(join(client, 'index.html')))
}

/** Built together always: what they share has the same file whichever of them is run, also while another one runs. */
const programs = ['main', 'cli/doctor', 'cli/audit', 'cli/write-slack-manifest', 'cli/write-teams-manifest']

/** What Node runs: the programs, and the benchmarks when they are asked for. Packages stay outside. */
const buildProgram = async (folder, bench) => {
  const { outputFiles } = await bundle({
    ...shared,
    entryPoints: [
      ...programs.map((program) => ({ in: join(root, `src/${program}.ts`), out: basename(program) })),
      ...(bench ? [{ in: join(root, 'test/bench/index.ts'), out: 'bench' }] : []),
    ],
    outdir: folder,
    platform: 'node',
    target: 'node20',
    packages: 'external',
    splitting: true,
    sourcemap: true,
    chunkNames: 'part-[hash]',
  })
  const isPart = ({ path }) => basename(path).startsWith('part-')
  // A program comes after the parts it names.
  for (const { path, contents } of [
    ...outputFiles.filter(isPart),
    ...outputFiles.filter((one) => !isPart(one)),
  ])
    await put(path, contents)
  return outputFiles.map(({ path }) => path)
}

/** Removes the program's parts of an earlier build; every other file has a fixed name and was just written again. */
const sweep = async (folder, made) => {
  const kept = new Set(made)
  for (const name of await readdir(folder))
    if (/^part-.*\.js(\.map)?$/.test(name) && !kept.has(join(folder, name)))
      await rm(join(folder, name), { force: true })
}

/**
 * Builds from the sources as they are now, in well under a second. `what`: the `page` alone, or `bench` for the benchmarks
 * beside the program.
 */
export const build = async ({ folder = join(root, 'dist'), what } = {}) => {
  const page = join(folder, 'web')
  await mkdir(page, { recursive: true })
  const [made] = await Promise.all([
    what === 'page' ? [] : buildProgram(folder, what === 'bench'),
    buildPage(page),
  ])
  if (what !== 'page') await sweep(folder, made)
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, what] = argv.slice(2)
  await build({ folder: folder && resolve(folder), what })
}
