import { join } from 'node:path'
import { cwd } from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { type Home, makeHome } from './b6-home.ts'
import { type Memory, startNode } from './b6-process.ts'
import { firstReply } from './b6-reply.ts'
import { type BenchRow, benchRow, median } from './row.ts'

const openItems = 100_000
const rounds = [1, 2, 3]
/** How long a process is left alone before its memory is read. */
const rest = 2_000

/** Milliseconds from the spawn to the first answer, and the memory at rest. */
type Figures = Memory & { readonly start: number }

/** The least a bot could be: a server that loaded the two drivers. Bolt and Express are no packages of this project. */
const bare = `
import 'pg'
import 'bullmq'
import { createServer } from 'node:http'
const server = createServer((_, response) => response.end('{}'))
server.listen(0, '127.0.0.1', () => console.log('open http://127.0.0.1:' + server.address().port + '/'))`

const measureBare = async (): Promise<Figures> => {
  const running = startNode(['--input-type=module', '--eval', bare])
  try {
    const { match } = await running.said(/open (http:\S+)/)
    await (await fetch(match)).text()
    const start = running.sinceSpawn()
    await pause(rest)
    return { start, ...(await running.memory()) }
  } finally {
    await running.stop()
  }
}

let started = 0

/** `npm start` without npm: builds, starts both private servers and the bot, and answers a person. */
const measureBot = async ({ dataDir }: Home): Promise<Figures> => {
  const env = { DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'debug' }
  const running = startNode([join(cwd(), 'src/start.mjs')], { env })
  try {
    const { match } = await running.said(/open\s+(http:\S+)/)
    started += 1
    await firstReply(match, `bench-${String(started).padStart(8, '0')}`)
    const start = running.sinceSpawn()
    await running.said(/wake-ups armed armed=(\d+)/)
    await pause(rest)
    return { start, ...(await running.memory()) }
  } finally {
    await running.stop()
  }
}

const measured = async (measure: () => Promise<Figures>): Promise<readonly Figures[]> => {
  const figures: Figures[] = []
  for (const _ of rounds) figures.push(await measure())
  return figures
}

const seconds = (figures: readonly Figures[]): string =>
  figures.map(({ start }) => (start / 1_000).toFixed(2)).join(', ')
const bytesOf = (figures: readonly Figures[], which: keyof Memory): number =>
  median(figures.map((one) => one[which]))
const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(0)} MB`

/** B6: how soon the bot answers, and how much memory open work costs its process, on a data directory removed afterwards. */
export const run = async (): Promise<BenchRow[]> => {
  const home = await makeHome()
  try {
    const reference = await measured(measureBare)
    await measureBot(home) // makes what the first start makes
    const idle = await measured(() => measureBot(home))
    const bytes = await home.fill(openItems)
    const full = await measured(() => measureBot(home))
    const startRow = (id: string, what: string, figures: readonly Figures[]): BenchRow =>
      benchRow({
        id,
        what: `node src/start.mjs → first reply in the web chat, warm data directory, ${what}`,
        reference: 'the spawn of the process; a bare node:http process with pg and bullmq loaded beside it',
        unit: 'ms',
        goal: { atMost: 2_000 },
        rounds: figures.map(({ start }) => start),
        detail: `${seconds(figures)} s; the bare process answers after ${seconds(reference)} s`,
      })
    const grown = full.map(({ kept }) => kept - bytesOf(idle, 'kept'))
    const resident = [idle, full, reference].map((figures) => megabytes(bytesOf(figures, 'resident')))
    return [
      startRow('B6.start', 'no open items', idle),
      startRow('B6.full', `${openItems.toLocaleString('en')} open items`, full),
      benchRow({
        id: 'B6.memory',
        what: `memory the bot keeps at rest for ${openItems.toLocaleString('en')} open items`,
        reference: 'the size of their states as JSON: what keeping them would need at the least',
        goal: { atMost: 0.1 },
        rounds: grown.map((more) => more / bytes),
        detail:
          `it keeps ${megabytes(bytesOf(idle, 'kept'))} without and ${megabytes(bytesOf(full, 'kept'))} with them, ` +
          `their states are ${megabytes(bytes)}; resident ${resident[0]} without, ${resident[1]} with, after arming all of them; ` +
          `the bare process ${resident[2]}`,
      }),
    ]
  } finally {
    await home.remove()
  }
}
