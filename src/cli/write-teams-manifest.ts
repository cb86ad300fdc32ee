import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { argv, cwd, env, exit, stderr, stdout } from 'node:process'
import { parseArgs } from 'node:util'
import { zipSync } from 'fflate'
import { fillManifest, ownerProblems, packageFiles } from '../../adapters/teams/setup/manifest.ts'
import { environment } from '../settings/config.ts'
import { settings } from '../settings/settings.ts'

const usage = `Usage: npm run manifest:teams -- [options]

Writes dist/accord-teams.zip, the app package to upload to Teams, for the bot TEAMS_APP_ID of the environment or .env.
What people read in the app's details stays an example unless you say it:

  --developer NAME  who runs the bot, at most 32 characters
  --website URL     where they are found
  --privacy URL     their privacy statement
  --terms URL       their terms of use
  --version X.Y.Z   higher than the package uploaded before; 1.0.0 unless you say it
`

const text = { type: 'string' } as const
const options = {
  ...{ developer: text, website: text, privacy: text, terms: text, version: text },
  help: { type: 'boolean' },
} as const

/** Ends with what is wrong and how it is done. */
const giveUp = (...problems: readonly string[]): never => {
  stderr.write(`${problems.join('\n')}\n\n${usage}`)
  return exit(1)
}

const readOptions = () => {
  try {
    return parseArgs({ args: argv.slice(2), options }).values
  } catch (error) {
    return giveUp(error instanceof Error ? error.message : String(error))
  }
}

const readAppId = (): string => {
  const { schema, write } = settings.TEAMS_APP_ID
  const { data } = schema.safeParse(environment(cwd(), env).TEAMS_APP_ID?.trim() ?? '')
  return data ?? giveUp(`TEAMS_APP_ID has to be set, in .env or in the environment. ${write}`)
}

/** Everything of the package at its root. The same input gives the same file, whenever it is written. */
const zipped = async (appId: string, owner: ReturnType<typeof readOptions>): Promise<Uint8Array> => {
  const files = await Promise.all(
    packageFiles.map(async (name) => {
      const file = await readFile(join('manifest/teams', name))
      const bytes = name === 'manifest.json' ? Buffer.from(fillManifest(`${file}`, appId, owner)) : file
      return [name, new Uint8Array(bytes)] as const
    }),
  )
  return zipSync(Object.fromEntries(files), { level: 9, mtime: new Date(2026, 0) })
}

const { help, ...owner } = readOptions()
const problems = ownerProblems(owner)
if (help) stdout.write(usage)
else if (problems.length > 0) giveUp(...problems)
else {
  const target = join('dist', 'accord-teams.zip')
  const bytes = await zipped(readAppId(), owner)
  await mkdir('dist', { recursive: true })
  await writeFile(target, bytes)
  const unsaid = (['developer', 'website', 'privacy', 'terms'] as const).filter((name) => !owner[name])
  stdout.write(`${target} written. Upload it in Teams: Apps, Manage your apps, Upload an app.\n`)
  if (unsaid.length > 0)
    stdout.write(
      `Still an example in it: ${unsaid.join(', ')}. Say yours with --${unsaid.join(' …, --')} … before others see it.\n`,
    )
}
