import { startBareBolt } from './b2-bare.ts'
import { startSlackBot } from './b2-bot.ts'
import { peopleCount, saturated, steady } from './b2-load.ts'
import { startQuickSlack } from './b2-slack.ts'
import { type BenchRow, benchRow, median } from './row.ts'
import { startStage } from './stage.ts'

const rounds = 3
const text = 'help'
const second = { count: 1_000, perSecond: 100, text }
const flood = { count: peopleCount, lanes: 64, text }

type Round = { readonly acks: readonly number[]; readonly acked: number }

const p99 = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.99) - 1] ?? Number.NaN
const inMs = (values: readonly number[]): string => values.map((ms) => ms.toFixed(0)).join(', ')
const perSecond = (values: readonly number[]): string => `${median(values).toFixed(0)}/s`

const rowsOf = (ours: readonly Round[], bare: readonly Round[]): readonly BenchRow[] => {
  const acks = ours.map((round) => p99(round.acks))
  return [
    benchRow({
      id: 'B2.ack',
      what: '100 signed Slack events a second: request → 200, what was said durable, p99',
      reference: 'nothing; the bare Bolt app keeps nothing',
      unit: 'ms',
      goal: { atMost: 100 },
      rounds: acks,
      detail: `p99 ${inMs(acks)} ms against ${inMs(bare.map((round) => p99(round.acks)))} ms of the bare app`,
    }),
    benchRow({
      id: 'B2.full',
      what: 'as many signed Slack events as it takes, 64 at a time: acknowledged and durable per second',
      reference: 'a bare Bolt app that acknowledges, and posts a fixed text as fast as it can',
      goal: { atLeast: 0.5 },
      rounds: ours.map(({ acked }, n) => acked / (bare[n]?.acked ?? Number.NaN)),
      detail: `${perSecond(ours.map(({ acked }) => acked))} against ${perSecond(bare.map(({ acked }) => acked))}; ours answers at the pace Slack allows in one workspace`,
    }),
  ]
}

/** B2: how soon the real program takes in what Slack sends, and answers it; nothing without a Redis. */
export const run = async (): Promise<readonly BenchRow[]> => {
  const stage = await startStage()
  if (stage === undefined) return []
  const undo: (() => Promise<void>)[] = [stage.stop]
  try {
    const slack = await startQuickSlack()
    undo.push(slack.stop)
    const bare = await startBareBolt(slack.apiUrl)
    undo.push(bare.stop)
    const bot = await startSlackBot(stage, slack.apiUrl)
    undo.push(bot.stop)
    const measure = async ({ url }: { readonly url: string }): Promise<Round> => ({
      acks: await steady(url, second),
      acked: await saturated(url, flood),
    })
    for (const side of [bare, bot]) await saturated(side.url, flood) // warms both up
    const [ours, reference]: [Round[], Round[]] = [[], []]
    for (let round = 0; round < rounds; round += 1) {
      reference.push(await measure(bare))
      ours.push(await measure(bot))
    }
    return rowsOf(ours, reference)
  } finally {
    for (const stop of undo.reverse()) await stop()
  }
}
