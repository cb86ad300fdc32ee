import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { argv, cwd } from 'node:process'
import { peopleCount, signingSecret, userOf } from './b2-load.ts'
import { workspace } from './b2-slack.ts'
import { startNode } from './b6-process.ts'
import type { Stage } from './stage.ts'

const person = (n: number): string => `  p${n}:
    name: Person ${n}
    organisation: huaxin
    roles: [reporter]
    accounts: [{ platform: slack, team: ${workspace.team}, user: ${userOf(n)} }]
`

/** The Slack stories' organisation with many more people of one customer. */
const organisation = async (): Promise<string> => {
  const text = await readFile(join(cwd(), 'test/support/slack-organisation.yaml'), 'utf8')
  const people = Array.from({ length: peopleCount }, (_, n) => person(n)).join('')
  return text.replace('\npeople:\n', `\npeople:\n${people}`)
}

/** The program as it is deployed, in a process of its own, heard over signed HTTP. */
export const startSlackBot = async ({ databaseUrl, redisPath }: Stage, apiUrl: string) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'accord-bench-'))
  const file = join(dataDir, 'organisation.yaml')
  await writeFile(file, await organisation())
  const running = startNode([join(dirname(argv[1] ?? ''), 'main.js'), '--organisation', file], {
    env: {
      DATABASE_URL: databaseUrl,
      REDIS_URL: redisPath,
      DATA_DIR: dataDir,
      PORT: '0',
      SLACK_PORT: '0',
      SLACK_API_URL: apiUrl,
      SLACK_BOT_TOKEN: workspace.token,
      SLACK_SIGNING_SECRET: signingSecret,
      LOG_LEVEL: 'warn',
    },
  })
  const { match } = await running.said(/over HTTP at (http:\S+)/)
  return {
    url: `${match}/slack/events`,
    stop: async (): Promise<void> => {
      await running.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
