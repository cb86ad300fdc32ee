import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { argv, exit, stderr, stdout } from 'node:process'
import { parseArgs } from 'node:util'
import { exampleUrl, manifestText, slackManifest } from '../../adapters/slack/setup/manifest.ts'

const usage = `Usage: npm run manifest:slack -- [options]

Without options, writes manifest/slack.json (Socket Mode) and manifest/slack.http.json (HTTP, at an example address).
With one, prints the manifest to create the app from:

  --url URL   for HTTP, at the public https address of this bot
  --latin     without the commands in Chinese characters, should your workspace not take them
`

const options = { url: { type: 'string' }, latin: { type: 'boolean' }, help: { type: 'boolean' } } as const

/** Ends with what is wrong and how it is done. */
const giveUp = (problem: string): never => {
  stderr.write(`${problem}\n\n${usage}`)
  return exit(1)
}

const readOptions = () => {
  try {
    return parseArgs({ args: argv.slice(2), options }).values
  } catch (error) {
    return giveUp(error instanceof Error ? error.message : String(error))
  }
}

const { url, latin = false, help } = readOptions()
if (help) stdout.write(usage)
else if (url !== undefined && !(URL.canParse(url) && url.startsWith('https://')))
  giveUp('--url is the public address of the bot, and begins with https://.')
else if (url !== undefined || latin)
  stdout.write(manifestText(slackManifest({ latin, ...(url === undefined ? {} : { url }) })))
else
  for (const [name, text] of [
    ['slack.json', manifestText(slackManifest())],
    ['slack.http.json', manifestText(slackManifest({ url: exampleUrl }))],
  ] as const) {
    await writeFile(join('manifest', name), text)
    stdout.write(`manifest/${name} written\n`)
  }
